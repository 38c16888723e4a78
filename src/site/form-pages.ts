/** A page for each form, with its downloads, and one for each of its sections, to read before anything is downloaded. */

import { formAddress, guidanceAddress, personFormAddress } from '../addresses.ts'
import { partsOf } from '../document/parts.ts'
import { readable } from '../document/readable.ts'
import { dayInWords } from '../kinds/date.ts'
import { generalChapters } from './guidance-pages.ts'
import { type Compose, inOrder, linkTo, type Page } from './page.ts'
import { whoseRecord } from './people.ts'
import type { SiteJob } from './whole.ts'

/** The pages of one form. */
export function formPages(job: SiteJob, compose: Compose): Page[] {
  const { form, editions, examples, downloads } = job
  const first = { path: formAddress(form).slice(1), title: form.title }
  const within = [{ title: 'Forms', href: '/forms/index.html' }]
  const [full] = editions
  const { parts } = partsOf(readable(full?.document ?? { type: 'root', children: [] }, form.brief))
  const sections = parts.map(
    ({ name, title, document }): Page => ({
      path: `forms/${form.id}/${name}.html`,
      title: `${title}: ${form.title}`,
      document,
      within: [...within, linkTo(first)],
      found: `Form: ${form.title}`,
    }),
  )
  const context = {
    form,
    sections: parts.map(({ name, title }) => ({ title, href: `/forms/${form.id}/${name}.html` })),
    ...downloads,
    guidanceHref: guidanceAddress(form),
    chapters: generalChapters(job),
    examples: examples.map((example) => ({
      title: `${whoseRecord(form, example)}: a filled ${form.title.toLowerCase()}`,
      href: personFormAddress(form, example.name),
    })),
    changes: form.changes.map((change) => ({ ...change, date: dayInWords(change.date) })),
    checksums: [...downloads.forms, ...downloads.guidance],
  }
  return [{ ...first, within, document: compose('form', context), found: 'Forms' }, ...inOrder(sections)]
}
