/** A page → HTML: its document, inside what stands on every page. */
import { posix } from 'node:path'
import type { Heading, RootContent } from 'mdast'
import type { Report } from '../diagnostics.ts'
import { anchorsOf, headingsOf } from '../document/anchors.ts'
import { contentsOf } from '../document/contents.ts'
import { linked } from '../document/links.ts'
import type { Document } from '../document/nodes.ts'
import { render, type Templates } from '../document/template.ts'
import { htmlOf } from '../html/body.ts'
import type { Settings } from '../settings.ts'
import type { Link, Page } from './page.ts'

export const layout = 'templates/site/layout.html.hbs'

/** What stands on every page. */
export interface Frame {
  readonly settings: Settings
  /** The path of the organisation's logo, or nothing. */
  readonly logo: string
  /** What the site is called. */
  readonly name: string
  readonly navigation: readonly Link[]
  readonly footer: readonly Link[]
  readonly templates: Templates
}

/**
 * Prints a page. Every address in it is relative, so that the site works in any folder, on any server or none.
 * @returns HTML, or nothing where the template is wrong (reported).
 */
export function printPage(page: Page, { settings, logo, name, navigation, footer, templates }: Frame, report: Report): string {
  const href = (address: string) => relative(page.path, address)
  const relativeTo = (link: Link) => ({ ...link, href: href(link.href) })
  const neighbours = [
    ...(page.previous ? [{ ...relativeTo(page.previous), way: 'prev', says: 'Before this' }] : []),
    ...(page.next ? [{ ...relativeTo(page.next), way: 'next', says: 'After this' }] : []),
  ]
  const context = {
    site: name,
    title: page.title,
    beyond: page.path !== 'index.html',
    root: '../'.repeat(page.path.split('/').length - 1),
    settings,
    logo,
    scripts: page.scripts ?? [],
    navigation: navigation.map((link) => ({ ...relativeTo(link), current: currentAt(page, link) })),
    breadcrumbs: page.within.map(relativeTo),
    look: page.look ?? '',
    body: htmlOf(linked(withOverview(page.document), href)),
    pagination: neighbours,
    footer: footer.map(relativeTo),
  }
  return render(templates, layout, context, report) ?? ''
}

/** What `aria-current` says of a link that leads to this page, or to the part of the site that it is in. */
function currentAt({ path }: Page, { href }: Link): 'page' | 'true' | '' {
  if (href === `/${path}`) return 'page'
  return href.endsWith('/index.html') && `/${path}`.startsWith(href.replace(/[^/]*$/, '')) ? 'true' : ''
}

/** A long page begins with links to what is on it. */
function withOverview(document: Document): Document {
  const second = headingsOf(document).filter(({ depth }) => depth === 2)
  const first = document.children.findIndex((node) => second.some((heading) => holds(node, heading)))
  if (second.length < manyHeadings) return document
  const overview = {
    type: 'block' as const,
    name: 'on-this-page',
    children: [contentsOf({ type: 'root', children: second }, anchorsOf(document))],
  }
  return { ...document, children: [...document.children.slice(0, first), overview, ...document.children.slice(first)] }
}

const manyHeadings = 6

const holds = (node: RootContent, heading: Heading): boolean =>
  node === heading || (node.type === 'block' && node.children.some((child) => holds(child, heading)))

/** An address from the site's root as a page says it; any other stays as it is. */
function relative(path: string, address: string): string {
  if (!address.startsWith('/')) return address
  const [target = '', anchor] = address.slice(1).split('#')
  if (anchor !== undefined && target === path) return `#${anchor}`
  return posix.relative(posix.dirname(path), target) + (anchor === undefined ? '' : `#${anchor}`)
}
