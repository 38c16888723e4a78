/** Several lines of text, kept exactly as written. */
import type { Kind } from './kind.ts'

export const note: Kind<string> = {
  name: 'note',
  control: 'lines',
  asks: 'As many lines of text as you need',
  holds: () => 'text of any length',
  format: (value) => value,
  parse: (words) => (words.trim() ? words : undefined),
  want: () => 'Write the answer in words.',
}
