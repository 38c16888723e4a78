/** The part of the site for trainers: the people in the examples, and weak and better wording. */
import { linkTo, type Page } from './page.ts'
import { personPages } from './person-pages.ts'
import { weakAndBetterPages } from './weak-and-better.ts'
import type { Whole } from './whole.ts'

export function examplePages(whole: Whole): Page[] {
  const first = { path: 'examples/index.html', title: 'Best-practice examples' }
  const within = [linkTo(first)]
  const people = personPages(whole, within)
  const wording = weakAndBetterPages(whole, within)
  const index: Page = {
    ...first,
    within: [],
    found: 'Examples',
    document: whole.compose('examples', { people, wording: wording.forms }),
  }
  return [index, ...people.flatMap(({ pages }) => pages), ...wording.pages]
}
