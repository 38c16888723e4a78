/** Answers too thin to act on, or too long to read. */
import { wordCount } from '../words.ts'
import type { Check } from './index.ts'

/** Words. An open question that must be answered is hardly answered in fewer, and a page without the person's voice is not read. */
const fewest = 8
const most = 350

export const length: Check =
  () =>
  ({ passage: { text, required }, quotations }) => {
    const words = wordCount(text)
    const thin = required === true && words > 0 && words < fewest
    const long = words > most
    // Where the person is heard, it is as long as they were.
    return !quotations.length && (thin || long) ? [{ start: 0, end: text.length }] : []
  }
