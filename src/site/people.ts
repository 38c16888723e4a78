/** The people in the examples. */
import { answerAt, rowCount } from '../answer.ts'
import { answerWords } from '../answer-words.ts'
import type { Example } from '../emit/emitter.ts'
import type { Draft, Form, Question } from '../form.ts'
import { isDay } from '../kinds/date.ts'
import { kindOf } from '../kinds/index.ts'
import { allQuestions, questionsOf } from '../questions.ts'

/** Whose record an example is, by the answer to the question that says so, or else by the name of its file. */
export function whoseRecord(form: Form, { name, record }: Pick<Example, 'name' | 'record'>): string {
  const question = allQuestions(form).find(({ person }) => person === 'fullName')
  const said = question ? answerWords(question, record) : ''
  return said || name.replaceAll('-', ' ')
}

/**
 * The day that a record is from, as ISO 8601: the last that its first section asks of everybody, as a day of birth or of what went before
 * is earlier. Empty where it says none.
 */
export function dayOf(form: Form, record: Draft): string {
  const first = form.sections.slice(0, 1)
  const days = questionsOf(first)
    .filter(isAskedOfAll)
    .flatMap((question) => daysAt(question, record))
  return days.sort().at(-1) ?? ''
}

const isAskedOfAll = ({ required, tier }: Question): boolean => required && tier === 'brief'

function daysAt(question: Question, record: Draft): string[] {
  const rows = kindOf(question).control === 'items' ? Array.from({ length: rowCount(record, question.path) }, (_, row) => row) : []
  const values =
    question.kind === 'date'
      ? [answerAt(record, question.path)]
      : rows.flatMap((row) => question.parts.filter(({ kind }) => kind === 'date').map(({ path }) => answerAt(record, path, [row])))
  return values.filter((value): value is string => typeof value === 'string' && isDay(value))
}

/** True where the brief edition of a form has room for all that a record says. */
export const fitsBrief = (form: Form, record: Draft): boolean =>
  form.brief && allQuestions(form).every((question) => question.tier === 'brief' || !answerWords(question, record))
