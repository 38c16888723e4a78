/** Runs in the pages themselves, as `look`: everything that is asked of a page by a browser which has it open. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
export { facts, stored } from './facts.ts'
export { colourFaults, focused, grown, headingsAndWords, tooWide } from './layout.ts'
export { section } from './section.ts'
