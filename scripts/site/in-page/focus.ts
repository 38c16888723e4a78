/** Where the focus is. */
import { nameOf, opening } from './words.ts'

export function focused() {
  const element = document.activeElement ?? document.body
  const { x, y, width, height } = element.getBoundingClientRect()
  return {
    element: opening(element),
    href: element.getAttribute('href') ?? '',
    name: nameOf(element),
    ...(element === document.body ? {} : { place: [...document.querySelectorAll('*')].indexOf(element) }),
    inMain: element.closest('main') !== null,
    looks: [element, element.parentElement, element.closest('main, header, footer')]
      .map((each) => `${each?.tagName}.${each?.className}`)
      .join(' '),
    box: { x, y, width, height },
  }
}

let last: Element | null = null

/** Takes the focus away, to see what the page looks like without. */
export function blur(): void {
  last = document.activeElement
  if (last instanceof HTMLElement) last.blur()
}

/** Puts it back, as if by the keyboard. */
export function focusAgain(): void {
  if (last instanceof HTMLElement) last.focus({ preventScroll: true })
}

/** True where the element that an address names is on the screen. */
export function inView(hash: string): boolean {
  const box = document.getElementById(decodeURIComponent(hash.slice(1)))?.getBoundingClientRect()
  return box !== undefined && box.bottom > 0 && box.top < innerHeight
}
