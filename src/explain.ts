/** Where a framework item or a law is used. */
import type { Form, Question } from './form.ts'
import { allQuestions, questionsOf } from './questions.ts'

export interface Use {
  readonly form: string
  /** The questions that cite it, with their paths. */
  readonly questions: readonly Pick<Question, 'path' | 'label'>[]
  /** Those of them whose staff guidance therefore prints it. */
  readonly guidance: readonly Pick<Question, 'path' | 'label'>[]
}

/** Every use of an item in the forms; forms without one are left out. */
export function usesOf(id: string, forms: readonly Form[]): Use[] {
  return forms.flatMap((form) => {
    const citing = allQuestions(form).filter(({ practice }) => practice.framework.includes(id) || practice.law.includes(id))
    if (!citing.length) return []
    const placed = new Set(questionsOf(form.sections))
    const named = (questions: readonly Question[]) => questions.map(({ path, label }) => ({ path, label }))
    return [
      { form: form.id, questions: named(citing), guidance: named(citing.filter((question) => question.guidance && placed.has(question))) },
    ]
  })
}
