/** “He” all through the record of somebody who is “she”: the text was written about another person, or without listening. */
import { plain } from '../words.ts'
import type { Check } from './index.ts'

const families = [
  ['he', 'him', 'his', 'himself'],
  ['she', 'her', 'hers', 'herself'],
]

/** A sentence or two may be about somebody whom the question or the row names. */
const often = 3

export const pronouns: Check = ({ relations, firstNames }) => {
  const people = new Set([...relations, ...firstNames.map(plain)])
  return ({ passage, sentences }) => {
    const { name, preferredName, pronouns: asked = '' } = passage.person ?? {}
    const named = plain(asked).split(/\W+/)
    const theirs = families.find((family) => family.some((word) => named.includes(word)))
    if (!theirs || named.includes('they') || named.includes('them')) return []
    const words = sentences.flat().map((word) => ({ word, base: word.text.replace(/'.*$/, '') }))
    const own = plain(`${name ?? ''} ${preferredName ?? ''}`).split(/[\s-]+/)
    // Where anybody else comes into the passage, the pronoun may be theirs.
    const isOther = (base: string): boolean => !own.includes(base) && (people.has(base) || people.has(base.replace(/s$/, '')))
    if (words.some(({ base }) => theirs.includes(base) || isOther(base))) return []
    const wrong = families.filter((family) => family !== theirs).flat()
    const found = words.filter(({ base }) => wrong.includes(base))
    return found.length >= often ? found.slice(0, 1).map(({ word }) => word) : []
  }
}
