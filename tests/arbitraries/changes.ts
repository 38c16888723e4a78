/** A broken rule → the changes to a record that may mend it: each question that it touches, answered otherwise or not at all. */
import type { Draft, Form, Path, Question, Rule } from '../../src/form.ts'
import { isSingle, kindOf } from '../../src/kinds/index.ts'
import { valueAt } from '../../src/pointer.ts'
import { allQuestions } from '../../src/questions.ts'
import { readExpression } from '../../src/rules/language.ts'
import { daysAfter } from './answers.ts'
import { answersIn, type Place, withAnswer } from './places.ts'

/** Drafts that differ from a record in one answer. @param spare A new answer for a place. */
export function changesFor(form: Form, { questions }: Rule, record: Draft, spare: (pointer: string) => unknown): Draft[] {
  const touched = questions.flatMap((path) => allQuestions(form).filter((question) => question.path === path))
  const inside = (question: Question): boolean => touched.some(({ path }) => question.path.startsWith(path))
  const others = answersIn(form.sections, record).filter(({ question }) => inside(question))
  return touched.flatMap((question) =>
    pointersOf(record, question.path).flatMap((pointer) => {
      const value = valueAt(record, pointer)
      const answers = [...answersLike(question, value, others, record), spare(pointer), undefined]
      const more = Array.isArray(value) && !isSingle(kindOf(question)) ? [[...value, ...(spare(pointer) as unknown[])]] : []
      return [...answers, ...more].map((answer) => withAnswer(record, pointer, answer))
    }),
  )
}

/** Every place in a record that a path means; where a row is meant, every row there is. */
function pointersOf(record: Draft, path: Path): string[] {
  const [start = '', ...rest] = path.split('/*')
  return rest.reduce(
    (pointers, below) =>
      pointers.flatMap((pointer) => {
        const rows = valueAt(record, pointer)
        return Array.isArray(rows) ? rows.map((_, index) => `${pointer}/${index}${below}`) : []
      }),
    [start],
  )
}

/** Other answers to a question that stand in some relation to the answers around it. */
function answersLike(question: Question, value: unknown, others: readonly Place[], record: Draft): unknown[] {
  if (question.calculated) return [calculated(question.calculated.expression, record)]
  const valuesOf = (...kinds: readonly string[]): unknown[] =>
    others.filter((other) => kinds.includes(other.question.kind)).map((other) => other.value)
  switch (question.kind) {
    case 'choice':
      return question.options.map((option) => option.value)
    case 'date':
      return valuesOf('date').flatMap((date) => [0, 1, -1].map((days) => daysAfter(String(date), days)))
    case 'number':
    case 'money': {
      const numbers = valuesOf('number', 'money').map(Number)
      return numbers.flatMap((a) => numbers.flatMap((b) => [a + b, a - b])).filter((number) => number >= 0)
    }
    case 'references':
      return valuesOf('text').map((id) => [...new Set([...((value ?? []) as string[]), String(id)])])
    default:
      return []
  }
}

/** What a record makes a calculated answer. */
function calculated(expression: string, record: Draft): unknown {
  try {
    const value = readExpression(expression)({ record })
    return typeof value === 'bigint' ? Number(value) : value
  } catch {
    return undefined
  }
}
