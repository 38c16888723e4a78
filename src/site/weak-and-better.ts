/** The worked examples of the guidance: the same moment recorded twice, form by form and section by section. */

import { adviceAddress, weakAndBetterAddress } from '../addresses.ts'
import type { Form, WorkedExample } from '../form.ts'
import { questionsOf, withParts } from '../questions.ts'
import { type Link, linkTo, type Page } from './page.ts'
import type { Whole } from './whole.ts'

export interface WeakAndBetter {
  readonly pages: readonly Page[]
  /** The page of each form that has any. */
  readonly forms: readonly (Link & { readonly count: number })[]
}

interface Pair extends WorkedExample {
  readonly label: string
  readonly path: string
  /** Where the guidance on the question stands. */
  readonly advice: string
}

/** @param within The pages above them. */
export function weakAndBetterPages({ jobs, compose }: Whole, within: Page['within']): WeakAndBetter {
  const first = { path: 'examples/weak-and-better.html', title: 'Weak and better wording' }
  const forms = jobs.flatMap(({ form }) => {
    const sections = form.sections.map(({ title, items }) => ({
      title,
      pairs: questionsOf(items).flatMap(withParts).flatMap(pairOf(form)),
    }))
    const pairs = sections.flatMap((section) => section.pairs)
    const title = `Weak and better wording: ${form.title}`
    return pairs.length
      ? [{ form, title, href: weakAndBetterAddress(form), sections: sections.filter((each) => each.pairs.length), pairs }]
      : []
  })
  const tastes: Pair[] = []
  for (const { pairs } of forms) tastes.push(...shortestOf(pairs.filter(({ label }) => !tastes.some((each) => each.label === label))))
  const index: Page = {
    ...first,
    within,
    document: compose('weak-and-better', {
      forms: forms.map(({ form, href, pairs }) => ({
        title: form.title,
        href,
        count: pairs.length,
        tastes: pairs.filter((pair) => tastes.includes(pair)),
      })),
    }),
  }
  const pages = forms.map(
    ({ form, title, href, sections }): Page => ({
      path: href.slice(1),
      title,
      within: [...within, linkTo(first)],
      found: 'Examples',
      document: compose('weak-and-better-form', { form, sections }),
    }),
  )
  return { pages: [index, ...pages], forms: forms.map(({ title, href, pairs }) => ({ title, href, count: pairs.length })) }
}

const pairOf =
  (form: Form) =>
  (question: Parameters<typeof withParts>[0]): Pair[] => {
    const example = question.guidance?.example
    return example ? [{ ...example, label: question.label, path: question.path, advice: adviceAddress(form, question) }] : []
  }

/** One to be read in passing, where there is any. */
const shortestOf = (pairs: readonly Pair[]): Pair[] =>
  pairs.toSorted((a, b) => a.weak.length + a.better.length - b.weak.length - b.better.length).slice(0, 1)
