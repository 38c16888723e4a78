/** What a page says of itself. */
import type { Facts } from '../facts.ts'
import { readable } from './readable.ts'

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

/** The beginning of an element, for people to find it by. */
export function opening(element: Element): string {
  const { outerHTML } = element.cloneNode(false) as Element
  const text = plain(element.textContent)
  return `${outerHTML.replace(/<\/[^>]*>$/, '')}${text.length > 60 ? `${text.slice(0, 59)}…` : text}`
}

export const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()

/** What a link is called, out of context. */
export function nameOf(link: Element): string {
  const pictures = [...link.querySelectorAll('img[alt]')].map((each) => each.getAttribute('alt'))
  return plain(link.getAttribute('aria-label') ?? [...pictures, link.textContent].join(' '))
}

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
