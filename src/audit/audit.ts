/** A record → its practice audit: what is going well, and what is worth thinking about. It never scores a person or a worker. */
import { answerAt } from '../answer.ts'
import type { Draft, Form } from '../form.ts'
import { type Noticed, type Reader, readerOf } from '../language/reader.ts'
import { recordWords } from '../language/record-words.ts'
import type { Person, PracticeLanguage } from '../practice-language.ts'
import { allQuestions } from '../questions.ts'
import { wordingOf } from '../validator/wording.ts'
import { type PlacedPassage, passagesOf } from './passages.ts'
import type { Remark } from './remark.ts'
import { sentenceAt } from './sentence.ts'
import { structureOf } from './structure.ts'
import { type VoiceCount, voicesIn } from './voices.ts'

export interface Audit {
  readonly form: string
  readonly title: string
  /** Of the form that was filled in, as the record says. */
  readonly version: string
  readonly person: Person
  /** The question that asks which words the person chooses; undefined where the form has none. */
  readonly chosenWordsAsked?: string | undefined
  /** What is going well, in the order of the form. */
  readonly well: readonly Remark[]
  /** What is worth thinking about, in the order of the form. */
  readonly remarks: readonly Remark[]
  /** In whose words the answers are, section by section. */
  readonly voices: readonly VoiceCount[]
  readonly passages: readonly PlacedPassage[]
  /** Short answers, such as names: what is left out where a report goes beyond those who know the person. */
  readonly short: readonly string[]
}

export type Auditor = (record: Draft) => Audit

/**
 * Makes an auditor of one form's records; made once, used for many.
 * @param read A reader of that language, where there is one already: it takes as long to make as many records take to read.
 */
export function auditorOf(form: Form, language: PracticeLanguage, read = readerOf(language)): Auditor {
  const wording = wordingOf(form)
  const inStructure = structureOf(form, wording)
  const chosenWordsAsked = allQuestions(form).find(({ person }) => person === 'chosenWords')?.label
  const themes = new Map(language.themes.flatMap(({ title, patterns }) => patterns.map(({ id }) => [id, title] as const)))
  return (record) => {
    const { all, short, person } = passagesOf(form, record, wording)
    const told = [...inWords(all, short, read, language, themes), ...inStructure(record, all)]
    const remarks = told.filter(({ level }) => level !== 'good')
    return {
      form: form.id,
      title: form.title,
      version: written(record) ?? form.version,
      person,
      chosenWordsAsked,
      // Nothing is celebrated in an answer that there is something to say about.
      well: told.filter(({ level, pointer }) => level === 'good' && !remarks.some((remark) => remark.pointer === pointer)),
      remarks,
      voices: voicesIn(all),
      passages: all,
      short,
    }
  }
}

function inWords(
  passages: readonly PlacedPassage[],
  short: readonly string[],
  read: Reader,
  language: PracticeLanguage,
  themes: ReadonlyMap<string, string>,
): Remark[] {
  const record = recordWords(rowTexts(passages), short, language.lists)
  const found = passages.flatMap((passage) => read(passage, record).map((noticed) => ({ passage, noticed })))
  const often = new Map<string, number>()
  const key = ({ passage, noticed }: (typeof found)[number]): string => `${passage.section} ${noticed.pattern.id}`
  for (const each of found) often.set(key(each), (often.get(key(each)) ?? 0) + 1)
  return found
    .filter((each) => (often.get(key(each)) ?? 0) >= each.noticed.pattern.atLeast)
    .map(({ passage, noticed }) => wordRemark(passage, noticed, themes.get(noticed.pattern.id) ?? ''))
}

/** The texts of each row together: within one, such as the old words of a plan beside the new, the same may stand twice. */
function rowTexts(passages: readonly PlacedPassage[]): string[] {
  const rows = new Map<string, string>()
  for (const { pointer, text } of passages) {
    const row = pointer.slice(0, pointer.lastIndexOf('/'))
    rows.set(row, rows.has(row) ? `${rows.get(row)}\n\n${text}` : text)
  }
  return [...rows.values()]
}

function wordRemark({ text, pointer, label, section }: PlacedPassage, { pattern, start, end }: Noticed, theme: string): Remark {
  const { id, level, term, quality, cites, why, suggest } = pattern
  const words = text.slice(start, end)
  return {
    id,
    level,
    theme,
    term,
    quality,
    cites,
    section,
    label,
    pointer,
    words,
    start,
    end,
    passage: sentenceAt(text, { start, end }),
    why,
    suggest,
  }
}

/** The version of the form that a record says it fills in. */
function written(record: Draft): string | undefined {
  const version = answerAt(record, '/formVersion')
  return typeof version === 'string' ? version : undefined
}
