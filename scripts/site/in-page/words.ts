/** What an element says of itself, to whoever has to find it. */

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
