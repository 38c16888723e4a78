/** What the site is made of. */
import type { Document } from '../document/nodes.ts'

/** One page. */
export interface Page {
  /** From the site's root: `guidance/<form>/advocacy.html`. */
  readonly path: string
  /** Its heading, and what a browser's tab says. */
  readonly title: string
  /** From its first-level heading on. A link that begins with `/` leads from the site's root. */
  readonly document: Document
  /** The pages above it, outermost first, as links. */
  readonly within: readonly Link[]
  readonly previous?: Link
  readonly next?: Link
  /** What the style sheet knows its kind by. */
  readonly look?: string
  /** Programs that it runs, of those in `assets/`. */
  readonly scripts?: readonly string[]
  /** Where search should find it: what it is part of, such as “Guidance for staff”; undefined for pages nobody looks for. */
  readonly found?: string
  /** True where search shows it after what staff do: why it is done. */
  readonly background?: true
}

/** A link on the site, from its root: `/forms/<form>/index.html#what-changed`. */
export interface Link {
  readonly title: string
  readonly href: string
}

/**
 * Makes a page's document from its template in `templates/site`.
 * @param name Of the template, without its ending.
 * @param context What the template sees, with the settings.
 */
export type Compose = (name: string, context: object) => Document

/** The link to a page. */
export const linkTo = ({ path, title }: Pick<Page, 'path' | 'title'>): Link => ({ title, href: `/${path}` })

/** Pages that are read in order, each with a link to the one before and the one after. */
export const inOrder = (pages: readonly Page[]): Page[] =>
  pages.map((page, index) => {
    const [previous, next] = [pages[index - 1], pages[index + 1]]
    return { ...page, ...(previous ? { previous: linkTo(previous) } : {}), ...(next ? { next: linkTo(next) } : {}) }
  })
