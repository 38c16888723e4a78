/** The same sentence in two answers, or in two people's records: nobody's life is the same as another part of it. */
import { plain } from '../words.ts'
import type { Check } from './index.ts'

/** Words: a shorter sentence may be the same by chance. */
export const longEnough = 12

export const copied: Check = ({ passage, sentences }) => {
  const others = (passage.others ?? []).map(asCompared)
  return sentences.flatMap((sentence) => {
    const [first, last] = [sentence[0], sentence.at(-1)]
    if (!first || !last || sentence.length < longEnough) return []
    const words = asCompared(sentence.map(({ text }) => text).join(' '))
    return others.some((other) => ` ${other} `.includes(` ${words} `)) ? [{ start: first.start, end: last.end }] : []
  })
}

/** Words alone, so that a changed comma hides nothing. */
export const asCompared = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
