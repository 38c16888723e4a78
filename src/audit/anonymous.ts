/** A passage without the names and numbers in it, for readers beyond those who know the person. */
import type { WordLists } from '../practice-language.ts'
import type { Audit } from './audit.ts'

/** Words that stand in the short answers of every record and name nobody. */
const ordinary = new Set(
  "mr mrs ms miss mx dr the a an and of for to in on at by with or her him his she he they them their social worker practitioner council team service services home house road street avenue lane close phone email weekly daily monday tuesday wednesday thursday friday saturday sunday i'm i've i'll i'd january february march april may june july august september october november december english".split(
    ' ',
  ),
)

/** What stands for a name or a number. */
export const hidden = '(…)'

/**
 * @param audit Of one record.
 * @returns Its passages, with (…) for every name that it holds, every word that is a first name, and every number.
 */
export function anonymous(
  { short, person, passages }: Pick<Audit, 'short' | 'person' | 'passages'>,
  { firstNames, acronyms, relations }: WordLists,
): (passage: string) => string {
  const named = [...short, ...Object.values(person)].flatMap((words) => (words ?? '').match(/\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? [])
  // However the person’s name was typed, and in whatever letters.
  const own = [person.name, person.preferredName].flatMap((words) => (words ?? '').match(/[\p{L}\p{M}'’-]{2,}/gu) ?? [])
  // A capital within a sentence is a name as well, whoever’s it is.
  const within = passages.flatMap(({ text }) => text.match(/(?<=[\p{Ll},] )\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? [])
  const known = new Set([...ordinary, ...[...acronyms, ...relations].map(plain)])
  const names = new Set([...named, ...own, ...within, ...firstNames].flatMap(parts).filter((name) => name && !known.has(name)))
  // At the start of a sentence every word has a capital: one that the record never has without is taken for a name.
  const common = new Set([
    ...ordinary,
    ...passages.flatMap(({ text }) => (text.match(/(?<![\p{L}’'-])\p{Ll}[\p{L}\p{M}'’-]*/gu) ?? []).flatMap(parts)),
  ])
  const starters = new Set(
    passages
      .flatMap(({ text }) => text.match(/(?:^|[.!?…:]["”’)]*\s+|\n\s*|[“"‘(])(\p{Lu}[\p{L}\p{M}'’-]+)/gu) ?? [])
      .flatMap((said) => parts(said.replace(/^[^\p{L}]+/u, ''))),
  )
  for (const word of starters) if (!common.has(word) && !known.has(word)) names.add(word)
  return (passage) =>
    passage
      .replace(/\S+@\S+/g, hidden)
      .replace(/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi, hidden)
      .replace(/[£€$]?\p{Nd}(?:[\p{Nd}.,/:-]*\p{Nd})?/gu, hidden)
      .replace(/[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]+/gu, (word) => (parts(word).some((part) => names.has(part)) ? hidden : word))
      .replace(/\(…\)(?:[\s-]+\(…\))+/g, hidden)
}

/** “Joan’s” is Joan, and “Smith-Jones” is Smith and Jones. */
const parts = (word: string): string[] => [word, ...word.split('-')].map(plain)

const plain = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/(?:^'+|'s?$)/g, '')
