/** A calendar day: ISO 8601 in the record, "3 May 2026" on paper. */
import type { Kind } from './kind.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
// As people write them, too: “3 may 2026”, “3 Sep 2026”.
const numberOf = new Map(months.flatMap((name, index) => [name, name.slice(0, 3)].map((each) => [each.toLowerCase(), index + 1])))

export const date: Kind<string> = {
  name: 'date',
  control: 'date',
  asks: 'A date: day, month and year',
  holds: () => 'a date',
  format: dayInWords,
  parse: (words) => {
    const text = words.trim()
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
    if (iso) return calendarDay(iso[1], iso[2], iso[3])
    const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
    if (figures) return calendarDay(figures[3], figures[2], figures[1])
    const named = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text)
    if (!named) return undefined
    return calendarDay(named[3], String(numberOf.get((named[2] ?? '').toLowerCase()) ?? 0), named[1])
  },
  want: () => 'Give a real date: day, month and year, such as 3 May 2026 (2026-05-03 in a data file).',
}

/** `3 May 2026` for `2026-05-03`; anything else as it is. */
export function dayInWords(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  const name = months[Number(month) - 1]
  return name ? `${Number(day)} ${name} ${year}` : value
}

/** The ISO day, or undefined where the calendar has no such day. */
function calendarDay(year = '', month = '', day = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : undefined
}

/** True for a day that the Gregorian calendar has, written as ISO 8601 does: `2026-05-03`. Reckoned, as records are full of days. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const twoDigits = (at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48
  const [century, year, month, day] = [twoDigits(0), twoDigits(2), twoDigits(5), twoDigits(8)]
  const isLeap = year === 0 ? century % 4 === 0 : year % 4 === 0
  const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  // ISO 8601 has a year 0000, people and Word do not.
  return century + year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= length
}
