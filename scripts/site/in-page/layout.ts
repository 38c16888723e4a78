/** How a page lies on the screen. */
import type { Found } from '../faults.ts'
import { opening, plain } from './facts.ts'

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

/** In whatever colours the page has now: links, headings and boxes that cannot be told from their ground. */
export function colourFaults(): Found[] {
  const things = [...document.querySelectorAll('a[href], h1, h2, h3, h4, h5, h6, button, input, summary')]
  return things.flatMap((each): Found[] => {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
    const ratio = contrast(rgb(getComputedStyle(each).color), groundOf(each))
    return ratio >= 4.5
      ? []
      : [{ rule: 'colour', element: opening(each), says: `Its words have ${ratio.toFixed(1)}:1 on their ground, and need 4.5:1.` }]
  })
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

function rgb(css: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue, alpha]
}

function groundOf(element: Element): Colour {
  for (let box: Element | null = element; box; box = box.parentElement) {
    const colour = rgb(getComputedStyle(box).backgroundColor)
    if (colour[3] === 1) return colour
  }
  return canvas()
}

/** The ground of a page that says nothing of it. */
function canvas(): Colour {
  const probe = document.createElement('i')
  probe.style.backgroundColor = 'Canvas'
  document.body.append(probe)
  const colour = rgb(getComputedStyle(probe).backgroundColor)
  probe.remove()
  return colour
}

/** WCAG 2.2, “contrast ratio”. */
function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, “relative luminance”. */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((each) => {
    const part = each / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** What has the focus, and where it is on the screen. */
export function focused(): { element: string; href: string; place: number; box: { x: number; y: number; width: number; height: number } } {
  const element = document.activeElement ?? document.body
  const { x, y, width, height } = element.getBoundingClientRect()
  const place = [...document.querySelectorAll('*')].indexOf(element)
  return { element: opening(element), href: element.getAttribute('href') ?? '', place, box: { x, y, width, height } }
}

/** What a print of the page has to hold, and what it must not: its navigation. */
export function headingsAndWords(): { headings: string[]; last: string; navigation: string[] } {
  const main = document.querySelector('main')
  const words = (selector: string) => [...(main?.querySelectorAll(selector) ?? [])].map((each) => plain(each.textContent))
  const around = [...document.querySelectorAll('body > a, header a, nav a, footer a')].map((each) => plain(each.textContent))
  const said = plain([...(main?.querySelectorAll(':scope > :not(nav)') ?? [])].map((each) => each.textContent).join(' '))
  return {
    headings: words('h1, h2, h3'),
    last: words('p').at(-1) ?? '',
    navigation: [...new Set(around)].filter((each) => each.length > 3 && !said.includes(each)),
  }
}
