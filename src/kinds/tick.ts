/** One box. Ticked is `true`; not ticked is no answer, because a blank box never means "no". */
import type { Kind } from './kind.ts'

export const tick: Kind<true> = {
  name: 'tick',
  control: 'tick',
  asks: 'A box to tick',
  holds: () => 'a box to tick',
  format: () => 'Yes',
  parse: (words) => (words.trim() ? true : undefined),
  want: () => 'Tick the box, or leave it alone (true in a data file, or nothing).',
}
