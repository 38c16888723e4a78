/** Staff guidance: a page for each of its chapters, and for each section of the questions. */

import { guidanceAddress, itemsAt, personFormAddress } from '../addresses.ts'
import { linked } from '../document/links.ts'
import type { Document } from '../document/nodes.ts'
import { type Part, partsOf } from '../document/parts.ts'
import { heading, link, list, listed, paragraph } from '../document/prose.ts'
import type { Job } from '../emit/emitter.ts'
import { inOrder, type Link, linkTo, type Page } from './page.ts'
import { whoseRecord } from './people.ts'
import type { Whole } from './whole.ts'

/** The chapters of a form's guidance, as links: within each, those that are parts of it. */
interface Chapter extends Link {
  readonly inner: readonly Link[]
}

/** The pages of each form's guidance. */
export function guidancePages({ jobs, framework }: Whole): Page[] {
  const within = [{ title: 'Guidance for staff', href: '/guidance/index.html' }]
  return jobs.flatMap(({ form, guide, examples }) => {
    const { front, parts } = partsOf(linked(guide, itemsAt(framework)))
    const first = { path: guidanceAddress(form).slice(1), title: `Guidance: ${form.title}` }
    const pages = parts.map(
      (part): Page => ({
        path: addressOf(form, part).slice(1),
        title: `${part.title}: guidance, ${form.title}`,
        document: part.inner ? withExamples(part, { form, examples }) : part.document,
        within: [...within, linkTo(first)],
        found: first.title,
      }),
    )
    const contents = chaptersOf({ form, guide }).map(({ title, href, inner }) => [
      paragraph([link(href, title)]),
      ...(inner.length ? [list(inner.map((each) => [link(each.href, each.title)]))] : []),
    ])
    const document = { ...front, children: [...front.children, ...listed(contents)] }
    return [{ ...first, document, within, found: first.title }, ...inOrder(pages)]
  })
}

/** The guidance for a section, and where the same section can be read filled in. */
function withExamples({ name, title, document }: Part, { form, examples }: Pick<Job, 'form' | 'examples'>): Document {
  const filled = examples.map((example) => [
    link(personFormAddress(form, example.name).replace(/[^/]*$/, `${name}.html`), `${whoseRecord(form, example)}, ${title}`),
  ])
  if (!filled.length) return document
  return { ...document, children: [...document.children, heading(2, 'See it filled in'), list(filled)] }
}

/** The general chapters of a form’s guidance, which are read before any of its questions. */
export function generalChapters(job: Pick<Job, 'form' | 'guide'>): Link[] {
  const chapters = chaptersOf(job)
  const questions = chapters.findIndex(({ inner }) => inner.length)
  return chapters.slice(0, questions < 0 ? undefined : questions)
}

/** What the guidance of a form holds. */
function chaptersOf({ form, guide }: Pick<Job, 'form' | 'guide'>): Chapter[] {
  const chapters: { title: string; href: string; inner: Link[] }[] = []
  for (const part of partsOf(guide).parts) {
    const its = { title: part.title, href: addressOf(form, part) }
    const last = chapters.at(-1)
    if (part.inner && last) last.inner.push(its)
    else chapters.push({ ...its, inner: [] })
  }
  return chapters
}

const addressOf = (form: Job['form'], { name }: Part): string => guidanceAddress(form).replace(/[^/]*$/, `${name}.html`)
