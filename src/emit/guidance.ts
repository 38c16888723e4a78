/** Staff guidance as Word and Markdown. */
import { guidancePart, itemsAt } from '../addresses.ts'
import { markdownAnchorsOf } from '../document/anchors.ts'
import { withContents } from '../document/contents.ts'
import { onPaper } from '../document/links.ts'
import { printMarkdown } from '../document/markdown.ts'
import { layOut } from '../word/template.ts'
import { artefact, type Emitter, fileName, pageOf } from './emitter.ts'

export const guidance: Emitter = {
  kinds: ['guidance-word', 'guidance-markdown'],
  async emit({ form, framework, settings, guide: linked }) {
    const site = settings.website?.replace(/\/$/, '')
    const item = itemsAt(framework)
    const web = { item: (url: string) => `${site}${item(url)}`, part: (anchor: string) => `${site}${guidancePart(form, anchor)}` }
    const guide = onPaper(linked, site === undefined ? undefined : web)
    const title = `${form.title}: guidance for staff`
    const word = await layOut(guide, { ...pageOf(form, title, settings), contents: true })
    return [
      artefact(form, 'guidance-word', fileName(form, ['guidance'], 'docx'), word),
      artefact(form, 'guidance-markdown', fileName(form, ['guidance'], 'md'), printMarkdown(withContents(guide, markdownAnchorsOf))),
    ]
  },
}
