/** The people in the examples. */
import { answerWords } from '../answer-words.ts'
import type { Example } from '../emit/emitter.ts'
import type { Form } from '../form.ts'
import { allQuestions } from '../questions.ts'

/** Whose record an example is, by the answer to the question that says so, or else by the name of its file. */
export function whoseRecord(form: Form, { name, record }: Pick<Example, 'name' | 'record'>): string {
  const question = allQuestions(form).find(({ person }) => person === 'fullName')
  const said = question ? answerWords(question, record) : ''
  return said || name.replaceAll('-', ' ')
}
