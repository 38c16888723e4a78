/** The answers of a draft, each with the control that shows it. */
import { answerAt } from '../answer.ts'
import type { Draft, Form, Path, Question } from '../form.ts'
import { isSingle, kindOf } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { questionsOf } from '../questions.ts'
import { tagOf } from '../tag.ts'
import type { Problem } from './problem.ts'
import type { SlotKind } from './slots.ts'
import { isRecord, strays } from './strays.ts'

/** What one control is to show. */
export interface Answer {
  readonly question: Question
  readonly slot: SlotKind
  /** As in the record: an ISO date, an option's value. */
  readonly value: string
  /** As a person reads it. */
  readonly words: string
}

export interface Answers {
  /** By `placeKey`. */
  readonly byPlace: ReadonlyMap<string, Answer>
  /** Rows of each repeat, by `placeKey`. */
  readonly rowCounts: ReadonlyMap<string, number>
  readonly problems: readonly Problem[]
}

/** A control in one row. @param rows Row numbers from 1, outermost repeat first. */
export const placeKey = (tag: string, rows: readonly number[]): string => [tag, ...rows].join('\n')

/** The kind of control that answers a question; for one where any may be ticked, the kind of each box. */
export function slotFor(question: Question): SlotKind {
  const slots: Partial<Record<Kind['control'], SlotKind>> = { date: 'date', pickOne: 'dropDown', tick: 'checkbox', pickMany: 'checkbox' }
  return question.calculated ? 'text' : (slots[kindOf(question).control] ?? 'text')
}

/** Reads every answer of a draft, complete or not, valid or not. */
export function answersOf(form: Form, draft: Draft): Answers {
  const byPlace = new Map<string, Answer>()
  const rowCounts = new Map<string, number>()
  const problems: Problem[] = []

  const visit = (question: Question, value: unknown, rows: readonly number[]): void => {
    if (value === undefined) return
    const report = (reason: string): void => {
      problems.push({ path: atRows(question.path, rows), label: question.label, reason: `${reason}: ${shown(value)}` })
    }
    const kind = kindOf(question)
    if (isSingle(kind)) {
      for (const answer of singleAnswers(question, kind, value, report)) {
        const option = kind.control === 'pickMany' && !question.calculated ? answer.value : undefined
        byPlace.set(placeKey(tagOf(question.path, option), rows), answer)
      }
    } else if (kind.control !== 'items') visitParts(question, value, rows, report)
    else if (Array.isArray(value)) {
      rowCounts.set(placeKey(tagOf(question.path), rows), value.length)
      for (const [index, row] of value.entries()) visitParts(question, row, [...rows, index + 1], report)
    } else report('needs a list of rows, so this is not shown')
  }

  const visitParts = (question: Question, value: unknown, rows: readonly number[], report: Report): void => {
    if (!isRecord(value)) report('has parts, so this is not shown')
    else for (const part of question.parts) visit(part, value[lastName(part.path)], rows)
  }

  for (const question of questionsOf(form.sections)) visit(question, answerAt(draft, question.path), [])
  return { byPlace, rowCounts, problems: [...problems, ...strays(form, draft)] }
}

type Report = (reason: string) => void

/** The words of one answer, or why there are none. */
function singleAnswers(question: Question, kind: Kind, value: unknown, report: Report): Answer[] {
  if (!question.calculated && kind.control === 'tick') {
    if (value === true) return [{ question, slot: 'checkbox', value: 'true', words: '' }]
    report('is a box, ticked (true) or left out, so this is not shown')
    return []
  }
  if (!question.calculated && kind.control === 'pickMany') return boxes(question, value, report)
  const words = wordsFor(question, kind, value)
  if (words === undefined) {
    report('cannot be written from this, so it is not shown')
    return []
  }
  if (words === '') return []
  const slot = slotFor(question)
  if (slot === 'dropDown' && !question.options.some((option) => option.value === value)) {
    report('does not have this choice, so it is not shown')
    return []
  }
  // A date is stamped in one form only, however the draft writes it.
  const stamp = slot === 'date' ? kind.parse(words, question) : value
  return [{ question, slot, value: String(stamp), words }]
}

function boxes(question: Question, value: unknown, report: Report): Answer[] {
  if (!Array.isArray(value)) {
    report('needs a list of choices, so this is not shown')
    return []
  }
  return value.flatMap((each: unknown) => {
    if (question.options.some((option) => option.value === each)) {
      return [{ question, slot: 'checkbox' as const, value: String(each), words: '' }]
    }
    report('does not have this choice, so it is not shown')
    return []
  })
}

/** A kind's words for a value; undefined where they would not say what the value says. */
function wordsFor(question: Question, kind: Kind, value: unknown): string | undefined {
  const simple = (each: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof each)
  if (!simple(value) && !(Array.isArray(value) && value.every(simple))) return undefined
  let words: unknown
  try {
    words = kind.format(value, question)
  } catch {
    return undefined
  }
  if (typeof words !== 'string') return undefined
  if (!words.trim()) return ''
  const back = kind.parse(words, question)
  // A half-written answer, such as nine digits of ten, cannot be read back, but shows itself.
  if (back === undefined) return words === value ? words : undefined
  return typeof back === typeof value && Array.isArray(back) === Array.isArray(value) ? words : undefined
}

/** A path with row numbers in place of `*`, counted from 0 as JSON Pointer does. */
function atRows(path: Path, rows: readonly number[]): Path {
  let index = 0
  return path.replace(/\*/g, () => String((rows[index++] ?? 1) - 1))
}

const lastName = (path: Path): string => path.slice(path.lastIndexOf('/') + 1)

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 200) ?? String(value)
