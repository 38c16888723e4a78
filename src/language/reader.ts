/**
 * A passage → what is worth a word in it: a plugin of unified's natural-language side, and the reader that runs it.
 * Messages are those of every unified plugin (VFileMessage): place, reason, rule, the words found, what to write instead.
 */
import type { Root } from 'nlcst'
import retextEnglish from 'retext-english'
import { type Plugin, unified } from 'unified'
import { VFile } from 'vfile'
import type { Passage, Pattern, PracticeLanguage } from '../practice-language.ts'
import { patternsOf } from '../practice-language.ts'
import { checks } from './checks/index.ts'
import { exemptions, isTheirs } from './exemptions.ts'
import { concerns, foundIn, type ReadyPattern, readyPattern } from './pattern.ts'
import { quotationsIn, type Span } from './quotations.ts'
import { type RecordWords, recordWords } from './record-words.ts'
import { shortlister } from './shortlist.ts'
import { sentencesOf } from './words.ts'

declare module 'vfile' {
  interface DataMap {
    passage: Passage
    record: RecordWords
  }
}

/** Wording found in a passage. */
export interface Noticed extends Span {
  readonly pattern: Pattern
}

/**
 * What is worth a word in a passage, pattern by pattern.
 * @param record What the record says around it; where it is not given, the passage's own `others` are the record.
 */
export type Reader = (passage: Passage, record?: RecordWords) => Noticed[]

/** The patterns as a retext plugin; the file's `data.passage` says what is known of the text. */
export const practiceLanguage: Plugin<[PracticeLanguage], Root> = (language) => {
  const ready = patternsOf(language).map((pattern) => readyPattern(pattern, language.lists, checks))
  const shortlist = shortlister(ready)
  const exemptIn = exemptions(language.lists)
  return (tree, file) => {
    const text = String(file)
    const passage: Passage = { ...file.data.passage, text }
    const record = file.data.record ?? recordWords([text, ...(passage.others ?? [])], [], language.lists)
    const reading = { passage, record, sentences: sentencesOf(tree, text), quotations: quotationsIn(text) }
    const isExempt = exemptIn(reading)
    const placeOf = placesIn(text)
    const shortlists = reading.sentences.map(shortlist)
    const find = (each: ReadyPattern): Span[] => (each.check ? each.check(reading) : foundIn(each, reading, shortlists))
    for (const each of ready) {
      const { pattern } = each
      if (!concerns(pattern, passage) || (pattern.level !== 'good' && isTheirs(passage))) continue
      for (const span of find(each)) {
        if (pattern.level !== 'good' && isExempt(span, each.check !== undefined)) continue
        const message = file.message(pattern.why, { source: 'practice-language', ruleId: pattern.id, place: placeOf(span) })
        message.actual = text.slice(span.start, span.end)
        message.expected = [pattern.suggest]
      }
    }
  }
}

/** A reader of passages; made once, used for many. */
export function readerOf(language: PracticeLanguage): Reader {
  const processor = unified().use(retextEnglish).use(practiceLanguage, language).freeze()
  const byId = new Map(patternsOf(language).map((pattern) => [pattern.id, pattern]))
  return (passage, record) => {
    const file = new VFile({ value: passage.text, data: { passage, ...(record ? { record } : {}) } })
    processor.runSync(processor.parse(file), file)
    return file.messages.flatMap(({ ruleId, place }) => {
      const pattern = byId.get(ruleId ?? '')
      return pattern && place && 'start' in place ? [{ pattern, start: place.start.offset ?? 0, end: place.end.offset ?? 0 }] : []
    })
  }
}

/** Where spans of a text are, by line and column; its lines are looked for once. */
function placesIn(text: string) {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const point = (offset: number) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
  }
  return ({ start, end }: Span) => ({ start: point(start), end: point(end) })
}
