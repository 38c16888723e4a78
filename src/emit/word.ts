/** Forms as Word: each edition laid out once, and every example that same template with its controls filled. */
import type { Edition } from '../document/form-page.ts'
import type { Form } from '../form.ts'
import type { Settings } from '../settings.ts'
import { fill } from '../word/fill/fill.ts'
import { compileTemplate } from '../word/fill/scan.ts'
import { layOut } from '../word/template.ts'
import { type Artefact, artefact, type Emitter, fileName, type Job, pageOf } from './emitter.ts'

export const word: Emitter = {
  kinds: ['word-template', 'example-word'],
  async emit({ form, settings, editions, examples }: Job) {
    const blanks: Artefact[] = []
    for (const edition of editions) {
      blanks.push(
        artefact(form, 'word-template', fileName(form, ['form', edition.name], 'docx'), await wordTemplate(form, edition, settings)),
      )
    }
    const full = blanks[0]
    if (!full || !examples.length) return blanks
    const template = compileTemplate(full.contents as Uint8Array, form)
    const filled = examples.map(({ name, record, notes }) => {
      const { docx, problems } = fill(template, record, notes)
      if (problems.length) throw new Error(`example ${name}: ${problems.map(({ label, reason }) => `“${label}” ${reason}`).join('; ')}`)
      return artefact(form, 'example-word', fileName(form, ['example', name], 'docx'), docx)
    })
    return [...blanks, ...filled]
  },
}

/** The Word form that practitioners download. */
export function wordTemplate(form: Form, { name, title, document }: Edition, settings: Settings): Promise<Uint8Array> {
  const page = pageOf(form, title, settings)
  return layOut(document, { ...page, properties: { ...page.properties, edition: name || 'full' } })
}
