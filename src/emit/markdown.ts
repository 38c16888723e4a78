/** Forms as Markdown: blank to fill in any editor, and filled examples. A blank form is a form filled with nothing. */
import { withAnswers } from '../document/answers.ts'
import { printMarkdown } from '../document/markdown.ts'
import { artefact, type Emitter, fileName } from './emitter.ts'

export const markdown: Emitter = {
  kinds: ['markdown-template', 'example-markdown'],
  emit({ form, editions, examples }) {
    const identity = `\nVersion ${form.version}, ${form.id}\n`
    const blanks = editions.map(({ name, document }) =>
      artefact(form, 'markdown-template', fileName(form, ['form', name], 'md'), printMarkdown(withAnswers(document, {})) + identity),
    )
    const full = editions[0]
    if (!full) return blanks
    const filled = examples.map(({ name, record, notes }) =>
      artefact(
        form,
        'example-markdown',
        fileName(form, ['example', name], 'md'),
        printMarkdown(withAnswers(full.document, record, notes)) + identity,
      ),
    )
    return [...blanks, ...filled]
  },
}
