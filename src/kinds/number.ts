/** A whole number. */
import type { Kind } from './kind.ts'

export const number: Kind<number> = {
  name: 'number',
  control: 'line',
  format: (value) => String(value),
  parse: (words) => (/^-?\d{1,15}$/.test(words.trim()) ? Number(words.trim()) : undefined),
  want: () => 'Give a whole number in figures.',
}
