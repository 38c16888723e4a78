/** Everything that the site is held to. */
import type { Browser } from 'playwright-core'
import { axeCore, eyes } from './chromium.ts'
import { everyPage, opened, served } from './every-page.ts'
import type { Fault } from './faults.ts'
import { keyboardFaults } from './keyboard.ts'
import { forcedColourFaults, printFaults, scriptlessFaults } from './other-ways.ts'
import { readingFaults } from './reading.ts'
import { searchFaults } from './search.ts'
import { serve } from './server.ts'
import { mainPages, type Site } from './site.ts'

/** Nobody should have to put the site at the root of a server. */
const under = '/some/sub/path/'

/**
 * Opens the site over HTTP and from the disk.
 * @param pages Those that are looked at one by one.
 * @param main Those that are also looked at in the ways that take long: in forced colours, without scripts, on paper.
 * @param tasks False to leave out what people come to do: the way by keyboard, the search.
 */
export async function check(
  browser: Browser,
  site: Site,
  {
    pages = site.pages,
    main = mainPages(pages),
    tasks = true,
  }: { pages?: readonly string[]; main?: readonly string[]; tasks?: boolean } = {},
): Promise<Fault[]> {
  const faults: Fault[] = []
  const server = await serve(site.folder, { under, still: true })
  try {
    const look = await eyes()
    const manners = [served(server.address, look), opened(site, look)] as const
    const [overHttp, fromDisk] = manners
    const others = async () => {
      if (tasks) {
        await keyboardFaults(browser, site, overHttp, faults)
        for (const manner of manners) await searchFaults(browser, manner, faults)
      }
      await forcedColourFaults(browser, main, overHttp, faults)
      await printFaults(browser, main.filter(isPrinted), overHttp, faults)
    }
    const [facts] = await Promise.all([everyPage(browser, pages, main, manners, axeCore(), faults), others()])
    await scriptlessFaults(browser, new Map([...facts].filter(([path]) => main.includes(path))), fromDisk, faults)
    return [...faults, ...readingFaults(facts, site)]
  } finally {
    await server.close()
  }
}

/** Guidance and filled examples are what trainers print. */
const isPrinted = (path: string): boolean => /^(?:guidance|examples)\//.test(path)
