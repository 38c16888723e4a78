/** Filled examples: read from the sources, and held to the form they fill in. */

import { answerAt } from './answer.ts'
import type { Report } from './diagnostics.ts'
import { compose } from './document/compose.ts'
import type { Example } from './emit/emitter.ts'
import type { Draft, Form } from './form.ts'
import { below } from './pointer.ts'
import type { JsonFiles } from './schema/node.ts'
import type { Sources } from './schema/sources.ts'
import { type Standard, verdict } from './validator/verdict.ts'

/**
 * The examples of a form: `examples/<form id>/<name>.json`, each with notes in `<name>.notes.json` and a page for trainers
 * in `<name>.why.md` where there are any.
 * A record that the form refuses is reported, question by question.
 */
export function examplesOf(form: Form, standard: Standard, files: JsonFiles, sources: Sources, report: Report): Example[] {
  const folder = `examples/${form.id}/`
  const paths = [...files.keys()].filter((path) => path.startsWith(folder) && !path.endsWith('.notes.json'))
  if (!paths.length) report('no-example-record', { name: form.id }, { file: folder })
  return paths.map((path) => {
    const file = files.get(path)
    const record = (file?.value ?? {}) as Draft
    const judged = verdict(standard, record)
    for (const problem of judged.valid ? [] : judged.problems) {
      const place = file?.place(problem.pointer) ?? { file: path }
      report('bad-example', { label: problem.label, problem: `${problem.message} ${problem.remedy}` }, place)
    }
    const name = path.slice(folder.length, -'.json'.length)
    const notes = notesFor(record, path.replace(/\.json$/, '.notes.json'), files, report)
    const why = path.replace(/\.json$/, '.why.md')
    const text = sources.get(why)
    return { name, record, notes, ...(text === undefined ? {} : { page: compose(text, [], why, report) }) }
  })
}

function notesFor(record: Draft, path: string, files: JsonFiles, report: Report): Map<string, string> {
  const file = files.get(path)
  const notes = Object.entries((file?.value ?? {}) as Record<string, string>)
  for (const [question] of notes) {
    if (answerAt(record, question) === undefined)
      report('bad-example-note', { name: question }, file?.place(below('', question)) ?? { file: path })
  }
  return new Map(notes)
}
