/** Pages for trainers: why an example is good practice. */
import { printMarkdown, wordsOf } from '../document/markdown.ts'
import { layOut } from '../word/template.ts'
import { artefact, type Emitter, fileName, pageOf } from './emitter.ts'

export const practice: Emitter = {
  kinds: ['practice-word', 'practice-markdown'],
  drawsFrom: ({ form, settings, examples }) => [pageOf(form, '', settings), form.fileName, examples.map(({ name, page }) => [name, page])],
  async emit({ form, settings, examples }) {
    const pages = examples.flatMap(({ name, page }) => (page ? [{ name, page }] : []))
    const made = pages.map(async ({ name, page }) => {
      const [heading] = page.children
      const title = heading ? wordsOf(heading) : name
      return [
        artefact(
          form,
          'practice-word',
          fileName(form, ['example', name, 'why-it-is-good'], 'docx'),
          await layOut(page, pageOf(form, title, settings)),
        ),
        artefact(form, 'practice-markdown', fileName(form, ['example', name, 'why-it-is-good'], 'md'), printMarkdown(page)),
      ]
    })
    return (await Promise.all(made)).flat()
  },
}
