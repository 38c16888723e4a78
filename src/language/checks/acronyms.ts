/** Acronyms that shut a reader out: not written out at first use, here or in another answer of the record. */
import type { Check } from './index.ts'

export const acronyms: Check = ({ sentences, record }, { acronyms: known }) => {
  const familiar = new Set([...known, ...record.writtenOut].map(singular))
  const said = new Set<string>()
  return sentences.flat().filter(({ raw }) => {
    const acronym = singular(raw)
    if (!isAcronym(acronym) || familiar.has(acronym) || said.has(acronym)) return false
    said.add(acronym)
    return true
  })
}

/** Two to six signs, two of them capitals, no name such as “McKay” and no number such as “B12”. */
const isAcronym = (word: string): boolean =>
  /^(?=(?:.*\p{Lu}){2})[\p{Lu}\d][\p{L}\d]{1,5}$/u.test(word) && !/^\p{Lu}?\d|\p{Ll}{2}/u.test(word)

/** “LPAs” is “LPA”, and so is “LPA’s”. */
const singular = (raw: string): string => raw.replace(/['’]s?$/, '').replace(/(?<=\p{Lu}{2})s$/u, '')
