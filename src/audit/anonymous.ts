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
  // However the person’s name was typed, and whatever else it means: “june loves dancing” is about June.
  const own = [person.name, person.preferredName].flatMap((words) => namesIn(words ?? '')).flatMap(parts)
  const known = new Set([...ordinary, ...[...acronyms, ...relations].map(plain)])
  const named = [...short, ...Object.values(person)].flatMap((words) => (words ?? '').match(/\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? [])
  const names = new Set([...[...named, ...firstNames].flatMap(parts).filter((name) => name && !known.has(name)), ...own])
  // At the start of a sentence every word has a capital: one that the record never has without is taken for a name.
  const common = new Set(passages.flatMap(({ text }) => (text.match(/(?<![\p{L}’'-])\p{Ll}[\p{L}\p{M}'’-]*/gu) ?? []).flatMap(parts)))
  const isName = (word: string, starts: boolean): boolean =>
    parts(word).some((part) => names.has(part) || (!known.has(part) && !(starts && common.has(part))))
  const owned = own.length ? new RegExp(`(?<![\\p{L}\\p{M}])(?:${own.join('|')})(?![\\p{L}\\p{M}])`, 'giu') : undefined
  return (passage) => {
    const words = passage
      .replace(/\S+@\S+/g, hidden)
      .replace(/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi, hidden)
      .replace(/[£€$]?\p{Nd}(?:[\p{Nd}.,/:-]*\p{Nd})?/gu, hidden)
      .replace(/[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]+/gu, (word, ...[at, whole]: [number, string]) =>
        isName(word, begins(whole, at)) ? hidden : word,
      )
    return (owned ? words.replace(owned, hidden) : words).replace(/\(…\)(?:[\s-]+\(…\))+/g, hidden)
  }
}

/** The words of a name: those with capitals, as in “Tadek (say TAH-deck)”, where it was typed with any. */
function namesIn(name: string): string[] {
  const words = name.match(/[\p{L}\p{M}'’-]{2,}/gu) ?? []
  const capitals = words.filter((word) => /\p{Lu}/u.test(word))
  return capitals.length ? capitals : words
}

/** True where a sentence, a line or a quotation begins. */
const begins = (text: string, at: number): boolean => /(?:^|[.!?…:]|\n|[“"‘(•*-])["”’)\s]*$/.test(text.slice(Math.max(0, at - 8), at))

/** “Joan’s” is Joan, and “Smith-Jones” is Smith and Jones. */
const parts = (word: string): string[] => [word, ...word.split('-')].map(plain)

const plain = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/(?:^'+|'s?$)/g, '')
