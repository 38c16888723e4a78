/** What every page is held to, with the window at two widths: over HTTP in a folder of a server, or from the disk. */
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

const wide = { width: 1280, height: 800 }
/** 400 % of it. */
const narrow = { width: 320, height: 640 }

/** The site as a server shows it. */
export const served = (address: string, eyes: string): Manner => ({ how: 'server', root: address, options: { viewport: wide }, eyes })

/** The site as it opens from a disk. */
export const opened = ({ folder }: Site, eyes: string): Manner => ({
  how: 'disk',
  root: pathToFileURL(folder).href,
  options: { viewport: wide },
  eyes,
})

/**
 * Opens every page, and looks at it at both widths. The manners take turns: pages share one frame, and their addresses are read besides.
 * @param main Pages that are opened in each manner.
 * @param axeCore The program.
 * @param faults Takes what is wrong.
 * @returns What each page says of itself.
 */
export async function everyPage(
  browser: Browser,
  pages: readonly string[],
  main: readonly string[],
  manners: readonly Manner[],
  axeCore: string,
  faults: Fault[],
): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>()
  const tabs: Tab[] = []
  const visits = pages.flatMap((path, turn) =>
    manners.flatMap((_, index) => (index === turn % manners.length || main.includes(path) ? [{ path, index }] : [])),
  )
  await together(visits, workers, async () => {
    const mine = await Promise.all(manners.map((manner) => newTab(browser, manner, faults)))
    tabs.push(...mine)
    for (const { page } of mine) await page.addInitScript(axeCore)
    return async ({ path, index }) => {
      const tab = mine[index] as Tab
      const seen = (how: string, found: readonly Found[]) => tab.note(...found.map((each) => ({ ...each, how })))
      await tab.page.setViewportSize(wide)
      await tab.open(path)
      for (const size of [wide, narrow]) {
        await tab.page.setViewportSize(size)
        const how = `${size.width} px`
        seen(how, [...(await tab.ask<Found[]>('look.tooWide()')), ...violations(await tab.ask<Violation[]>(violated))])
        if (size === wide) {
          seen('200 % text', await tab.ask<Found[]>('look.grown()'))
          facts.set(path, await tab.ask<Facts>('look.facts()'))
        }
      }
      const stored = await tab.ask<string[]>('look.stored()')
      if (stored.length) tab.note({ rule: 'stored', says: `The page keeps ${stored.join(' and ')} in the browser: it promises not to.` })
    }
  })
  for (const tab of tabs) await tab.close()
  return facts
}

const violations = (all: readonly Violation[]): Found[] =>
  all.flatMap(({ rule, help, nodes }) =>
    nodes.slice(0, 5).map(({ html, says }) => ({ rule, element: html, says: `${help}. ${says.replaceAll(/\s+/g, ' ')}` })),
  )
