/** What notices wording in a sentence: this project, a plain search for the words themselves, and tools that others would reach for. */
import retextEnglish from 'retext-english'
import { type Plugin, unified } from 'unified'
import { VFile } from 'vfile'
import { readerOf } from '../../src/language/reader.ts'
import { type PracticeLanguage, patternsOf } from '../../src/practice-language.ts'
import type { Item } from '../../tests/practice-language/corpus.ts'
import { peer } from './peers.ts'

export interface Noticing {
  readonly name: string
  /** What it notices in an item, a word for each finding: ids of patterns where it is ours, anything where it is not. */
  readonly notice: (item: Item) => readonly string[]
}

/** This project: the patterns that notice something, as often as they ask for. */
export function ours(language: PracticeLanguage): Noticing {
  const read = readerOf(language)
  const patterns = patternsOf(language).filter(({ level }) => level !== 'good')
  const notice = (item: Item): string[] => {
    const noticed = read(item)
    return patterns.filter((pattern) => noticed.filter((each) => each.pattern === pattern).length >= pattern.atLeast).map(({ id }) => id)
  }
  return { name: 'this project', notice }
}

/** What a search box would do with the words that the patterns are called by: whole words, in any case, wherever they stand. */
export function keywordSearch(language: PracticeLanguage): Noticing {
  const words = patternsOf(language)
    .filter(({ level }) => level !== 'good')
    .flatMap(({ term }) => keywordsIn(term))
  const escaped = words.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return { name: 'keyword search', notice: ({ text }) => (words.length ? (text.match(any) ?? []) : []) }
}

/** `lacks capacity (which?), NOK / next of kin` → the phrases that somebody would type in. A stroke without spaces belongs to a word: `N/A`. */
export const keywordsIn = (term: string): string[] =>
  term
    .replace(/\(.*?\)/g, '')
    .split(/,| \/ /)
    .map((each) => each.trim())
    .filter(Boolean)

/** The tools of others, as they are when nothing is configured. */
export async function peers(): Promise<Noticing[]> {
  const { text } = await peer<{ text: (value: string) => VFile }>('alex')
  const { default: writeGood } = await peer<{ default: (value: string) => { reason: string }[] }>('write-good')
  return [
    { name: 'alex', notice: (item) => reasonsIn(text(item.text)) },
    { name: 'write-good', notice: (item) => writeGood(item.text).map(({ reason }) => reason) },
    ...(await Promise.all(['retext-equality', 'retext-passive', 'retext-readability'].map(retext))),
  ]
}

async function retext(name: string): Promise<Noticing> {
  const { default: plugin } = await peer<{ default: Plugin }>(name)
  const processor = unified().use(retextEnglish).use(plugin).freeze()
  const notice = (item: Item): string[] => {
    const file = new VFile(item.text)
    processor.runSync(processor.parse(file), file)
    return reasonsIn(file)
  }
  return { name, notice }
}

const reasonsIn = ({ messages }: VFile): string[] => messages.map(({ reason }) => reason)
