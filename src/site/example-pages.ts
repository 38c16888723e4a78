/** The part of the site for trainers: the people in the examples, and weak and better wording. */
import type { FormDownloads } from './downloads.ts'
import { type Compose, linkTo, type Page } from './page.ts'
import { personPages } from './person-pages.ts'
import { weakAndBetterPages } from './weak-and-better.ts'
import type { Whole } from './whole.ts'

/** @param downloads Of each form, by its id. */
export function examplePages({ jobs }: Whole, downloads: ReadonlyMap<string, FormDownloads>, compose: Compose): Page[] {
  const first = { path: 'examples/index.html', title: 'Best-practice examples' }
  const within = [linkTo(first)]
  const people = personPages(jobs, downloads, within, compose)
  const wording = weakAndBetterPages(jobs, within, compose)
  const index: Page = {
    ...first,
    within: [],
    found: 'Examples',
    document: compose('examples', { people, wording: wording.forms }),
  }
  return [index, ...people.flatMap(({ pages }) => pages), ...wording.pages]
}
