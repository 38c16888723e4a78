/** A person in the examples: who they are, the way from one form to the next, and why it was done well. */

import { personAddress, personFormAddress, threadsAddress } from '../addresses.ts'
import { capital } from '../document/key.ts'
import { wordsOf } from '../document/markdown.ts'
import { heading } from '../document/prose.ts'
import type { Example, Job } from '../emit/emitter.ts'
import { dayInWords } from '../kinds/date.ts'
import { countOf, type FilledPages, filledPages } from './filled-pages.ts'
import { type Compose, linkTo, type Page } from './page.ts'
import { dayOf, fitsBrief, whoseRecord } from './people.ts'
import { tellingAnswers, titleOf } from './thread-words.ts'
import { type Strand, strandsOf } from './threads.ts'
import type { SiteJob, Whole } from './whole.ts'
import { whyOf } from './why.ts'

/** One form of one person, and what shows it. */
interface Filled extends FilledPages {
  readonly job: SiteJob
  readonly example: Example
}

export interface PersonPages {
  readonly title: string
  readonly href: string
  /** Who that is, in a sentence or two; empty where nobody has said it. */
  readonly about: string
  /** What there is to read: “Review (brief edition)”. */
  readonly forms: readonly string[]
  readonly pages: readonly Page[]
}

/** The people of the examples, each with their pages. */
export function personPages({ jobs, compose }: Whole, within: Page['within']): PersonPages[] {
  const names = new Set(jobs.flatMap(({ examples }) => examples.map(({ name }) => name)))
  return [...names].map((name) => {
    const own = jobs.flatMap((job) => job.examples.filter((each) => each.name === name).map((example) => ({ job, example })))
    const forms = inTime(own)
    const [one] = forms
    const title = one ? whoseRecord(one.job.form, one.example) : name
    const href = personAddress(name)
    const inside = [...within, { title, href }]
    const filled = forms.map(({ job, example }): Filled => {
      const files = job.downloads.examples.get(name) ?? []
      return { job, example, ...filledPages(job, example, title, files, inside, compose) }
    })
    const [page, about] = personPage({ title, href, name, within }, filled, compose)
    return {
      title,
      href,
      about,
      forms: forms.map(({ job: { form }, example }) => form.title + (fitsBrief(form, example.record) ? ' (brief edition)' : '')),
      pages: [...page, ...filled.flatMap(({ pages }) => pages)],
    }
  })
}

/** As they were filled in, where each says when. */
function inTime<Each extends Pick<Filled, 'job' | 'example'>>(forms: readonly Each[]): Each[] {
  const dated = forms.map((each) => ({ each, day: dayOf(each.job.form, each.example.record) }))
  const order = dated.every(({ day }) => day) ? dated.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) : dated
  return order.map(({ each }) => each)
}

interface Person {
  readonly title: string
  readonly href: string
  readonly name: string
  readonly within: Page['within']
}

/** The person's page, with the one of further threads where there are any, and who the person is. */
function personPage({ title, href, name, within }: Person, filled: readonly Filled[], compose: Compose): readonly [Page[], string] {
  const shown = filled.map(({ job, addressOf }) => ({ form: job.form, addressOf }))
  const whys = filled.flatMap(({ example }) => (example.page ? [whyOf(example.page, shown)] : []))
  const looks = whys.flatMap((why) => why.looks)
  const reasons = whys.flatMap((why) => why.reasons)
  const strands = strandsOf(filled.map(({ job, example }) => ({ form: job.form, record: example.record })))
  const [first, ...others] = strands.map((strand) => strandContext(strand, shown))
  const more = { path: threadsAddress(name).slice(1), title: `More threads: ${title}` }
  const about = whys[0]?.about.map(wordsOf).join(' ') ?? ''
  const document = compose('person', {
    name: title,
    about,
    forms: filled.map(({ job: { form }, example, sections }) => ({
      title: form.title,
      href: personFormAddress(form, name),
      person: title,
      when: dayInWords(dayOf(form, example.record)),
      brief: fitsBrief(form, example.record),
      notes: countOf(example.notes.size, 'note'),
      looks: looks.filter((look) => look.form === form),
      // Where nobody has said what to look at: where the most is said in the margin.
      sections: [...sections]
        .filter(({ notes }) => notes)
        .sort((a, b) => b.notes - a.notes)
        .slice(0, 3),
    })),
    strand: first,
    more: others.length ? { href: linkTo(more).href, items: others.map(({ items }) => items) } : undefined,
  })
  const why = reasons.length ? [heading(2, 'Why this is good practice'), ...reasons] : []
  const files = compose('person-downloads', {
    forms: filled.map(({ job: { form, downloads } }) => ({ title: form.title, downloads: downloads.examples.get(name) ?? [] })),
  })
  const page: Page = {
    path: href.slice(1),
    title,
    within,
    found: 'Examples',
    document: { ...document, children: [...document.children, ...why, ...files.children] },
  }
  const further: Page = {
    ...more,
    within: [...within, linkTo(page)],
    document: compose('person-threads', { name: title, strands: others }),
  }
  return [others.length ? [page, further] : [page], about]
}

/** What templates see of a strand. */
function strandContext({ item, forms, threads }: Strand, shown: readonly (Pick<FilledPages, 'addressOf'> & { form: Job['form'] })[]) {
  return {
    item,
    items: `each ${item}`,
    threads: threads.map((thread) => {
      const said = tellingAnswers(thread)
      return {
        title: titleOf(thread),
        stops: forms.map(({ form }, index) => {
          const stop = thread.stops[index]
          const place = shown.find((each) => each.form === form)
          const begun = thread.stops.slice(0, index).some(Boolean)
          return {
            form: form.title,
            answers: said[index] ?? [],
            href: stop ? place?.addressOf(stop.question.path, stop.row) : undefined,
            words: `${capital(stop?.question.item ?? item)} ${thread.number} in the ${form.title.toLowerCase()}`,
            without: stop ? '' : begun ? 'Nothing more is said of it here.' : 'Not yet.',
          }
        }),
      }
    }),
  }
}
