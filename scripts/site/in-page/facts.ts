/** What a page says of itself. */
import type { Facts } from '../facts.ts'
import { readable } from './readable.ts'
import { nameOf, opening, plain } from './words.ts'

export function facts(): Facts {
  return {
    title: document.title,
    language: document.documentElement.lang,
    headings: all('h1, h2, h3, h4, h5, h6').map((each) => ({ level: Number(each.tagName.slice(1)), element: opening(each) })),
    ids: all('[id]').map(({ id }) => id),
    inline: all('*').filter(isInline).map(opening),
    links: all('a[href]').map((link) => ({
      element: opening(link),
      href: link.getAttribute('href') ?? '',
      name: nameOf(link),
      beside: plain(link.closest('li, td, p, dd')?.textContent),
    })),
    loads: all('link[href], script[src], img[src], source[src]').map((each) => each.getAttribute('href') ?? each.getAttribute('src') ?? ''),
    readable: readable(),
    scripted: all('script[src]').length > 0,
    checksums: all('tr').flatMap((row) => {
      const cells = [...row.children].map((cell) => plain(cell.textContent))
      const sha256 = cells.find((cell) => /^[0-9a-f]{64}$/i.test(cell))
      return sha256 ? [{ file: cells.find((cell) => cell !== sha256) ?? '', sha256: sha256.toLowerCase() }] : []
    }),
  }
}

const all = (selector: string): Element[] => [...document.querySelectorAll(selector)]

function isInline(element: Element): boolean {
  const attributes = [...element.attributes]
  if (element.tagName === 'STYLE' || attributes.some(({ name }) => name === 'style' || name.startsWith('on'))) return true
  return element.tagName === 'SCRIPT' ? !element.hasAttribute('src') : attributes.some(({ value }) => /^\s*javascript:/i.test(value))
}

/** What it keeps in the browser. */
export function stored(): string[] {
  const kept = {
    'a cookie': document.cookie.length,
    'something in localStorage': localStorage.length,
    'something in sessionStorage': sessionStorage.length,
  }
  return Object.entries(kept).flatMap(([what, length]) => (length ? [what] : []))
}
