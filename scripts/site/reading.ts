/** What pages say of themselves and of each other, held against the files of the site. */
import { posix } from 'node:path'
import type { Facts, Link } from './facts.ts'
import type { Fault, Found } from './faults.ts'
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

/** Where a link of a page leads on the site: a path, and an id there. Undefined for links to elsewhere. */
function targetOf(path: string, href: string): { file: string; anchor: string } | undefined {
  const base = 'http://site.invalid/'
  if (!URL.canParse(href, base + path)) return { file: href, anchor: '' }
  const { origin, pathname, hash } = new URL(href, base + path)
  if (`${origin}/` !== base) return undefined
  return { file: decodeURIComponent(pathname.slice(1)), anchor: decodeURIComponent(hash.slice(1)) }
}

function lostLinks(path: string, { links, loads }: Facts, facts: ReadonlyMap<string, Facts>, { files }: Site): Found[] {
  const loaded = loads.map((href): Pick<Link, 'href' | 'element'> => ({ href, element: href }))
  return [...links, ...loaded].flatMap(({ href, element }): Found[] => {
    if (/^(?:\/|file:)/.test(href))
      return [
        { rule: 'link', element, says: `${href} is right in one place only: an address on the site begins from the page it stands on.` },
      ]
    const target = targetOf(path, href)
    if (!target || (!target.anchor && href.startsWith('#'))) return []
    const { file, anchor } = target
    if (!files.has(file))
      return [{ rule: 'lost-link', element, says: `It leads to ${file || 'a folder'}, and there is no such page or file.` }]
    // A page that was not opened is asked nothing.
    const there = facts.get(file)
    return !anchor || !there || there.ids.includes(anchor)
      ? []
      : [{ rule: 'lost-link', element, says: `It leads to “${anchor}” on ${file}, and nothing there has that id.` }]
  })
}

function sameNames(path: string, { links }: Facts): Found[] {
  const byName = new Map<string, Map<string, Link>>()
  for (const link of links) {
    const name = link.name.toLowerCase()
    const target = new URL(link.href, `http://site.invalid/${path}`).href
    byName.set(name, (byName.get(name) ?? new Map()).set(target, link))
  }
  return [...byName.values()].flatMap((targets): Found[] => {
    const [one, other] = [...targets.values()]
    if (one && !one.name) return [{ rule: 'link-name', element: one.element, says: 'The link has no words: say where it leads.' }]
    if (!one || !other) return []
    const says = `“${one.name}” leads to ${targets.size} places (${one.href}, ${other.href}): a list of links alone must tell them apart.`
    return [{ rule: 'link-name', element: other.element, says }]
  })
}

function downloadFaults(path: string, { links, checksums }: Facts, { files }: Site): Found[] {
  const downloads = links.flatMap((link) => {
    const file = targetOf(path, link.href)?.file ?? ''
    const there = files.get(file)
    return there?.kind === 'site-download' ? [{ ...link, name: posix.basename(file), file: there }] : []
  })
  const sizes = downloads.flatMap(({ element, beside, file }): Found[] => {
    const shown = /([\d,]+(?:\.\d+)?)\s(bytes|KB|MB)\b/.exec(beside)
    if (!shown) return [{ rule: 'download-size', element, says: `Say beside it how large the file is (${file.bytes} bytes).` }]
    const unit = { bytes: 1, KB: 1024, MB: 1024 * 1024 }[shown[2] ?? ''] ?? 1
    const said = Number(shown[1]?.replaceAll(',', '')) * unit
    const half = (unit === 1 ? 0 : unit / 2) / 10 ** (shown[1]?.split('.')[1]?.length ?? 0)
    return Math.abs(said - file.bytes) <= half
      ? []
      : [{ rule: 'download-size', element, says: `The page says ${shown[0]}, and the file has ${file.bytes} bytes: build again.` }]
  })
  if (!checksums.length) return sizes
  const wrong = checksums.flatMap((row): Found[] => {
    const file = downloads.find(({ name }) => name === row.file)?.file
    if (!file) return [{ rule: 'checksum', says: `The table of checksums names ${row.file}, which cannot be downloaded from this page.` }]
    return file.sha256 === row.sha256
      ? []
      : [{ rule: 'checksum', says: `The checksum of ${row.file} is not the file’s, ${file.sha256}: build again.` }]
  })
  const listed = new Set(checksums.map(({ file }) => file))
  const unlisted = downloads.filter(({ name }) => !listed.has(name))
  return [
    ...sizes,
    ...wrong,
    ...unlisted.map(({ element, name }) => ({ rule: 'checksum', element, says: `The table of checksums leaves ${name} out: add it.` })),
  ]
}
