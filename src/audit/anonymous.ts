/** A passage without the names and numbers in it, for readers beyond those who know the person. */
import type { WordLists } from '../practice-language.ts'
import type { Audit } from './audit.ts'

/** Words that stand in the short answers of every record and name nobody. */
const ordinary = new Set(
  'mr mrs ms miss mx dr the a an and of for to in on at by with or her him his she he they them their social worker practitioner council team service services home house road street avenue lane close phone email weekly daily monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english'.split(
    ' ',
  ),
)

/**
 * @param passages Texts of the record, such as those an audit shows.
 * @returns Them with […] for every name that the record holds, every word that is a first name, and every number.
 */
export function anonymous({ short, person }: Pick<Audit, 'short' | 'person'>, { firstNames }: WordLists): (passage: string) => string {
  const named = [...short, ...Object.values(person)].flatMap((words) => (words ?? '').match(/\p{Lu}[\p{L}'’-]+/gu) ?? [])
  const names = new Set(
    [...named, ...firstNames]
      .flatMap((name) => [name, ...name.split('-')])
      .map(plain)
      .filter((name) => !ordinary.has(name)),
  )
  return (passage) =>
    passage
      .replace(/\S+@\S+/g, '[…]')
      .replace(/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/g, '[…]')
      .replace(/[£€$]?\d[\d.,/:-]*/g, '[…]')
      .replace(/\p{Lu}[\p{L}'’-]+/gu, (word) => (names.has(plain(word)) ? '[…]' : word))
      .replace(/\[…\](?:[\s-]+\[…\])+/g, '[…]')
}

/** “Joan’s” is Joan. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/[’]/g, "'")
