/** A broken rule → the changes that may mend it: each question that it touches, answered otherwise or not at all. */
import type { Draft, Form, Path, Question, Rule } from '../../src/form.ts'
import { isSingle, kindOf } from '../../src/kinds/index.ts'
import { valueAt } from '../../src/pointer.ts'
import { allQuestions, withParts } from '../../src/questions.ts'
import { readExpression } from '../../src/rules/language.ts'
import { daysAfter } from './answers.ts'
import type { Place } from './places.ts'

/** One answer given otherwise, or taken out. */
export interface Change {
  readonly pointer: string
  readonly answer: unknown
}

/** The changes worth trying. @param spare A new answer for a place. */
export function changesFor(
  form: Form,
  { questions }: Pick<Rule, 'questions'>,
  record: Draft,
  spare: (pointer: string) => unknown,
): Change[] {
  const all = allQuestions(form)
  const touched = questions.flatMap((path) => all.filter((question) => means(path, question.path)))
  const others = touched
    .flatMap(withParts)
    .flatMap((question) => pointersOf(record, question.path).map((pointer) => ({ question, pointer, value: valueAt(record, pointer) })))
  return touched.flatMap((question) =>
    pointersOf(record, question.path).flatMap((pointer) => {
      const value = valueAt(record, pointer)
      const added = Array.isArray(value) && !isSingle(kindOf(question)) ? [[...value, ...(spare(pointer) as unknown[])]] : []
      return [...answersLike(question, value, others, record), spare(pointer), undefined, ...added].map((answer) => ({ pointer, answer }))
    }),
  )
}

/** True where a rule's path means a question: `*` stands for any row, of a grid too, whose rows have names. */
function means(rulePath: Path, path: Path): boolean {
  const [wanted, names] = [rulePath.split('/'), path.split('/')]
  return wanted.length === names.length && wanted.every((name, index) => name === '*' || name === names[index])
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
    others.filter((other) => other.value !== undefined && kinds.includes(other.question.kind)).map((other) => other.value)
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
