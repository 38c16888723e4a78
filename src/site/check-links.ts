/** Every link of the site leads somewhere. */
import { visit } from 'unist-util-visit'
import type { Report } from '../diagnostics.ts'
import { anchorsOf } from '../document/anchors.ts'
import type { Link, Page } from './page.ts'

/**
 * Reports each link to a page, part of a page or file that is not there.
 * @param files Other files of the site, by path from its root.
 * @param everywhere Links that stand on every page.
 */
export function checkLinks(pages: readonly Page[], files: Iterable<string>, everywhere: readonly Link[], report: Report): void {
  const anchors = new Map<string, Set<string>>()
  for (const path of files) anchors.set(path, new Set())
  for (const { path, document } of pages) anchors.set(path, new Set(anchorsOf(document).values()))
  const check = (page: string, file: string, url: string) => {
    const [path = '', anchor] = url.slice(1).split('#')
    const there = anchors.get(path)
    if (!there) report('lost-link', { page, url, missing: 'such page or file' }, { file })
    else if (anchor !== undefined && !there.has(anchor)) report('lost-link', { page, url, missing: 'such part of that page' }, { file })
  }
  for (const { path, document, within } of pages) {
    for (const { href } of within) check(path, template, href)
    visit(document, 'link', ({ url }) => {
      if (url.startsWith('/')) check(path, template, url)
    })
  }
  for (const { href } of everywhere) check('index.html', template, href)
}

const template = 'templates/site'
