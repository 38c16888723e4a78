/** npm run check:site: the website in a real browser. Needs Chromium, and poppler. */
import { join } from 'node:path'
import { Command } from 'commander'
import { CannotRun, root } from './project.ts'
import { check } from './site/check.ts'
import { startChromium } from './site/chromium.ts'
import { lines } from './site/faults.ts'
import { selfTest } from './site/self-test.ts'
import { readSite } from './site/site.ts'

const options = new Command('check:site')
  .description('Opens every page of the website in Chromium, and says what is wrong with it.')
  .option('--dir <folder>', 'output folder of a build', join(root, 'dist'))
  .option('--only <words>', 'only pages whose path has these words in it, one by one')
  .option('--self-test', 'break a copy of the site in many ways, and see that each is found')
  .addHelpText('after', '\nExit codes: 0 fine, 1 faults were found (all of them printed), 2 it could not be run.')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ dir: string; only?: string; selfTest?: true }>()

const started = performance.now()
try {
  const site = readSite(options.dir)
  const browser = await startChromium()
  try {
    if (options.selfTest) conclude(await selfTest(browser, site), 'breakages were looked for')
    else {
      const { only } = options
      const pages = site.pages.filter((path) => path.includes(only ?? ''))
      const faults = await check(browser, site, { pages, tasks: only === undefined })
      conclude({ looked: pages.length, wrong: lines(faults) }, 'pages were opened')
    }
  } finally {
    await browser.close()
  }
} catch (problem) {
  console.error(problem instanceof CannotRun ? problem.message : `It could not be run: ${(problem as Error).stack}`)
  process.exitCode = 2
}

function conclude({ looked, wrong }: { looked: number; wrong: readonly string[] }, what: string): void {
  for (const line of wrong) console.log(`FAIL  ${line}`)
  const time = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`\n${looked} ${what}, ${wrong.length} faults (${time} s).`)
  process.exitCode = wrong.length || !looked ? 1 : 0
}
