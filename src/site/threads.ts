/** What runs through the forms of one person: the same thing wanted in one, agreed in the next, looked back on in the third. */
import { rowCount } from '../answer.ts'
import { answerWords } from '../answer-words.ts'
import type { Carry, Draft, Form, Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { questionsOf } from '../questions.ts'

/** One form of one person. */
export interface FilledForm {
  readonly form: Form
  readonly record: Draft
}

/** A row of a form, where a thread passes through it. */
export interface Stop {
  readonly filled: FilledForm
  readonly question: Question
  /** Counted from 0. */
  readonly row: number
}

/** One thing, by its permanent number. */
export interface Thread {
  readonly number: string
  /** One for each form of its strand; undefined where that form says nothing of it. */
  readonly stops: readonly (Stop | undefined)[]
}

/** Threads of one kind, such as outcomes. */
export interface Strand {
  /** What one of them is called where it is first asked about: `outcome`. */
  readonly item: string
  /** The forms that say anything of them, in order. */
  readonly forms: readonly FilledForm[]
  readonly threads: readonly Thread[]
}

/** A question whose rows have numbers of their own. */
interface Numbered {
  readonly filled: FilledForm
  readonly question: Question
}

/**
 * The strands of a person's forms. Rows belong together where one question takes its rows over from another (`Carry`), numbers and all.
 * What a person wants comes first, as the rest is there for it; then in the order in which things are asked.
 * @param forms In the order in which they were filled in.
 */
export function strandsOf(forms: readonly FilledForm[]): Strand[] {
  const questions = forms.flatMap((filled) =>
    questionsOf(filled.form.sections)
      .filter(hasNumbers)
      .map((question): Numbered => ({ filled, question })),
  )
  const groups = grouped(questions)
  const wanted = groups.filter(([first]) => first?.question.about === 'outcomes')
  return [...wanted, ...groups.filter((group) => !wanted.includes(group))].map(strandOf).filter(({ threads }) => threads.some(isTied))
}

const isTied = ({ stops }: Thread): boolean => stops.filter(Boolean).length > 1

const hasNumbers = (question: Question): boolean => kindOf(question).control === 'items' && question.parts[0]?.kind === 'text'

/** The last step of a path. */
export const idOf = ({ path }: Question): string => path.slice(path.lastIndexOf('/') + 1)

/** The way in which a question takes over rows from another, with their numbers; undefined where it does not. */
export const tieBetween = (target: Question, source: Question, sourceForm: Form): Carry | undefined =>
  target.carry.find(({ form, question, mode, parts }) => {
    if (form !== sourceForm.id || question !== source.path || mode === 'context') return false
    const [here, there] = [target.parts[0], source.parts[0]]
    return here !== undefined && there !== undefined && (parts?.[idOf(here)] ?? idOf(here)) === idOf(there)
  })

/** Questions that are tied to each other, whichever of them comes first, in groups. */
function grouped(questions: readonly Numbered[]): Numbered[][] {
  let groups: Numbered[][] = []
  for (const one of questions) {
    const isNear = (group: readonly Numbered[]): boolean => group.some((other) => areTied(one, other) || areTied(other, one))
    const near = groups.filter(isNear)
    const [first] = near
    const joined = [...near.flat(), one]
    groups = first ? groups.flatMap((group) => (group === first ? [joined] : near.includes(group) ? [] : [group])) : [...groups, joined]
  }
  return groups
}

const areTied = (one: Numbered, other: Numbered): boolean => tieBetween(one.question, other.question, other.filled.form) !== undefined

function strandOf(group: readonly Numbered[]): Strand {
  const rows = group.flatMap(({ filled, question }) =>
    Array.from({ length: rowCount(filled.record, question.path) }, (_, row) => ({
      number: question.parts[0] ? answerWords(question.parts[0], filled.record, [row]).trim() : '',
      stop: { filled, question, row },
    })),
  )
  const forms = [...new Set(rows.map(({ stop }) => stop.filled))]
  const numbers = [...new Set(rows.map(({ number }) => number))].filter(Boolean)
  return {
    item: group[0]?.question.item ?? 'row',
    forms,
    threads: numbers.map((number) => ({
      number,
      stops: forms.map((filled) => rows.find((row) => row.number === number && row.stop.filled === filled)?.stop),
    })),
  }
}
