/** What the answers of one record say together, which a single one is read against: looked up once, used for every passage. */
import type { WordLists } from '../practice-language.ts'
import { plain } from './words.ts'

export interface RecordWords {
  /** Acronyms that are written out somewhere. */
  readonly writtenOut: ReadonlySet<string>
  /** First names, in lower case, of whoever the record introduces. */
  readonly introduced: ReadonlySet<string>
  /** How many answers have a sentence, by its words alone; long sentences only. */
  readonly sentences: ReadonlyMap<string, number>
}

/** Words: a shorter sentence may be the same by chance. */
const longSentence = 12

/**
 * @param texts Every open answer of the record.
 * @param short Its short answers, such as names: who stands there is no stranger.
 */
export function recordWords(texts: readonly string[], short: readonly string[], { relations }: WordLists): RecordWords {
  const introducing = introductions(relations)
  const sentences = new Map<string, number>()
  for (const text of texts)
    for (const sentence of new Set(longSentencesOf(text).map(asCompared))) sentences.set(sentence, (sentences.get(sentence) ?? 0) + 1)
  const names = texts.flatMap((text) =>
    introducing.flatMap((way) => [...text.matchAll(way)].flatMap(([, ...found]) => found.filter(Boolean))),
  )
  return {
    writtenOut: new Set(texts.flatMap(writtenOut)),
    introduced: new Set([...names, ...short.flatMap((text) => text.split(/[^\p{L}'’]+/u))].filter(Boolean).map(plain)),
    sentences,
  }
}

/** The long sentences of a text. */
export const longSentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…]["”’)]?)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => asCompared(sentence).split(' ').length >= longSentence)

/** Words alone, so that a changed comma or other quotation marks hide nothing. */
export const asCompared = (text: string): string =>
  plain(text)
    .replace(/(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])|[^\p{L}\p{N}']/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** “occupational therapist (OT)”, or “OT (occupational therapist)”. */
const writtenOut = (text: string): string[] => [
  ...[...text.matchAll(/(?<=\p{Ll}\S{0,40}\s{1,9})\(([^\s()]{2,7})\)/gu)].map(([, acronym = '']) => acronym),
  ...[...text.matchAll(/(?<![\p{L}\d])([\p{Lu}\d][\p{L}\d]{1,5})\s+\((?=\p{L}+\s+\p{L})/gu)].map(([, acronym = '']) => acronym),
]

/** “her sister Nadia”, “Nadia, her sister”, “Nadia (a neighbour)”, “Amy Chen”, “Dr Amy”. */
function introductions(relations: readonly string[]): RegExp[] {
  const who = relations.length ? `(?:${relations.join('|')})s?` : '(?!)'
  const name = "(?<!\\p{L})(\\p{Lu}[\\p{L}'’-]+)"
  const kin = '(?:her|his|their|the|an?|who is|is|old|older|younger|eldest|youngest|twin|best|next-door|step|late)'
  return [
    `(?<!\\p{L})${who},?\\s+\\(?${name}(?:(?:,\\s+|\\s+and\\s+|,\\s+and\\s+)${name})?`,
    `${name}(?:\\s+and\\s+${name})?,?\\s+\\(?(?:${kin}\\s+){0,4}${who}(?!\\p{L})`,
    `${name}\\s+\\p{Lu}\\p{Ll}+`,
    `(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sister|Nurse|Aunt|Auntie|Uncle|Cllr|Rev|Imam|Rabbi|Father)\\.?\\s+${name}`,
    `(?<!\\p{L})(?:called|named|friends? with)\\s+${name}`,
  ].map((way) => new RegExp(way, 'gu'))
}
