/** npm run check:site: the website in a real browser. Needs Chromium, and poppler. */
import { join } from 'node:path'
import { Command } from 'commander'
import { CannotRun, root } from './project.ts'
import { eyes, startChromium } from './site/chromium.ts'
import { everyPage, narrow, wide } from './site/every-page.ts'
import { type Fault, lines } from './site/faults.ts'
import { readingFaults } from './site/reading.ts'
import { serve } from './site/server.ts'
import { readSite } from './site/site.ts'

const options = new Command('check:site')
  .description('Opens every page of the website in Chromium and says what is wrong with it.')
  .option('--dir <folder>', 'output folder of a build', join(root, 'dist'))
  .option('--only <words>', 'only pages whose path has these words in it')
  .addHelpText('after', '\nExit codes: 0 fine, 1 faults were found (all of them printed), 2 it could not be run.')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ dir: string; only?: string }>()

try {
  const started = performance.now()
  const site = readSite(options.dir)
  const pages = site.pages.filter((path) => path.includes(options.only ?? ''))
  const faults: Fault[] = []
  const served = await serve(site.folder, { under: '/some/sub/path/' })
  const browser = await startChromium()
  try {
    const look = await eyes()
    const facts = await everyPage(browser, pages, [wide(served.address, look), narrow(site, look)], faults)
    faults.push(...readingFaults(facts, site))
  } finally {
    await browser.close()
    await served.close()
  }
  for (const line of lines(faults)) console.log(`FAIL  ${line}`)
  console.log(`\n${pages.length} pages opened, ${faults.length} faults (${((performance.now() - started) / 1000).toFixed(1)} s).`)
  process.exitCode = faults.length || !pages.length ? 1 : 0
} catch (problem) {
  console.error(problem instanceof CannotRun ? problem.message : `It could not be run: ${(problem as Error).stack}`)
  process.exitCode = 2
}
