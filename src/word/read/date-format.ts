/** A day as Word's date picker writes it, so that a picked date is told from a typed one whatever way of writing a council chose. */

/**
 * The day in a picker's way of writing; undefined where it is not in English, or has more than days, months and years.
 * @param iso ISO 8601: `2026-05-03`.
 * @param format As in `w:dateFormat` (ISO/IEC 29500-1 section 17.5.2.8): `dddd, d MMMM yyyy`.
 */
export function pickedWords(iso: string, format: string): string | undefined {
  const day = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return undefined
  const parts = format.match(/d{1,4}|M{1,4}|y{4}|y{2}|'[^']*'|[^dMy']/g) ?? []
  if (parts.join('') !== format || parts.some((part) => /^[a-zA-Z]$/.test(part) && !/^[dM]$/.test(part))) return undefined
  return parts.map((part) => written(part, day)).join('')
}

function written(part: string, day: Date): string {
  const year = String(day.getUTCFullYear())
  if (part.startsWith("'")) return part.slice(1, -1)
  if (part.startsWith('y')) return part.length === 4 ? year : year.slice(-2)
  if (part.startsWith('d')) return named(part, day.getUTCDate(), weekdays[day.getUTCDay()] ?? '')
  if (part.startsWith('M')) return named(part, day.getUTCMonth() + 1, months[day.getUTCMonth()] ?? '')
  return part
}

/** `d` 3, `dd` 03, `ddd` Sun, `dddd` Sunday. */
function named({ length }: string, number: number, name: string): string {
  if (length <= 2) return String(number).padStart(length, '0')
  return length === 3 ? name.slice(0, 3) : name
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
