/** Staff guidance: a page for each of its chapters, and for each section of the questions. */
import { linked } from '../document/links.ts'
import { partsOf } from '../document/parts.ts'
import type { Job } from '../emit/emitter.ts'
import { itemAddress } from './addresses.ts'
import { inOrder, linkTo, type Page } from './page.ts'
import type { Whole } from './whole.ts'

export function guidancePages(whole: Whole): Page[] {
  return whole.jobs.flatMap((job) => guidanceOf(job, whole))
}

function guidanceOf({ form, guide }: Job, { framework }: Whole): Page[] {
  const itemAt = (url: string) => {
    const item = url.startsWith('item:') ? framework.get(url.slice('item:'.length)) : undefined
    return item ? itemAddress(item) : url
  }
  const { front, parts } = partsOf(linked(guide, itemAt))
  const folder = `guidance/${form.id}`
  const title = `Guidance: ${form.title}`
  const first: Page = { path: `${folder}/index.html`, title, document: front, within: [], found: title }
  return [
    first,
    ...inOrder(
      parts.map(
        (part): Page => ({
          path: `${folder}/${part.name}.html`,
          title: part.title,
          document: part.document,
          within: [linkTo(first)],
          found: title,
        }),
      ),
    ),
  ]
}
