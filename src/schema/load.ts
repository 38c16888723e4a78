/** Sources → forms and framework. */
import type { Report } from '../diagnostics.ts'
import type { Form } from '../form.ts'
import type { Framework } from '../framework.ts'
import { nearest } from '../nearest.ts'
import { allQuestions } from '../questions.ts'
import { checkDialects } from './dialect.ts'
import { parseFramework } from './framework.ts'
import { checkRepeats } from './guidance.ts'
import { type JsonFile, parseJson } from './json.ts'
import type { JsonFiles } from './node.ts'
import { parseForm } from './parse.ts'
import type { Sources } from './sources.ts'

export interface Model {
  readonly forms: readonly Form[]
  readonly framework: Framework
  /** Every JSON source, for places in later diagnostics. */
  readonly files: JsonFiles
}

/**
 * Parses all forms. Goes on after an error, so that everything wrong is reported at once.
 * @param sources Text by path; forms are `schemas/forms/<id>.json`.
 */
export function loadModel(sources: Sources, report: Report): Model {
  const files = new Map<string, JsonFile>()
  for (const [path, text] of sources) {
    if (!path.endsWith('.json')) continue
    const file = parseJson(path, text, report)
    if (file) files.set(path, file)
  }
  const fits = checkDialects(files, report)
  checkRepeats(files, report)
  const framework = parseFramework(files, report)
  const paths = [...files.keys()].filter((path) => /^schemas\/forms\/[^/]+\.json$/.test(path))
  if (!paths.length) report('no-forms', {}, { file: 'schemas/forms' })
  const forms = paths.flatMap((path) => {
    try {
      return parseForm({ files, framework, report }, path) ?? []
    } catch (problem) {
      if (fits) throw problem
      return [] // a file that does not fit its dialect can be of any shape; that has been said
    }
  })
  checkCarries(forms, report)
  return { forms, framework, files }
}

/** Reports answers that are to be carried from questions that are not there: they would be lost without a word. */
function checkCarries(forms: readonly Form[], report: Report): void {
  const known = new Map(forms.map((form) => [form.id, allQuestions(form).map(({ path }) => path)]))
  for (const form of forms) {
    const file = `schemas/forms/${form.id}.json`
    for (const { label, carry } of allQuestions(form)) {
      for (const { form: id, question } of carry) {
        const paths = known.get(id)
        if (!paths) report('no-such-form', { name: id, nearest: nearest(id, known.keys()) }, { file })
        else if (!paths.includes(question)) report('lost-carry', { label, name: question, nearest: nearest(question, paths) }, { file })
      }
    }
  }
}
