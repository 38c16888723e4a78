/** Sentences that nobody can read aloud in one breath. */
import type { Sentence } from '../words.ts'
import type { Check } from './index.ts'

/** Words from one break to the next. GOV.UK asks for 25 at most; good recording of our own has some of 30, and none of more. */
const most = 35

export const longSentences: Check =
  () =>
  ({ sentences }) =>
    sentences.flatMap((sentence) =>
      partsOf(sentence).flatMap((part) => {
        const [first, last] = [part[0], part.at(-1)]
        return first && last && part.length > most ? [{ start: first.start, end: last.end }] : []
      }),
    )

/** A semicolon, a colon or a dash lets a reader breathe. */
function partsOf(sentence: Sentence): Sentence[] {
  const starts = [0, ...sentence.flatMap(({ apart }, index) => (apart && index ? [index] : [])), sentence.length]
  return starts.slice(1).map((end, index) => sentence.slice(starts[index], end))
}
