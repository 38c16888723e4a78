/** One line of text. Formats such as a postcode are patterns on this kind. */
import type { Kind } from './kind.ts'

export const text: Kind<string> = {
  name: 'text',
  control: 'line',
  asks: 'One line of text',
  holds: () => 'one line of text',
  format: (value) => value,
  parse: (words) => words.trim() || undefined,
  want: () => 'Write a short answer on one line, with no space before or after it.',
}
