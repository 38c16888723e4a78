/** What somebody does who has a keyboard and no mouse: Tab and Enter, from the start of the site. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import type { Fault } from './faults.ts'
import type { Site } from './site.ts'
import { type Stop, type Walk, walkIn } from './stops.ts'
import { type Manner, newTab, type Tab } from './tabs.ts'

/** No page has more to tab through before what matters in it. */
const mostStops = 150

/** The main tasks: past the navigation, the brief form in Word, the guidance for strengths and a question in it. */
export async function keyboardFaults(browser: Browser, site: Site, manner: Manner, faults: Fault[]): Promise<void> {
  const tab = await newTab(browser, { ...manner, how: 'keyboard' }, faults)
  const walk = walkIn(tab)
  await walk.open('index.html')
  await skips(tab, walk)
  await walk.open('index.html')
  await downloads(tab, walk, site)
  await walk.open('index.html')
  const steps: [string, (stop: Stop) => boolean][] = [
    ['the guidance', ({ href }) => href === 'guidance/index.html'],
    ['the guidance for a form', ({ href, inMain }) => inMain && /^[^/.]+\/index\.html$/.test(href)],
    ['guidance about strengths', ({ href, inMain, name }) => inMain && /strength/i.test(name) && /^[^/]+\.html$/.test(href)],
    ['a question on that page', ({ href, inMain }) => inMain && href.startsWith('#')],
  ]
  for (const [what, wanted] of steps) if (!(await enters(tab, walk, what, wanted))) break
  await tab.close()
}

/** The first stop passes over everything that is the same on every page. */
async function skips(tab: Tab, walk: Walk): Promise<void> {
  const first = await walk.next()
  if (!first?.href.startsWith('#')) {
    tab.note({ rule: 'skip-link', element: first?.element, says: 'The first stop of Tab is no link past the navigation: put one there.' })
    return
  }
  await tab.page.keyboard.press('Enter')
  const after = await walk.next()
  if (!after?.inMain) {
    const says = 'After the link past the navigation, Tab is not in the page’s own part: give that tabindex="-1".'
    tab.note({ rule: 'skip-link', element: after?.element, says })
  }
}

/** A download in two steps at most: here it stands at the start. */
async function downloads(tab: Tab, walk: Walk, { folder }: Site): Promise<void> {
  const link = await tabTo(walk, ({ href }) => /form-brief\.docx$/.test(href))
  if (!link) {
    tab.note({ rule: 'keyboard', says: 'Tab does not come to a brief form in Word on the first page: put it among what is wanted most.' })
    return
  }
  const [download] = await Promise.all([
    tab.page.waitForEvent('download', { timeout: 10_000 }).catch(() => undefined),
    tab.page.keyboard.press('Enter'),
  ])
  const path = await download?.path().catch(() => undefined)
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
  if (!path || digest(path) !== digest(`${folder}/${link.href}`))
    tab.note({ rule: 'keyboard', element: link.element, says: 'Enter does not download the file that the link leads to.' })
}

/** Goes to a link and follows it. */
async function enters(tab: Tab, walk: Walk, what: string, wanted: (stop: Stop) => boolean): Promise<boolean> {
  const link = await tabTo(walk, wanted)
  if (!link) {
    tab.note({
      rule: 'keyboard',
      says: `Tab does not come to ${what} on ${new URL(tab.page.url()).pathname}: a link to it has to stand there.`,
    })
    return false
  }
  const from = tab.page.url()
  await tab.page.keyboard.press('Enter')
  await tab.page.waitForURL((url) => url.href !== from, { timeout: 10_000 }).catch(() => undefined)
  walk.restart()
  const inView = await tab.ask<boolean>('!location.hash || look.inView(location.hash)')
  const arrived = tab.page.url() === new URL(link.href, from).href && inView
  if (!arrived) tab.note({ rule: 'keyboard', element: link.element, says: `Enter does not lead to ${link.href}.` })
  return arrived
}

async function tabTo(walk: Walk, wanted: (stop: Stop) => boolean): Promise<Stop | undefined> {
  for (let count = 0; count < mostStops; count++) {
    const stop = await walk.next()
    if (!stop || wanted(stop)) return stop
  }
  return undefined
}
