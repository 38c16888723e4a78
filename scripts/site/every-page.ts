/** What every page is held to, with the window at two widths: over HTTP in a folder of a server, and from the disk. */
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import type { Facts } from './facts.ts'
import type { Fault, Found } from './faults.ts'
import type { Site } from './site.ts'
import { type Manner, newTab, type Tab, together } from './tabs.ts'

/** For two cores: other checks go on beside them. */
const workers = 2

/** Axe’s rules: WCAG 2.0 to 2.2, levels A and AA, and good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  readonly rule: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly says: string }[]
}

/** Runs in the page, and gives back no more than people need. Its preload would fetch style sheets, which pages forbid, for an experimental rule. */
const violated = `axe.run({ preload: false, runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, help, nodes }) => ({ rule: id, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, says: failureSummary })) })))`

/** The site at 1280 px, as a server shows it. */
export const wide = (address: string, eyes: string): Manner => ({
  how: '1280 px',
  root: address,
  options: { viewport: { width: 1280, height: 800 } },
  eyes,
})

/** The site at 320 px, which is 400 % of 1280, as it opens from a disk. */
export const narrow = ({ folder }: Site, eyes: string): Manner => ({
  how: '320 px',
  root: pathToFileURL(folder).href,
  options: { viewport: { width: 320, height: 640 } },
  eyes,
})

/**
 * Opens every page in each manner.
 * @param axeCore The program.
 * @param faults Takes what is wrong.
 * @returns What each page says of itself, in the first of them.
 */
export async function everyPage(
  browser: Browser,
  pages: readonly string[],
  manners: readonly Manner[],
  axeCore: string,
  faults: Fault[],
): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>()
  const tabs: Tab[] = []
  await together(pages, workers, async () => {
    const mine = await Promise.all(manners.map((manner) => newTab(browser, manner, faults)))
    tabs.push(...mine)
    for (const { page } of mine) await page.addInitScript(axeCore)
    return async (path) => {
      for (const [index, tab] of mine.entries()) {
        await tab.open(path)
        tab.note(...(await tab.ask<Found[]>('look.tooWide()')), ...violations(await tab.ask<Violation[]>(violated)))
        if (index === 0) {
          tab.note(...(await tab.ask<Found[]>('look.grown()')).map((each) => ({ ...each, how: '200 % text' })))
          facts.set(path, await tab.ask<Facts>('look.facts()'))
        }
        const stored = await tab.ask<string[]>('look.stored()')
        if (stored.length) tab.note({ rule: 'stored', says: `The page keeps ${stored.join(' and ')} in the browser: it promises not to.` })
      }
    }
  })
  for (const tab of tabs) await tab.close()
  return facts
}

const violations = (all: readonly Violation[]): Found[] =>
  all.flatMap(({ rule, help, nodes }) =>
    nodes.slice(0, 5).map(({ html, says }) => ({ rule, element: html, says: `${help}. ${says.replaceAll(/\s+/g, ' ')}` })),
  )
