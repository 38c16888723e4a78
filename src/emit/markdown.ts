/** Forms as Markdown: blank to fill in any editor, and every example that same form with its fences filled. */
import { blankForm } from '../markdown/blank.ts'
import { fill } from '../markdown/fill.ts'
import { compileTemplate } from '../markdown/template.ts'
import { artefact, type Emitter, fileName, footOf } from './emitter.ts'

export const markdown: Emitter = {
  kinds: ['markdown-template', 'example-markdown'],
  emit({ form, settings, editions, examples }) {
    const blanks = editions.map(({ name, document }) =>
      artefact(form, 'markdown-template', fileName(form, ['form', name], 'md'), blankForm(document, footOf(form, settings))),
    )
    const full = blanks[0]
    if (!full) return blanks
    const template = compileTemplate(full.contents, form)
    const filled = examples.map(({ name, record, notes }) => {
      const { markdown, problems } = fill(template, record, notes)
      if (problems.length) throw new Error(`example ${name}: ${problems.map(({ label, reason }) => `“${label}” ${reason}`).join('; ')}`)
      return artefact(form, 'example-markdown', fileName(form, ['example', name], 'md'), markdown)
    })
    return [...blanks, ...filled]
  },
}
