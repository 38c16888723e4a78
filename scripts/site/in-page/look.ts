/** Runs in the pages themselves, as `look`: everything that is asked of a page by a browser which has it open. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
export { colourFaults } from './colour.ts'
export { facts, stored } from './facts.ts'
export { blur, focusAgain, focused, inView } from './focus.ts'
export { grown, tooWide } from './layout.ts'
export { toPrint } from './printed.ts'
export { readable } from './readable.ts'
export { section } from './section.ts'
