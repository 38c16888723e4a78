/** Many audits → what they show together, for a practice fortnight. It keeps little of each: counts, and a few bytes for a long sentence. */
import { createHash } from 'node:crypto'
import { asCompared, longSentencesOf } from '../language/record-words.ts'
import type { WordLists } from '../practice-language.ts'
import { anonymous } from './anonymous.ts'
import type { Audit } from './audit.ts'
import { celebrated } from './prompts.ts'
import type { Remark } from './remark.ts'
import type { VoiceCount } from './voices.ts'

/** What a summary is told of one record. Plain data: it may come from another thread. */
export interface Gist {
  readonly form: string
  readonly title: string
  /** Tells one person's records from another's, and names nobody. */
  readonly who: string
  /** Each thing to reflect on, once. */
  readonly remarks: readonly Pick<Remark, 'id' | 'theme' | 'quality' | 'term' | 'level' | 'suggest'>[]
  readonly good: readonly Pick<Remark, 'id' | 'quality' | 'why' | 'suggest' | 'passage'>[]
  readonly voices: readonly VoiceCount[]
  /** Long sentences, as they are shown, with what they are compared by. */
  readonly sentences: readonly { readonly hash: string; readonly words: string }[]
}

/**
 * The gist of an audit.
 * @param names True to leave names and numbers in.
 */
export function gistOf(audit: Audit, qualities: readonly string[], lists: WordLists, names: boolean): Gist {
  const hide = names ? (passage: string) => passage : anonymous(audit, lists)
  const once = [...new Map(audit.remarks.map((remark) => [remark.id, remark])).values()]
  const sentences = new Map(audit.passages.flatMap(({ text }) => longSentencesOf(text)).map((words) => [hashOf(asCompared(words)), words]))
  return {
    form: audit.form,
    title: audit.title,
    // A record that names nobody is taken for a person of its own.
    who: hashOf((audit.person.name ?? audit.passages.map(({ text }) => text).join()).toLowerCase()),
    remarks: once.map(({ id, theme, quality, term, level, suggest }) => ({ id, theme, quality, term, level, suggest })),
    good: celebrated(audit.well, qualities).flatMap(({ first: { id, quality, why, suggest, passage } }) =>
      says(hide(passage)) ? [{ id, quality, why, suggest, passage: hide(passage) }] : [],
    ),
    voices: audit.voices,
    sentences: [...sentences].map(([hash, words]) => ({ hash, words: hide(words) })),
  }
}

/** Letters: fewer, once names are out, show nothing. */
const says = (passage: string): boolean => (passage.match(/\p{L}/gu) ?? []).length >= 30

const hashOf = (words: string): string => createHash('sha256').update(words).digest('base64').slice(0, 12)

export interface Summary {
  readonly records: number
  /** Records of each form, by its title. */
  readonly forms: ReadonlyMap<string, number>
  /** In how many records each theme came up. */
  readonly themes: ReadonlyMap<string, number>
  /** What came up, by how many records it came up in. */
  readonly common: readonly { readonly remark: Gist['remarks'][number]; readonly records: number }[]
  /** Different things to reflect on in a record, in the middle half of the records: no single one can be told from it. */
  readonly spread: { readonly low: number; readonly middle: number; readonly high: number }
  /** Passages to celebrate, a few of each sort. */
  readonly good: readonly Gist['good'][number][]
  readonly voices: Omit<VoiceCount, 'section'>
  /** Sentences in the records of more than one person. */
  readonly copied: readonly { readonly words: string; readonly people: number }[]
}

/** Passages of one sort that are kept. */
const mostOfASort = 2

/** Takes gists one by one. */
export function summariser(): { readonly add: (gist: Gist) => void; readonly summary: () => Summary } {
  const forms = new Map<string, number>()
  const themes = new Map<string, number>()
  const common = new Map<string, { remark: Gist['remarks'][number]; records: number }>()
  const different: number[] = []
  const good = new Map<string, Gist['good'][number][]>()
  const voices = { person: 0, together: 0, representative: 0, practitioner: 0 }
  const first = new Map<string, string>()
  const copied = new Map<string, { words: string; people: Set<string> }>()

  const add = (gist: Gist): void => {
    count(forms, gist.title)
    for (const theme of new Set(gist.remarks.map((remark) => remark.theme))) count(themes, theme)
    // Forms say the same thing under rules of their own.
    for (const remark of gist.remarks) common.set(remark.term, { remark, records: (common.get(remark.term)?.records ?? 0) + 1 })
    different.push(gist.remarks.length)
    for (const passage of gist.good) {
      const kept = good.get(passage.why) ?? []
      if (kept.length < mostOfASort && !kept.some((each) => each.passage === passage.passage)) good.set(passage.why, [...kept, passage])
    }
    for (const each of gist.voices) for (const voice of Object.keys(voices) as (keyof typeof voices)[]) voices[voice] += each[voice]
    for (const { hash, words } of gist.sentences) {
      const before = first.get(hash)
      if (before === undefined) first.set(hash, gist.who)
      else if (before !== gist.who) copied.set(hash, { words, people: new Set([before, gist.who, ...(copied.get(hash)?.people ?? [])]) })
    }
  }
  const summary = (): Summary => {
    const sorted = [...different].sort((a, b) => a - b)
    const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0
    return {
      records: different.length,
      forms,
      themes: byCount(themes),
      common: [...common.values()].sort((a, b) => b.records - a.records || a.remark.id.localeCompare(b.remark.id, 'en')),
      spread: { low: at(0.25), middle: at(0.5), high: at(0.75) },
      good: [...good.values()].flat(),
      voices,
      copied: [...copied.values()]
        .map(({ words, people }) => ({ words, people: people.size }))
        .sort((a, b) => b.people - a.people || a.words.localeCompare(b.words, 'en')),
    }
  }
  return { add, summary }
}

const count = (counts: Map<string, number>, key: string): Map<string, number> => counts.set(key, (counts.get(key) ?? 0) + 1)
const byCount = (counts: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')))
