/** What a page on paper is held against. */
import { plain } from './words.ts'

/** What a print of the page has to hold, and what it must not: its navigation. */
export function toPrint(): { headings: string[]; last: string; navigation: string[] } {
  const main = document.querySelector('main')
  const words = (selector: string) => [...(main?.querySelectorAll(selector) ?? [])].map((each) => plain(each.textContent))
  const around = [...document.querySelectorAll('body > a, nav a, footer a')].map((each) => plain(each.textContent))
  const said = plain([...(main?.querySelectorAll(':scope > :not(nav)') ?? [])].map((each) => each.textContent).join(' '))
  return {
    headings: words('h1, h2, h3'),
    // Paper needs no paragraph that only leads elsewhere.
    last: words('p:not(:has(> a:only-child))').at(-1) ?? '',
    navigation: [...new Set(around)].filter((each) => each.length > 3 && !said.includes(each)),
  }
}
