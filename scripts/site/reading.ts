/** What pages say of themselves and of each other, held against the files of the site. */
import { downloadFaults } from './downloads.ts'
import type { Facts } from './facts.ts'
import type { Fault, Found } from './faults.ts'
import { lostLinks, sameNames } from './links.ts'
import type { Site, SiteFile } from './site.ts'

/** A page may be this large, without the index of the search. */
const largestPage = 100 * 1024

/** @param facts Of each page, by its path. */
export function readingFaults(facts: ReadonlyMap<string, Facts>, site: Site): Fault[] {
  const titles = new Map<string, string>()
  return [...facts].flatMap(([path, page]) => {
    const twin = titles.get(page.title)
    titles.set(page.title, path)
    const found = [
      ...(page.title.trim() ? [] : [{ rule: 'title', says: 'The page has no title: say in <title> what is on it.' }]),
      ...(twin ? [{ rule: 'title', says: `It is called “${page.title}”, as ${twin} is: a title has to tell pages apart.` }] : []),
      ...ofPage(page, site.files.get(path)),
      ...lostLinks(path, page, facts, site),
      ...sameNames(path, page),
      ...downloadFaults(path, page, site),
    ]
    return found.map((each) => ({ page: path, how: 'HTML', ...each }))
  })
}

function ofPage({ language, headings, ids, inline }: Facts, file: SiteFile | undefined): Found[] {
  const doubled = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
  const first = headings.filter(({ level }) => level === 1)
  const skipped = headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
  return [
    ...(/^en\b/.test(language) ? [] : [{ rule: 'lang', says: `Its language is said to be “${language}”: write <html lang="en-GB">.` }]),
    ...(file && file.bytes > largestPage
      ? [{ rule: 'size', says: `The page has ${Math.round(file.bytes / 1024)} KB, and may have 100: make two pages of it.` }]
      : []),
    ...(first.length === 1 ? [] : [{ rule: 'one-h1', says: `The page has ${first.length} headings of the first level: give it one.` }]),
    ...skipped.map(({ element }) => ({
      rule: 'heading-order',
      element,
      says: 'Its level skips one: use the level below the heading above.',
    })),
    ...doubled.map((id) => ({ rule: 'id', says: `The id “${id}” is there more than once: links can lead to the first alone.` })),
    ...inline.map((element) => ({
      rule: 'inline',
      element,
      says: 'A script, style or handler inside a page: put it into a file of the site.',
    })),
  ]
}
