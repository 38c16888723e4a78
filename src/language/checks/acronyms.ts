/** Acronyms that shut a reader out: not written out at first use, here or in another answer of the record. */
import type { Check } from './index.ts'

export const acronyms: Check = ({ acronyms }) => {
  const known = new Set(acronyms.map(singular))
  return ({ passage: { text }, sentences, record }) => {
    const familiar = new Set([...record.writtenOut].map(singular))
    return sentences.flat().filter(({ raw, start, end }) => {
      const acronym = singular(raw)
      if (!isAcronym(acronym) || known.has(acronym) || familiar.has(acronym)) return false
      // “SG-2026-0644” is a number, and “TAH-deck” says how a word sounds.
      if (/[-/]$/.test(text.slice(0, start)) || /^[-/][\p{L}\d]/u.test(text.slice(end, end + 2))) return false
      familiar.add(acronym)
      return true
    })
  }
}

/** Two to five signs, two of them capitals, no name such as “McKay” and no number such as “B12”. */
const isAcronym = (word: string): boolean =>
  /^(?=(?:.*\p{Lu}){2})[\p{Lu}\d][\p{L}\d]{1,4}$/u.test(word) && !/^\p{Lu}?\d|\p{Ll}{2}/u.test(word)

/** “LPAs” is “LPA”, and so is “LPA’s”. */
const singular = (raw: string): string => raw.replace(/['’]s?$/, '').replace(/(?<=\p{Lu}{2})s$/u, '')
