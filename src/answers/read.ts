/** What a document holds in its places → a draft. What cannot be read with certainty is reported and never guessed. */
import type { Draft, Question } from '../form.ts'
import { type Entry, isAnswered } from './entry.ts'
import { type Find, type Finding, type FindingCode, finding } from './findings.ts'
import type { Field, Names, Outline, Rows } from './outline.ts'
import { rowsOf } from './rows.ts'

export interface DraftRead {
  readonly draft: Draft
  readonly findings: readonly Finding[]
}

/** More than anybody looks through; a form that was filled by nobody has one for each question. */
const mostFindings = 10_000

/**
 * Reads a draft.
 * @param entries In reading order.
 * @param version Of the form, for answers it does not ask for.
 * @param expected Tags that ought to be in the document; undefined where that is not known.
 */
export function readDraft(outline: Outline, entries: readonly Entry[], version: string, expected?: ReadonlySet<string>): DraftRead {
  const found: Finding[] = []
  let more = 0
  const find: Find = (code, params, pointer, label) => {
    if (found.length < mostFindings) found.push(finding(code, params, pointer, label))
    else more++
  }
  const single = new Map<string, Entry[]>()
  const repeated = new Map<Rows, Entry[]>()
  for (const entry of entries) {
    const place = outline.places.get(entry.tag)
    if (!place) {
      if (isAnswered(entry)) find('no-such-question', { words: entry.words || 'a ticked box', version }, '', entry.label ?? entry.tag)
    } else if (place.rows) push(repeated, place.rows, entry)
    else push(single, entry.tag, entry)
  }

  const odd = entries.some(({ beside, hasMore }) => beside !== undefined || hasMore)
  const section = (names: Names, pointer: string, around: string, at: (tag: string) => readonly Entry[]): Draft | undefined => {
    const answers: [string, unknown][] = []
    for (const [name, place] of names) {
      const here = `${pointer}/${name}`
      if (place.type === 'field') {
        const { question } = place
        if (expected && place.tags.some((tag) => expected.has(tag) && !at(tag).length)) find('no-place', {}, here, around + question.label)
        const report: Report = (code, params) => find(code, params, here, around + question.label)
        if (odd) besides(place, at, report)
        answers.push([name, fieldValue(place, at, report)])
      } else if (place.type === 'rows') answers.push([name, list(place, here)])
      else answers.push([name, section(place.inner, here, place.type === 'group' ? `${around}${place.question.label} – ` : around, at)])
    }
    const answered = answers.filter(([, value]) => value !== undefined)
    return answered.length ? Object.fromEntries(answered) : undefined
  }

  const list = (place: Rows, pointer: string): Draft[] | undefined => {
    const { question, inner } = place
    const lost = !repeated.has(place) && [...(expected ?? [])].some((tag) => outline.places.get(tag)?.rows === place)
    if (lost) find('no-place', {}, pointer, question.label)
    const rows = rowsOf(repeated.get(place) ?? []).filter((row) => [...row.values()].some(isAnswered))
    const read = rows.map((row, index) => {
      const around = `${question.label} – ${question.item ?? 'row'} ${index + 1} – `
      return section(inner, `${pointer}/${index}`, around, (tag) => [row.get(tag) ?? []].flat()) ?? {}
    })
    return read.length ? read : undefined
  }

  const draft = section(outline.names, '', '', (tag) => single.get(tag) ?? []) ?? {}
  return { draft, findings: more ? [...found, finding('and-more', { count: more }, '', 'Everything else')] : found }
}

/** What the entries of a field say beside its answer. */
function besides(field: Field, at: (tag: string) => readonly Entry[], report: Report): void {
  for (const { beside, hasMore } of field.tags.flatMap(at)) {
    if (beside !== undefined) report('beside', { words: beside })
    if (hasMore) report('not-words', {})
  }
}

type Report = <C extends FindingCode>(code: C, params: Parameters<typeof finding<C>>[1]) => void

/** The value of one field, or undefined where nothing is written or nothing can be read. */
function fieldValue(field: Field, at: (tag: string) => readonly Entry[], report: Report): unknown {
  if (field.manner === 'boxes') {
    const values = field.boxes.filter(({ tag, label }) => isTicked(at(tag), report, label)).map(({ value }) => value)
    return values.length ? values : undefined
  }
  if (field.manner === 'tick') return isTicked(at(field.tag), report, '') || undefined
  const entry = theOne(at(field.tag), report)
  if (!entry) return undefined
  const { question, kind } = field
  const want = question.want ?? kind.want(question)
  if (field.manner === 'choice') return choiceValue(question, entry, want, report)
  const value = kind.parse(entry.words, question)
  if (value === undefined) report('unreadable', { words: entry.words, want })
  else if (field.manner === 'date' && entry.stored && entry.stored !== value)
    report('stale-date', { words: entry.words, stored: entry.stored })
  return value
}

function choiceValue(question: Question, { words, chosen }: Entry, want: string, report: Report): string | undefined {
  const line = words.trim().toLowerCase()
  const option = question.options.find(({ value, label }) => (chosen === undefined ? label.toLowerCase() === line : value === chosen))
  if (!option) report('unknown-choice', { words, want })
  return option?.value
}

/** The entry that counts, where a question may have been given more than one place. */
function theOne(entries: readonly Entry[], report: Report): Entry | undefined {
  const answered = entries.filter(({ words, unclear }) => words.trim() !== '' || unclear !== undefined)
  const [first] = answered
  const unclear = answered.find((entry) => entry.unclear !== undefined)
  if (unclear) report('unclear', { words: unclear.words, why: unclear.unclear ?? '' })
  else if (answered.some(({ words }) => words !== first?.words)) report('told-twice', { answers: answered.map(({ words }) => words) })
  else {
    if (first?.promptLeft) report('prompt-left', { words: first.words })
    return first
  }
  return undefined
}

function isTicked(entries: readonly Entry[], report: Report, box: string): boolean {
  const lead = box ? `The box “${box}” ` : 'The box '
  const unclear = entries.find((entry) => entry.unclear !== undefined || (entry.ticked === undefined && entry.words.trim() !== ''))
  if (unclear)
    report('unclear', { words: unclear.words, why: `${lead}${unclear.unclear ?? 'holds something that is neither a tick nor empty'}` })
  else if (new Set(entries.map(({ ticked }) => ticked === true)).size > 1)
    report('unclear', { words: '', why: `${lead}stands in the document ${entries.length} times, ticked and not ticked` })
  else return entries[0]?.ticked === true
  return false
}

const push = <Key>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void => {
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}
