/** The part of a page that a link leads to. */

/** @returns The words under the heading with that id (or in the element with it), up to the next heading of its level; of the page where there is no id. */
export function section(id: string): string | undefined {
  const main = document.querySelector('main')
  if (!id) return main?.textContent ?? ''
  const target = document.getElementById(id)
  if (!target) return undefined
  const level = levelOf(target)
  // The page’s own heading is over all of it.
  if (level === 1) return main?.textContent ?? ''
  if (!level) return target.textContent ?? ''
  const range = document.createRange()
  range.setStartBefore(target)
  const next = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].find(
    (each) => target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING && levelOf(each) <= level,
  )
  if (next) range.setEndBefore(next)
  else range.setEndAfter(main ?? document.body)
  return range.cloneContents().textContent ?? ''
}

const levelOf = (element: Element): number => (/^H[1-6]$/.test(element.tagName) ? Number(element.tagName.slice(1)) : 0)
