/** The traceability matrix: framework item → questions, guidance and example passages, and back from each question. */
import { answerWords, excerpt } from '../answer-words.ts'
import { type Covered, coverageOf } from '../coverage.ts'
import { printMarkdown } from '../document/markdown.ts'
import type { Question } from '../form.ts'
import { questionsOf } from '../questions.ts'
import { layOut } from '../word/template.ts'
import { artefact, type Emitter, type Example, fileName, type Job, pageOf } from './emitter.ts'

export const coverage: Emitter = {
  kinds: ['coverage-word', 'coverage-markdown', 'coverage-json'],
  async emit({ form, coverage: document, framework, settings, examples }: Job) {
    const title = `${form.title}: what answers to what`
    const word = await layOut(document, { ...pageOf(form, title, settings), landscape: true })
    const matrix = {
      form: form.id,
      version: form.version,
      items: coverageOf(form, framework).map((covered) => itemRow(covered, examples)),
      questions: questionsOf(form.sections).map(({ path, label, practice }) => ({ path, label, ...practice })),
    }
    return [
      artefact(form, 'coverage-word', fileName(form, ['coverage'], 'docx'), word),
      artefact(form, 'coverage-markdown', fileName(form, ['coverage'], 'md'), printMarkdown(document)),
      artefact(form, 'coverage-json', fileName(form, ['coverage'], 'json'), `${JSON.stringify(matrix, null, 2)}\n`),
    ]
  },
}

const itemRow = ({ item, questions, rules }: Covered, examples: readonly Example[]): object => ({
  id: item.id,
  kind: item.kind,
  title: item.title,
  source: item.source,
  appliesTo: item.appliesTo,
  questions: questions.map(({ path, label, guidance }) => ({ path, label, guidance: guidance?.why })),
  rules,
  passages: questions.flatMap((question) => passagesOf(question, examples)),
})

const passagesOf = (question: Question, examples: readonly Example[]): object[] =>
  examples.flatMap(({ name, record }) => {
    const words = answerWords(question, record)
    return words ? [{ example: name, question: question.path, words: excerpt(words, 300) }] : []
  })
