/** Acronyms that shut a reader out: not written out at first use, here or in another answer of the record. */

import type { Check } from './index.ts'
import { textsOf } from './texts.ts'

export const acronyms: Check = ({ passage, sentences }, { acronyms: known }) => {
  const written = new Set([...known, ...textsOf(passage).flatMap(writtenOut)].map(singular))
  const said = new Set<string>()
  return sentences.flat().filter(({ raw }) => {
    const acronym = singular(raw)
    if (!/^(?=(?:.*\p{Lu}){2})[\p{Lu}\d][\p{L}\d]{1,5}$/u.test(acronym) || /^\p{Lu}?\d|\p{Ll}{2}/u.test(acronym)) return false
    if (written.has(acronym) || said.has(acronym)) return false
    said.add(acronym)
    return true
  })
}

/** “occupational therapist (OT)”, or “OT (occupational therapist)”. */
const writtenOut = (text: string): string[] => [
  ...[...text.matchAll(/\p{Ll}\S*\s+\(([^\s()]{2,7})\)/gu)].map(([, acronym = '']) => acronym),
  ...[...text.matchAll(/(?<![\p{L}\d])([\p{Lu}\d][\p{L}\d]{1,5})\s+\((?=\p{L}+\s+\p{L})/gu)].map(([, acronym = '']) => acronym),
]

/** “LPAs” is “LPA”, and so is “LPA’s”. */
const singular = (raw: string): string => raw.replace(/['’]s?$/, '').replace(/(?<=\p{Lu}{2})s$/u, '')
