/** The same sentence in two answers: no part of a life is the same as another. */
import { asCompared, longSentence } from '../record-words.ts'
import type { Check } from './index.ts'

export const copied: Check = ({ sentences, record }) =>
  sentences.flatMap((sentence) => {
    const [first, last] = [sentence[0], sentence.at(-1)]
    if (!first || !last || sentence.length < longSentence) return []
    const words = asCompared(sentence.map(({ text }) => text).join(' '))
    return (record.sentences.get(words) ?? 0) > 1 ? [{ start: first.start, end: last.end }] : []
  })
