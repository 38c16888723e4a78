/** Records of earlier forms → the draft of the next: what is known already is carried, never typed again. */
import { answerAt } from './answer.ts'
import { answerWords } from './answer-words.ts'
import type { Carry, Draft, Form, Path, Question } from './form.ts'
import { isSingle, kindOf } from './kinds/index.ts'
import { allQuestions, questionsOf } from './questions.ts'
import { readExpression } from './rules/language.ts'

/** An answer of an earlier form in the next one. */
export interface Carried {
  readonly path: Path
  readonly label: string
  readonly mode: Carry['mode']
  /** The earlier form and question. */
  readonly from: { readonly form: string; readonly question: Path }
  /** What it says, in words. */
  readonly words: string
}

export interface CarriedDraft {
  readonly draft: Draft
  /** Everything carried, and everything shown for context, in the order of the form. */
  readonly carried: readonly Carried[]
}

/** A filled earlier form. */
export interface Earlier {
  readonly form: Form
  readonly record: Draft
}

/**
 * Starts the next form from earlier ones.
 * What the form asks afresh every time (advocacy, capacity) has no `x-carry`, so it stays empty.
 * @param earlier Filled forms of the same person, oldest first. Rows of a later one are added below those of an earlier one;
 *   any other answer of a later one replaces it.
 */
export function carry(form: Form, earlier: readonly Earlier[]): CarriedDraft {
  const questions = new Map(
    earlier.map(({ form: each }) => [each.id, new Map(allQuestions(each).map((question) => [question.path, question]))]),
  )
  const answers: [Path, unknown][] = []
  const carried: Carried[] = []
  for (const target of questionsOf(form.sections)) {
    let value: unknown
    for (const source of earlier) {
      for (const way of waysFrom(source.form, form, target)) {
        const question = questions.get(source.form.id)?.get(way.question)
        const words = question ? answerWords(question, source.record) : ''
        if (!question || !words) continue
        const found = way.mode === 'context' ? undefined : converted(target, question, way, source.record)
        if (way.mode !== 'context' && found === undefined) continue
        if (found !== undefined) value = Array.isArray(value) && Array.isArray(found) ? [...value, ...found] : found
        carried.push({
          path: target.path,
          label: target.label,
          mode: way.mode,
          from: { form: source.form.id, question: way.question },
          words,
        })
      }
    }
    if (value !== undefined) answers.push([target.path, value])
  }
  return { draft: { form: form.id, formVersion: form.version, ...nested(answers) }, carried }
}

/** The ways a question starts from an earlier form. A new version of the same form takes over all it does not ask afresh. */
function waysFrom(earlier: Form, form: Form, { path, carry: ways }: Question): readonly Carry[] {
  if (earlier.id !== form.id) return ways.filter((way) => way.form === earlier.id)
  const afresh = form.afresh?.some((each) => path === each || path.startsWith(`${each}/`))
  return form.afresh && !afresh ? [{ form: form.id, question: path, mode: 'confirm' }] : []
}

/** An earlier answer as the answer to another question; undefined where it does not fit. */
function converted(target: Question, source: Question, way: Carry, record: Draft): unknown {
  const value = answerAt(record, source.path)
  const control = kindOf(target).control
  if (target.kind === source.kind && !way.parts && control !== 'items') return value
  if (control === 'items') return rowsFrom(target, source, way, value, record)
  const words = answerWords(source, record)
  if (control === 'words') return { text: words }
  return control === 'line' || control === 'lines' ? words : undefined
}

/** The rows of a repeat from those of an earlier repeat or grid, part by part. */
function rowsFrom(target: Question, source: Question, way: Carry, value: unknown, record: Draft): unknown[] | undefined {
  if (value === null || typeof value !== 'object') return undefined
  const holds = readExpression(way.where ?? 'true')
  const kept = Object.entries(value).filter(([key, row]) => holds({ row, key, record }) === true)
  const rows = kept.map(([key, row], index) => {
    const parts = source.parts.find(({ path }) => path === `${source.path}/${key}`)?.parts ?? source.parts
    const found = target.parts.flatMap((part) => {
      const name = idOf(part)
      const answer = partFrom(part, way.parts?.[name] ?? name, parts, row, key, index)
      return answer === undefined ? [] : [[name, answer]]
    })
    return Object.fromEntries(found)
  })
  return rows.length ? rows : undefined
}

/** One part of a row: a number, the row's own name, or the earlier part of that name. */
function partFrom(part: Question, name: string, parts: readonly Question[], row: unknown, key: string, index: number): unknown {
  if (name.startsWith('#')) return `${name.slice(1)}${index + 1}`
  if (name === '*key') return part.options.some(({ value }) => value === key) ? key : undefined
  const source = parts.find((each) => idOf(each) === name)
  const value = row !== null && typeof row === 'object' ? (row as Record<string, unknown>)[name] : undefined
  if (!source || value === undefined) return undefined
  if (source.kind === part.kind) return value
  const kind = kindOf(source)
  const { control } = kindOf(part)
  return isSingle(kind) && (control === 'line' || control === 'lines') ? kind.format(value, source) : undefined
}

const idOf = ({ path }: Question): string => path.slice(path.lastIndexOf('/') + 1)

/** Answers by path → a record. */
function nested(answers: readonly [Path, unknown][]): Draft {
  const record: Record<string, unknown> = {}
  for (const [path, value] of answers) {
    const keys = path.split('/').slice(1)
    const last = keys.pop() ?? ''
    const place = keys.reduce((at, key) => {
      at[key] ??= {}
      return at[key] as Record<string, unknown>
    }, record)
    place[last] = value
  }
  return record
}
