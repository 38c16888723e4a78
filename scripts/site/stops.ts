/** The stops that Tab makes in a page. */
import type { Tab } from './tabs.ts'

/** One of them. */
export interface Stop {
  readonly element: string
  readonly href: string
  readonly name: string
  /** Among all elements, in order; undefined where nothing of the page has the focus. */
  readonly place?: number
  readonly inMain: boolean
  /** What it has in common with others that look like it. */
  readonly looks: string
  readonly box: Box
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Walk {
  /** Opens a page and stands before its first stop. */
  readonly open: (path: string) => Promise<void>
  /** Forgets where it was: another page is open now. */
  readonly restart: () => void
  /** Goes on to the next stop; undefined after the last. Notes focus that cannot be seen, and an order that is not the page’s. */
  readonly next: () => Promise<Stop | undefined>
}

export function walkIn(tab: Tab): Walk {
  // Pictures of the screen are dear, and one of each kind tells all.
  const seen = new Set<string>()
  let place = -1
  const restart = () => {
    place = -1
  }
  return {
    restart,
    async open(path) {
      restart()
      await tab.open(path)
    },
    async next() {
      await tab.page.keyboard.press('Tab')
      const stop = await tab.ask<Stop>('look.focused()')
      const { element, looks, box } = stop
      if (stop.place === undefined) return undefined
      if (stop.place <= place) {
        tab.note({
          rule: 'focus-order',
          element,
          says: 'Tab goes back in the page to it: let stops follow the page, and leave tabindex out.',
        })
        return undefined
      }
      place = stop.place
      if (!seen.has(looks) && !(await shows(tab, box)))
        tab.note({ rule: 'focus-visible', element, says: 'It looks the same with the focus as without: give it an outline.' })
      seen.add(looks)
      return stop
    },
  }
}

/** True where the screen around it is another with the focus than without. */
async function shows(tab: Tab, { x, y, width, height }: Box): Promise<boolean> {
  const window = tab.page.viewportSize() ?? { width: 0, height: 0 }
  const [left, top] = [Math.max(0, x - 6), Math.max(0, y - 6)]
  const clip = {
    x: left,
    y: top,
    width: Math.min(x + width + 6, window.width) - left,
    height: Math.min(y + height + 6, window.height) - top,
  }
  if (!width || !height || clip.width <= 0 || clip.height <= 0) return false
  const picture = () => tab.page.screenshot({ clip, caret: 'initial' })
  const withFocus = await picture()
  await tab.ask('look.blur()')
  const without = await picture()
  await tab.ask('look.focusAgain()')
  return !withFocus.equals(without)
}
