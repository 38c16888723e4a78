/** A whole number. */
import type { Kind } from './kind.ts'

export const number: Kind<number> = {
  name: 'number',
  control: 'line',
  asks: 'A whole number',
  holds: () => 'a whole number',
  format: (value) => String(value),
  parse: (words) => {
    const figures = words.trim()
    return /^-?(\d{1,15}|\d{1,3}(,\d{3}){1,4})$/.test(figures) ? Number(figures.replaceAll(',', '')) : undefined
  },
  want: () => 'Give a whole number in figures.',
}
