/** What can be told from its ground, in whatever colours the page has now. */
import type { Found } from '../faults.ts'
import { opening } from './words.ts'

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
