/** The answers of a draft, each with the control that shows it. */
import type { Draft, Form, Item, Path, Question } from '../form.ts'
import { isSingle, kindOf } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { tagOf } from '../tag.ts'
import type { SlotKind } from './slots.ts'

/** Something about an answer, or a place for one, that a person should know. */
export interface Problem {
  readonly path: Path
  readonly label: string
  readonly reason: string
}

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

/** Reads every answer of a draft, complete or not, valid or not. */
export function answersOf({ sections }: Form, draft: Draft): Answers {
  const byPlace = new Map<string, Answer>()
  const rowCounts = new Map<string, number>()
  const problems: Problem[] = []

  const visit = (question: Question, value: unknown, rows: readonly number[]): void => {
    if (value === undefined) return
    const report = (reason: string): void => {
      problems.push({ path: atRows(question.path, rows), label: question.label, reason })
    }
    const kind = kindOf(question)
    if (kind.control === 'items') {
      if (!Array.isArray(value)) return report(`This needs a list of rows, so it is not shown: ${shown(value)}`)
      rowCounts.set(placeKey(tagOf(question.path), rows), value.length)
      value.forEach((row, index) => parts(question, row, [...rows, index + 1], report))
    } else if (isSingle(kind)) {
      for (const answer of singleAnswers(question, kind, value, report)) {
        const option = kind.control === 'pickMany' ? answer.value : undefined
        byPlace.set(placeKey(tagOf(question.path, option), rows), answer)
      }
    } else parts(question, value, rows, report)
  }

  const parts = (question: Question, value: unknown, rows: readonly number[], report: (reason: string) => void): void => {
    if (!isRecord(value)) return report(`This needs answers with names, so it is not shown: ${shown(value)}`)
    for (const part of question.parts) visit(part, value[lastName(part.path)], rows)
  }

  for (const question of sections.flatMap(questionsOf)) visit(question, valueAt(draft, question.path), [])
  return { byPlace, rowCounts, problems: [...problems, ...strays(sections, draft)] }
}

/** The questions of a section and its smaller sections, in order. Not their parts. */
export function questionsOf(item: Item): Question[] {
  return item.type === 'question' ? [item] : item.items.flatMap(questionsOf)
}

/** The words of one answer, or why there are none. */
function singleAnswers(question: Question, kind: Kind, value: unknown, report: (reason: string) => void): Answer[] {
  if (!question.calculated && kind.control === 'tick') {
    if (value === true) return [{ question, slot: 'checkbox', value: 'true', words: '' }]
    report(`A box is ticked (true) or left out, so this is not shown: ${shown(value)}`)
    return []
  }
  if (!question.calculated && kind.control === 'pickMany') return boxes(question, value, report)
  const words = wordsFor(question, kind, value)
  if (words === undefined) {
    report(`This answer is not of the right type, so it is not shown: ${shown(value)}`)
    return []
  }
  if (!words.trim()) return []
  const slots: Partial<Record<Kind['control'], SlotKind>> = { date: 'date', pickOne: 'dropDown' }
  const slot = question.calculated ? 'text' : (slots[kind.control] ?? 'text')
  if (slot === 'dropDown' && !question.options.some((option) => option.value === value)) {
    report(`This is not one of the choices, so it is not shown: ${shown(value)}`)
    return []
  }
  // A date is stamped in one form only, however the draft writes it.
  const stamp = slot === 'date' ? kind.parse(words, question) : value
  return [{ question, slot, value: String(stamp), words }]
}

function boxes(question: Question, value: unknown, report: (reason: string) => void): Answer[] {
  if (!Array.isArray(value)) {
    report(`This needs a list of choices, so it is not shown: ${shown(value)}`)
    return []
  }
  return value.flatMap((each: unknown) => {
    if (question.options.some((option) => option.value === each)) {
      return [{ question, slot: 'checkbox' as const, value: String(each), words: '' }]
    }
    report(`This is not one of the choices, so it is not shown: ${shown(each)}`)
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
  const back = kind.parse(words, question)
  // A half-written answer, such as nine digits of ten, cannot be read back, but shows itself.
  if (back === undefined) return words === value ? words : undefined
  return typeof back === typeof value && Array.isArray(back) === Array.isArray(value) ? words : undefined
}

/** What a draft holds and the form does not ask. Names at the top, such as the form's version, are about the record itself. */
function strays(sections: Form['sections'], draft: Draft): Problem[] {
  const known = new Set<Path>()
  const note = (path: Path): void => {
    for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1)) known.add(path.slice(0, at))
  }
  const noteAll = (question: Question): void => {
    note(question.path)
    question.parts.forEach(noteAll)
  }
  sections.flatMap(questionsOf).forEach(noteAll)
  const above = new Set([...known].map((path) => path.slice(0, path.lastIndexOf('/'))))
  const walk = (value: unknown, path: Path): Problem[] => {
    if (Array.isArray(value)) return value.flatMap((row: unknown) => walk(row, `${path}/*`))
    if (!isRecord(value)) return []
    return Object.entries(value).flatMap(([name, inner]): Problem[] => {
      const here = `${path}/${name}`
      if (known.has(here)) return above.has(here) || above.has(`${here}/*`) ? walk(inner, here) : []
      if (path === '' && typeof inner !== 'object') return []
      return [{ path: here, label: name, reason: 'The form does not ask this, so it is not shown' }]
    })
  }
  return walk(draft, '')
}

/** A path with row numbers in place of `*`, counted from 0 as JSON Pointer does. */
function atRows(path: Path, rows: readonly number[]): Path {
  let index = 0
  return path.replace(/\*/g, () => String((rows[index++] ?? 1) - 1))
}

function valueAt(draft: Draft, path: Path): unknown {
  return path
    .slice(1)
    .split('/')
    .reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), draft)
}

const lastName = (path: Path): string => path.slice(path.lastIndexOf('/') + 1)

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 200) ?? String(value)
