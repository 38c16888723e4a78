/** The same sentence in two answers: no part of a life is the same as another. */
import { asCompared, longSentencesOf } from '../record-words.ts'
import type { Check } from './index.ts'

/** Sentences are parted as they were for the record: a finer parser might part them elsewhere, and find none of them again. */
export const copied: Check =
  () =>
  ({ passage: { text }, record }) => {
    let end = 0
    return longSentencesOf(text).flatMap((sentence) => {
      const start = text.indexOf(sentence, end)
      end = start + sentence.length
      return (record.sentences.get(asCompared(sentence)) ?? 0) > 1 ? [{ start, end }] : []
    })
  }
