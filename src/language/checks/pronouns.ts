/** “He” all through the record of somebody who is “she”: the text was written about another person, or without listening. */
import { plain } from '../words.ts'
import type { Check } from './index.ts'

const families = [
  ['he', 'him', 'his', 'himself'],
  ['she', 'her', 'hers', 'herself'],
]

export const pronouns: Check = ({ passage, sentences }, { relations, firstNames }) => {
  const theirs = families.find((family) =>
    family.some((word) =>
      plain(passage.person?.pronouns ?? '')
        .split(/\W+/)
        .includes(word),
    ),
  )
  if (!theirs || /they|them/i.test(passage.person?.pronouns ?? '')) return []
  const wrong = families.filter((family) => family !== theirs).flat()
  const words = sentences.flat()
  const own = plain(`${passage.person?.name ?? ''} ${passage.person?.preferredName ?? ''}`).split(/[\s-]+/)
  // Where anybody else comes into the passage, the pronoun may be theirs.
  const others = new Set([...relations, ...firstNames.map(plain).filter((name) => !own.includes(name)), ...theirs])
  if (words.some(({ text }) => others.has(text.replace(/'s?$/, '')) || others.has(text.replace(/s$/, '')))) return []
  const found = words.filter(({ text }) => wrong.includes(text.replace(/'.*$/, '')))
  return found.length >= 2 ? found.slice(0, 1) : []
}
