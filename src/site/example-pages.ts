/** The people in the examples: a page for each, for each of their forms, and for each section that was filled in. */

import { adviceAddress, personAddress, personFormAddress, weakAndBetterAddress } from '../addresses.ts'
import { answered } from '../document/answered.ts'
import type { Document } from '../document/nodes.ts'
import { partsOf } from '../document/parts.ts'
import type { Example, Job } from '../emit/emitter.ts'
import { allQuestions } from '../questions.ts'
import type { FormDownloads } from './downloads.ts'
import { type Compose, inOrder, linkTo, type Page } from './page.ts'
import { whoseRecord } from './people.ts'
import type { Whole } from './whole.ts'

/** One form of one person. */
interface Filled extends Job {
  readonly example: Example
}

/** @param downloads Of each form, by its id. */
export function examplePages({ jobs }: Whole, downloads: ReadonlyMap<string, FormDownloads>, compose: Compose): Page[] {
  const filled = jobs.flatMap((job) => job.examples.map((example): Filled => ({ ...job, example })))
  const first = { path: 'examples/index.html', title: 'Examples' }
  const within = [linkTo(first)]
  const names = [...new Set(filled.map(({ example }) => example.name))]
  const people = names.map((name) => {
    const forms = filled.filter(({ example }) => example.name === name)
    const [one] = forms
    return { name, forms, title: one ? whoseRecord(one.form, one.example) : name }
  })
  const index: Page = {
    ...first,
    within: [],
    document: compose('examples', {
      people: people.map(({ name, title, forms }) => ({
        title,
        href: personAddress(name),
        about: `${forms.map(({ form }) => form.title).join(', then ')}.`,
      })),
    }),
  }
  const pages = people.flatMap(({ name, title, forms }) => {
    const page: Page = {
      path: personAddress(name).slice(1),
      title,
      within,
      found: 'Examples',
      document: compose('person', {
        name: title,
        forms: forms.map(({ form }) => ({
          title: form.title,
          href: personFormAddress(form, name),
          downloads: downloads.get(form.id)?.examples.get(name) ?? [],
        })),
      }),
    }
    return [page, ...forms.flatMap((each) => filledPages(each, title, downloads, [...within, linkTo(page)], compose))]
  })
  return [index, ...pages, ...weakAndBetter(jobs, within, compose)]
}

function filledPages(
  { form, example, editions }: Filled,
  person: string,
  downloads: ReadonlyMap<string, FormDownloads>,
  within: Page['within'],
  compose: Compose,
): Page[] {
  const whole: Document = editions[0]?.document ?? { type: 'root', children: [] }
  const { parts } = partsOf(answered(whole, example.record, example.notes))
  const first = { path: personFormAddress(form, example.name).slice(1), title: `${person}: ${form.title}` }
  const folder = first.path.replace(/[^/]*$/, '')
  const sections = parts.map(
    ({ name, title, document }): Page => ({
      path: `${folder}${name}.html`,
      title: `${title}: ${person}`,
      document,
      within: [...within, linkTo(first)],
      look: 'filled',
    }),
  )
  const context = {
    name: person,
    title: form.title,
    sections: sections.map(({ path }, index) => ({ title: parts[index]?.title ?? '', href: `/${path}` })),
    downloads: downloads.get(form.id)?.examples.get(example.name) ?? [],
  }
  return [{ ...first, within, document: compose('person-form', context), found: 'Examples' }, ...inOrder(sections)]
}

/** The worked examples of the guidance, form by form. */
function weakAndBetter(jobs: readonly Job[], within: Page['within'], compose: Compose): Page[] {
  const first = { path: 'examples/weak-and-better.html', title: 'Weak and better wording' }
  const forms = jobs.map(({ form }) => {
    const questions = allQuestions(form).flatMap((question) => {
      const example = question.guidance?.example
      return example ? [{ label: question.label, path: question.path, example, href: adviceAddress(form, question) }] : []
    })
    return { form, questions, title: `Weak and better wording: ${form.title}`, href: weakAndBetterAddress(form) }
  })
  const index: Page = {
    ...first,
    within,
    found: 'Examples',
    document: compose('weak-and-better', { forms: forms.map(({ form, href }) => ({ title: form.title, href })) }),
  }
  const pages = forms.map(
    ({ title, href, ...context }): Page => ({
      path: href.slice(1),
      title,
      within: [...within, linkTo(first)],
      document: compose('weak-and-better-form', context),
      look: 'weak-and-better',
    }),
  )
  return [index, ...pages]
}
