/** Boxes to tick in a line of text, `[x] Yes   [ ] No`, both ways. */
import type { Option } from '../form.ts'

/** Short lists run along a line, longer ones down the page. */
export function boxes(options: readonly Option[], ticked: (value: string) => boolean): string {
  const all = options.map(({ value, label }) => box(ticked(value), label))
  const line = all.join('   ')
  return line.length <= 120 ? line : all.join('\n')
}

export const box = (ticked: boolean, label: string): string => `[${ticked ? 'x' : ' '}] ${label}`

export interface BoxesRead {
  /** Values of the boxes that are ticked. */
  readonly ticked: readonly string[]
  /** Words that belong to no box. */
  readonly beside: string
  /** Why it cannot be told what is ticked. */
  readonly unclear?: string
}

/** In one answer. */
const mostBoxes = 1000

/** Reads boxes; undefined where there are none, as when somebody wrote the choice in words. */
export function readBoxes(content: string, options: readonly Option[]): BoxesRead | undefined {
  const marks: RegExpExecArray[] = []
  for (const mark of content.matchAll(/\[([^\][\n]?)\]/g)) {
    if (marks.push(mark) > mostBoxes) return { ticked: [], beside: '', unclear: 'There are many more boxes than choices' }
  }
  if (!marks.length) return undefined
  // The longest first: one choice may begin with the words of another.
  const choices = options
    .map(({ value, label }) => ({ value, length: flat(label).length, small: flat(label).toLowerCase() }))
    .sort((a, b) => b.length - a.length)
  const ticked: string[] = []
  const beside = [content.slice(0, marks[0]?.index).trim()]
  const unclear: string[] = []
  for (const [index, mark] of marks.entries()) {
    const words = flat(content.slice(mark.index + mark[0].length, marks[index + 1]?.index))
    const small = words.toLowerCase()
    const choice = choices.find((each) => small.startsWith(each.small))
    if (!choice) unclear.push(`the box “${mark[0]} ${words}” is none of the choices`)
    else {
      beside.push(words.slice(choice.length).trim())
      const sign = (mark[1] ?? '').trim()
      if (/^[xX✓✔☒]$/.test(sign)) ticked.push(choice.value)
      else if (sign) unclear.push(`“${mark[0]}” is neither a tick nor empty`)
    }
  }
  return { ticked, beside: beside.filter(Boolean).join(' '), ...(unclear.length ? { unclear: unclear.join('; ') } : {}) }
}

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim()
