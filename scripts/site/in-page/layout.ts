/** How a page lies on the screen. */
import type { Found } from '../faults.ts'
import { opening } from './words.ts'

/** What makes the page scroll sideways; tables scroll inside their frames. */
export function tooWide(): Found[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const over = [...document.body.querySelectorAll('*')].filter(
    (each) => each.getBoundingClientRect().right > clientWidth + 0.5 && !inFrame(each),
  )
  // The innermost is the one to mend.
  const [first] = over.filter((each) => !over.some((other) => other !== each && each.contains(other)))
  const says = `The page is ${scrollWidth - clientWidth} px wider than the window and scrolls sideways: let this wrap, or scroll in a frame of its own.`
  return [{ rule: 'sideways-scroll', element: first && opening(first), says }]
}

const inFrame = (element: Element): boolean => {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).overflowX !== 'visible') return true
  return false
}

/** With its text at 200 %: what did not grow, what is cut off, what makes it scroll sideways. The page is as it was afterwards. */
export function grown(): Found[] {
  const root = document.documentElement
  const texts = [...document.body.querySelectorAll('*')].filter(hasWords)
  const before = texts.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))
  root.style.fontSize = '200%'
  const small = texts.filter((each, index) => Number.parseFloat(getComputedStyle(each).fontSize) < (before[index] ?? 0) * 1.9)
  const cut = new Set(texts.flatMap((each) => cutBy(each) ?? []))
  const found: Found[] = [
    ...tooWide(),
    ...small.slice(0, 3).map((each) => ({
      rule: 'text-does-not-grow',
      element: opening(each),
      says: 'Its words stay small when text is set to 200 %: give font sizes in rem or em, not px.',
    })),
    ...[...cut].slice(0, 3).map((each) => ({
      rule: 'text-cut-off',
      element: opening(each),
      says: 'At 200 % its words are cut off: let its height or width follow its words.',
    })),
  ]
  root.style.removeProperty('font-size')
  if (!root.getAttribute('style')) root.removeAttribute('style')
  return found
}

const hasWords = (element: Element): boolean =>
  !element.closest('svg, script, noscript, template') &&
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) &&
  element.checkVisibility({ visibilityProperty: true })

/** The nearest box that hides part of the words in it, and does not scroll. Words for screen readers alone are hidden on purpose. */
function cutBy(element: Element): Element | undefined {
  const own = element.getBoundingClientRect()
  if (own.width <= 1 || own.height <= 1) return undefined
  for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY, clip, clipPath } = getComputedStyle(box)
    if (clip !== 'auto' || clipPath !== 'none') return undefined
    const hides = (overflow: string, more: number) => (overflow === 'hidden' || overflow === 'clip') && more > 1
    if (hides(overflowY, box.scrollHeight - box.clientHeight) || hides(overflowX, box.scrollWidth - box.clientWidth)) return box
  }
  return undefined
}
