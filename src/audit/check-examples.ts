/** What people learn from, held to the audit itself: every weak example is noticed, every better one and every filled example passes. */
import type { Place, Report } from '../diagnostics.ts'
import type { Draft, Form } from '../form.ts'
import type { Reader } from '../language/reader.ts'
import type { Passage, PracticeLanguage } from '../practice-language.ts'
import { allQuestions } from '../questions.ts'
import { guidancePlaces } from '../schema/guidance.ts'
import type { JsonFiles } from '../schema/node.ts'
import { auditorOf } from './audit.ts'

interface Filled {
  readonly name: string
  readonly record: Draft
}

/**
 * Reports examples that teach the wrong thing. A project without a practice language has nothing to hold them to.
 * @param read A reader of that language.
 * @param examples The filled examples of the form.
 */
export function checkExamples(
  form: Form,
  language: PracticeLanguage,
  read: Reader,
  examples: readonly Filled[],
  files: JsonFiles,
  report: Report,
): void {
  if (!language.themes.length) return
  const places = guidancePlaces(files)
  const placeOf = (text: string): Place => places.get(text) ?? { file: `schemas/forms/${form.id}.json` }
  const notice = (passage: Passage) => {
    const all = read(passage).filter(({ pattern }) => pattern.level !== 'good')
    return all.filter(({ pattern }) => all.filter((each) => each.pattern === pattern).length >= pattern.atLeast)
  }
  for (const question of allQuestions(form)) {
    const { label, about, guidance } = question
    if (!guidance?.example) continue
    const { weak, better } = guidance.example
    const required = question.kind === 'longText'
    // Whatever it should have been, a weak answer is a worker's.
    if (!notice({ text: weak, about, required }).length) report('weak-not-caught', { label }, placeOf(weak))
    for (const { pattern, start, end } of notice({ text: better, about, required, voice: question.voice }))
      report('better-caught', { label, words: better.slice(start, end), term: pattern.term }, placeOf(better))
  }
  const audit = auditorOf(form, language, read)
  for (const { name, record } of examples) {
    const path = `examples/${form.id}/${name}.json`
    for (const { label, words, term, pointer, why } of audit(record).remarks)
      report('example-caught', { label, words: words ? `“${words}”` : why, term }, files.get(path)?.place(pointer) ?? { file: path })
  }
}
