/** Words → what they are found by, the same in the texts and in what somebody types. */
import { stemmer } from 'stemmer'

/** A word as it stands in a text, with its apostrophes. */
export const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu

/** The words of a text. */
export const wordsIn = (text: string): string[] => text.match(word) ?? []

/** In every text and telling nothing of it. */
const small = new Set(
  'an and are as at be by for from if in is it its of on or so than that the their then there they this to was with'.split(' '),
)

/**
 * What a word is found by: its stem (Porter), so that “carers” finds “carer” and “assessing” finds “assessment”.
 * Porter keeps “advocacy” apart from “advocate”: nouns in -acy are taken for what they come from.
 * @returns Undefined for a word that nobody looks for: a small one, or a single letter.
 */
export function termOf(said: string): string | undefined {
  const plain = said
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '')
  if (small.has(plain) || /^\p{L}$/u.test(plain)) return undefined
  return stemmer(plain.replace(/ac(?:y|ies)$/, 'ate'))
}
