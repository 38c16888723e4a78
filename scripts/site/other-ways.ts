/** Main pages in the other ways that people read them: in colours of their own, without scripts, on paper. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Facts, Readable } from './facts.ts'
import type { Fault, Found } from './faults.ts'
import { walkIn } from './stops.ts'
import { type Manner, newTab } from './tabs.ts'

/** Links, headings and focus in the few colours that somebody has chosen for everything. */
export async function forcedColourFaults(browser: Browser, pages: readonly string[], manner: Manner, faults: Fault[]): Promise<void> {
  const options = { ...manner.options, forcedColors: 'active' as const }
  const tab = await newTab(browser, { ...manner, how: 'forced colours', options }, faults)
  const walk = walkIn(tab)
  for (const path of pages) {
    await walk.open(path)
    tab.note(...(await tab.ask<Found[]>('look.colourFaults()')))
    for (let stops = 0; stops < someStops && (await walk.next()); stops++);
  }
  await tab.close()
}

/** Past the header and the navigation, into the page. */
const someStops = 8

/**
 * A page offers the same without scripts; one that needs them offers another way.
 * @param facts What pages say of themselves where scripts run.
 */
export async function scriptlessFaults(
  browser: Browser,
  facts: ReadonlyMap<string, Facts>,
  manner: Manner,
  faults: Fault[],
): Promise<void> {
  const { eyes = '', ...rest } = manner
  const tab = await newTab(browser, { ...rest, how: 'no scripts', options: { ...manner.options, javaScriptEnabled: false } }, faults)
  for (const [path, { readable, scripted }] of facts) {
    await tab.open(path)
    // Nothing of the page runs there, but we may look.
    await tab.ask(eyes)
    const { hidden, links, boxes } = await tab.ask<Readable>('look.readable()')
    const missing = readable.links.filter((link) => !links.includes(link))
    tab.note(
      ...hidden.map((element) => ({
        rule: 'no-scripts',
        element,
        says: 'It is not to be seen without scripts: show it until a script hides it.',
      })),
      ...missing.map((link) => ({
        rule: 'no-scripts',
        element: link,
        says: 'Without scripts there is no such link: put it into the HTML.',
      })),
      ...(scripted && links.length < 2
        ? [{ rule: 'no-scripts', says: 'Without scripts the page leads nowhere: offer its lists as links.' }]
        : []),
      ...(boxes && !scripted ? [{ rule: 'no-scripts', says: 'It has boxes or buttons that no script answers to: leave them out.' }] : []),
    )
  }
  await tab.close()
}

interface ToPrint {
  readonly headings: readonly string[]
  readonly last: string
  readonly navigation: readonly string[]
}

/** A print has everything that the page says, and nothing to click on. */
export async function printFaults(browser: Browser, pages: readonly string[], manner: Manner, faults: Fault[]): Promise<void> {
  const tab = await newTab(browser, { ...manner, how: 'print' }, faults)
  const work = mkdtempSync(join(tmpdir(), 'site-print-'))
  try {
    for (const path of pages) {
      await tab.open(path)
      const { headings, last, navigation } = await tab.ask<ToPrint>('look.toPrint()')
      const file = join(work, 'page.pdf')
      await tab.page.pdf({ path: file, preferCSSPageSize: true })
      const printed = letters(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }))
      for (const words of [...headings, last].filter((each) => !printed.includes(letters(each))))
        tab.note({ rule: 'print', says: `“${words}” is not in the print: see @media print.` })
      for (const words of navigation.filter((each) => printed.includes(letters(each))))
        tab.note({ rule: 'print', says: `“${words}” is navigation, and is printed: hide it in @media print.` })
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  await tab.close()
}

/** Words however a page breaks their lines. */
const letters = (text: string): string => text.replaceAll(/[\s\u00ad-]+/g, '')
