/** A form and the framework → the matrix of what answers to what, as a document for people. */
import { answerWords, excerpt } from '../answer-words.ts'
import { type Covered, coverageOf } from '../coverage.ts'
import type { Report } from '../diagnostics.ts'
import type { Draft, Form, Question } from '../form.ts'
import { type Framework, isLaw } from '../framework.ts'
import { questionsOf } from '../questions.ts'
import { compose } from './compose.ts'
import type { Document } from './nodes.ts'
import { render, type Templates } from './template.ts'

const template = 'templates/coverage.md.hbs'

/** Where a passage comes from. */
interface Passages {
  readonly name: string
  readonly record: Draft
}

/** The matrix of one form, with a short passage from the examples beside each item that one of them shows. */
export function coveragePage(
  form: Form,
  framework: Framework,
  examples: readonly Passages[],
  templates: Templates,
  report: Report,
): Document {
  const covered = coverageOf(form, framework)
  const titles = (ids: readonly string[]) => ids.flatMap((id) => framework.get(id)?.title ?? [])
  const context = {
    form,
    law: covered.filter(({ item }) => isLaw(item)).map((each) => row(each, examples)),
    framework: covered.filter(({ item }) => !isLaw(item)).map((each) => row(each, examples)),
    questions: questionsOf(form.sections).map(({ label, practice }) => ({
      label,
      framework: titles(practice.framework),
      law: titles(practice.law),
    })),
  }
  return compose(render(templates, template, context, report) ?? '', [], template, report)
}

function row({ item, questions }: Covered, examples: readonly Passages[]): object {
  return {
    title: item.title,
    id: item.id,
    questions: questions.map(({ label }) => label),
    guidance: guidanceOf(questions),
    passage: passage(questions, examples),
  }
}

/** What staff are told: the reason of the first question that has one. */
const guidanceOf = (questions: readonly Question[]): string => excerpt(questions.find(({ guidance }) => guidance)?.guidance?.why ?? '', 160)

/** The shortest passage that is long enough to show something: a table has little room. */
function passage(questions: readonly Question[], examples: readonly Passages[]): string {
  const all = questions.flatMap((question) => examples.map(({ record }) => answerWords(question, record)))
  const [best] = all.filter((words) => words.length >= 25).sort((a, b) => a.length - b.length)
  return excerpt(best ?? '', 160)
}
