/** A record → its practice audit: what is going well, and what is worth thinking about. It never scores a person or a worker. */
import { answerWords, excerpt } from '../answer-words.ts'
import type { Draft, Form, Rule } from '../form.ts'
import { type Noticed, type Reader, readerOf } from '../language/reader.ts'
import { recordWords } from '../language/record-words.ts'
import { type Person, type PracticeLanguage, patternsOf } from '../practice-language.ts'
import { allQuestions } from '../questions.ts'
import { findingsOf, type ReadyRule } from '../rules/run.ts'
import { labelAt } from '../validator/labels.ts'
import { readyRule } from '../validator/standard.ts'
import { type Wording, wordingOf } from '../validator/wording.ts'
import { type PlacedPassage, passagesOf } from './passages.ts'
import { type Remark, structure } from './remark.ts'
import { sentenceAt } from './sentence.ts'
import { type VoiceCount, voicesIn } from './voices.ts'

export interface Audit {
  readonly form: string
  readonly title: string
  readonly version: string
  readonly person: Person
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

export type Auditor = (record: Draft, earlier?: Readonly<Record<string, unknown>>) => Audit

/** Makes an auditor of one form's records; made once, used for many. */
export function auditorOf(form: Form, language: PracticeLanguage): Auditor {
  const read = readerOf(language)
  const rules = form.rules.filter(({ quality }) => quality !== undefined).map(readyRule)
  const wording = wordingOf(form)
  const themes = new Map(language.themes.flatMap(({ title, patterns }) => patterns.map(({ id }) => [id, title] as const)))
  return (record, earlier) => {
    const { all, short, person } = passagesOf(form, record)
    const told = [...inWords(all, short, read, language, themes), ...inStructure(form, rules, record, earlier, wording)]
    return {
      form: form.id,
      title: form.title,
      version: form.version,
      person,
      well: told.filter(({ level }) => level === 'good'),
      remarks: told.filter(({ level }) => level !== 'good'),
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

function inStructure(
  form: Form,
  rules: readonly ReadyRule<Rule>[],
  record: Draft,
  earlier: Readonly<Record<string, unknown>> | undefined,
  wording: Wording,
): Remark[] {
  const findings = findingsOf(rules, record, earlier).filter(({ result }) => result !== 'silent')
  return rules.flatMap(({ rule }) => {
    const its = findings.filter((finding) => finding.rule === rule)
    const broken = its.filter(({ result }) => result === 'broken')
    const remark = (pointer: string, level: Remark['level']) => ruleRemark(form, record, wording, rule, pointer, level)
    if (broken.length) return broken.map(({ pointer }) => remark(pointer, rule.level))
    // Something is going well only where there was something to look at, and all of it is.
    return its[0] && rule.well ? [remark(its[0].pointer, 'good')] : []
  })
}

function ruleRemark(form: Form, record: Draft, wording: Wording, rule: Rule, pointer: string, level: Remark['level']): Remark {
  const section = form.sections.find(({ path }) => `${pointer}/`.startsWith(`${path}/`))
  return {
    id: rule.id,
    level,
    theme: structure,
    term: rule.says,
    quality: rule.quality ?? '',
    cites: rule.cites,
    section: section?.title ?? form.title,
    label: labelAt(pointer, wording),
    pointer,
    words: '',
    start: 0,
    end: 0,
    passage: answerNear(form, record, pointer),
    why: (level === 'good' ? rule.well : rule.message) ?? '',
    suggest: level === 'good' ? '' : rule.remedy,
  }
}

/** The answer at a place, or of the row around it. */
function answerNear(form: Form, record: Draft, pointer: string): string {
  const rows = [...pointer.matchAll(/\/(\d+)(?=\/|$)/g)].map(([, row]) => Number(row))
  const path = pointer.replace(/\/\d+(?=\/|$)/g, '/*')
  const questions = allQuestions(form)
  const at = (wanted: string) => questions.find((question) => question.path === wanted)
  const asked = at(path) ?? at(path.replace(/\/\*$/, ''))
  if (!asked) return ''
  const words = answerWords(asked, record, rows)
  const around = words ? undefined : at(path.slice(0, path.lastIndexOf('/')).replace(/\/\*$/, ''))
  return excerpt(words || (around ? answerWords(around, record, rows) : ''), 240)
}

/** How many patterns and rules an audit of a form looks for. */
export const lookedFor = (form: Form, language: PracticeLanguage): number =>
  patternsOf(language).length + form.rules.filter(({ quality }) => quality !== undefined).length
