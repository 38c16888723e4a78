/** Another person's first name, left in from somebody else's form: a breach of their privacy, and of trust. */
import type { Passage, WordLists } from '../../practice-language.ts'
import { plain, type Word } from '../words.ts'
import type { Check } from './index.ts'
import { textsOf } from './texts.ts'

export const names: Check = ({ passage, sentences }, lists) => {
  if (!passage.person?.name && !passage.person?.preferredName) return []
  const firstNames = new Set(lists.firstNames.map(plain))
  const known = new Set([...namesOf(passage), ...textsOf(passage).flatMap((text) => introduced(text, lists))].map(plain))
  const isStranger = ({ text, raw }: Word): boolean => {
    const name = text.replace(/'s?$/, '')
    return /^\p{Lu}\p{Ll}/u.test(raw) && firstNames.has(name) && !known.has(name)
  }
  return sentences.flatMap((sentence) =>
    sentence.filter((word, index) => {
      // “Amy Chen” is introduced by being named in full; so is “Dr Amy”.
      const next = sentence[index + 1]
      const before = sentence[index - 1]
      const inFull =
        (next?.joined && /^\p{Lu}\p{Ll}/u.test(next.raw)) || (before && word.joined && /^\p{Lu}\p{Ll}/u.test(before.raw) && index > 1)
      return isStranger(word) && !inFull
    }),
  )
}

const namesOf = ({ person }: Passage): string[] => `${person?.name ?? ''} ${person?.preferredName ?? ''}`.split(/[\s-]+/).filter(Boolean)

/** First names that a text introduces: “her sister Nadia”, “Nadia, her sister”, “Nadia (a neighbour)”, “Amy Chen”, “Dr Amy”. */
function introduced(text: string, { relations }: WordLists): string[] {
  const who = `(?:${relations.join('|')})s?`
  const name = "(\\p{Lu}[\\p{L}'’-]+)"
  const ways = [
    `\\b${who},?\\s+(?:\\(\\s*)?${name}(?:(?:,\\s+|\\s+and\\s+|,\\s+and\\s+)${name})?`,
    `${name}(?:\\s+and\\s+${name})?,?\\s+\\(?(?:(?:her|his|their|the|an?|who is|is|old|older|younger|eldest|youngest|twin|best|next-door|step|late)\\s+){0,4}${who}\\b`,
    `${name}\\s+\\p{Lu}\\p{Ll}+`,
    `\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sister|Nurse|Aunt|Auntie|Uncle|Cllr|Rev|Imam|Rabbi|Father)\\.?\\s+${name}`,
    `\\b(?:called|named|friends? with)\\s+${name}`,
  ]
  return ways.flatMap((way) => [...text.matchAll(new RegExp(way, 'gu'))].flatMap(([, ...found]) => found.filter(Boolean)))
}
