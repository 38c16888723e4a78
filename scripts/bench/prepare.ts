/** Makes the subject ready: lays the form out, fills it, and writes everything that contenders start from. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collector, failed, sentence } from '../../src/diagnostics.ts'
import { editionsOf } from '../../src/document/form-page.ts'
import { templatesOf } from '../../src/document/template.ts'
import { wordTemplate } from '../../src/emit/word.ts'
import type { Form } from '../../src/form.ts'
import { loadModel } from '../../src/schema/load.ts'
import { parseSettings } from '../../src/schema/settings.ts'
import { readSources, type Sources } from '../../src/schema/sources.ts'
import { partOf } from './answers.ts'
import { plainFill } from './ours.ts'
import { compressed, partsOf, zipped } from './package-files.ts'
import { pageOf } from './page.ts'
import { braces, carbones, type Syntax, withPlaceholders } from './placeholders.ts'
import { files, open, type Subject } from './subject.ts'

/** The real assessment and its first example. @param root The project's folder. */
export async function prepare(folder: string, root: string): Promise<Subject> {
  const sources = await readSources(root)
  const record = [...sources.keys()].find((path) => /^examples\/assessment\/[^.]+\.json$/.test(path))
  if (!record) throw new Error('The assessment has no example to measure with')
  const { form, template } = await laidOut(sources, 'assessment')
  return write(folder, form, template, sources.get(record) ?? '')
}

/** A form and its Word template, through the same code as the build. */
export async function laidOut(sources: Sources, id: string): Promise<{ form: Form; template: Uint8Array }> {
  const { found, report } = collector()
  const model = loadModel(sources, report)
  const form = model.forms.find((each) => each.id === id)
  const settings = await parseSettings(model.files, sources, report)
  const [edition] = form ? editionsOf(form, settings, templatesOf(sources), report) : []
  if (!form || !edition || failed(found)) throw new Error(`The form ${id} cannot be laid out:\n${found.map(sentence).join('\n')}`)
  return { form, template: await wordTemplate(form, edition, settings) }
}

/** Writes what contenders start from, and opens it. */
export function write(folder: string, form: Form, template: Uint8Array, recordText: string): Subject {
  const save = (name: string, contents: string | Uint8Array) => writeFileSync(join(folder, name), contents)
  const filled = plainFill(form, template)(JSON.parse(recordText))
  save('form.json', JSON.stringify(form))
  save('record.json', recordText)
  save('template.docx', template)
  save('filled.docx', filled)
  save(files.page, JSON.stringify(pageOf(partOf(filled))))
  for (const [name, syntax] of Object.entries({ braces, carbones })) {
    const { file, words } = placeholderFile(filled, syntax)
    save(files[name as 'braces' | 'carbones'], file)
    save(files.placeholderWords, JSON.stringify(words))
  }
  return open(folder)
}

function placeholderFile(filled: Uint8Array, syntax: Syntax): { file: Uint8Array; words: object } {
  const { xml, words } = withPlaceholders(partOf(filled), syntax)
  return { file: zipped(partsOf(filled).map((part) => (part.name === 'word/document.xml' ? compressed(part.name, xml, 6) : part))), words }
}
