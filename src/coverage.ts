/** Whether the forms live up to the framework: which question answers to which item, and which item nobody answers to. */
import type { Report } from './diagnostics.ts'
import type { Form, Question } from './form.ts'
import type { Framework, FrameworkItem } from './framework.ts'
import { questionsOf, withParts } from './questions.ts'

/** An item and everything in one form that answers to it. */
export interface Covered {
  readonly item: FrameworkItem
  /** Questions that cite it, or offer it as an answer. */
  readonly questions: readonly Question[]
  /** Rules that cite it, by id. */
  readonly rules: readonly string[]
}

/** Every item that a form uses or owes, in the framework's order. */
export function coverageOf(form: Form, framework: Framework): Covered[] {
  const questions = questionsOf(form.sections).map((question) => ({ question, answersTo: new Set(withParts(question).flatMap(answered)) }))
  return [...framework.values()].flatMap((item) => {
    const using = questions.filter(({ answersTo }) => answersTo.has(item.id)).map(({ question }) => question)
    const rules = form.rules.filter(({ cites }) => cites.includes(item.id)).map(({ id }) => id)
    return using.length || rules.length || item.appliesTo.includes(form.stage) ? [{ item, questions: using, rules }] : []
  })
}

/** Reports every item that names this form's stage and that no question of it answers to. */
export function checkCoverage(form: Form, framework: Framework, report: Report): void {
  for (const { item, questions } of coverageOf(form, framework)) {
    if (!questions.length && item.appliesTo.includes(form.stage))
      report('uncovered-item', { id: item.id, title: item.title, form: form.title }, { file: item.file })
  }
}

/** Everything that one question answers to, by id. */
const answered = ({ practice, options }: Question): string[] => [
  ...practice.framework,
  ...practice.law,
  ...options.map(({ value }) => value),
]
