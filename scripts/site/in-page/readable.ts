/** What somebody can read on a page now, and where they can go from it. */
import type { Readable } from '../facts.ts'
import { opening } from './words.ts'

export function readable(): Readable {
  const all = [...(document.querySelector('main')?.querySelectorAll('*') ?? [])]
  const visible = (selector: string) => all.filter((each) => each.matches(selector) && each.checkVisibility({ visibilityProperty: true }))
  // A form that needs a script may wait for it, and one that leads to a page works without.
  const hidden = all.filter((each) => !each.closest('details, svg, script, form') && !each.checkVisibility({ visibilityProperty: true }))
  return {
    hidden: hidden.filter(({ textContent }) => textContent?.trim()).map(opening),
    links: visible('a[href]').map((link) => link.getAttribute('href') ?? ''),
    boxes: visible('input, button').filter((each) => !each.closest('form[action]')).length,
  }
}
