/** Pages of the site opened in a browser, with everything noted that goes wrong by itself. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Fault, Found } from './faults.ts'

/** One of the ways in which the site is opened. */
export interface Manner {
  /** As faults tell it: `320 px`. */
  readonly how: string
  /** The address of its root, with a slash at its end. */
  readonly root: string
  readonly options: BrowserContextOptions
  /** What runs in every page before its own. */
  readonly eyes?: string
}

/** A tab that shows one page after the other. */
export interface Tab {
  readonly page: Page
  readonly context: BrowserContext
  /** Opens a page of the site, by its path from the root, and says what went wrong until now. */
  readonly open: (path: string) => Promise<void>
  /** Notes what was found on the page that is open. */
  readonly note: (...found: readonly Found[]) => void
  /** Asks something that `in-page/look.ts` answers. */
  readonly ask: <Answer>(question: string) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** @param faults Takes everything that is wrong with the pages. */
export async function newTab(browser: Browser, { how, root, options, eyes }: Manner, faults: Fault[]): Promise<Tab> {
  const context = await browser.newContext(options)
  if (eyes) await context.addInitScript(eyes)
  const page = await context.newPage()
  let path = 'index.html'
  const note = (...found: readonly Found[]) => {
    faults.push(...found.map((each) => ({ page: path, how, ...each })))
  }
  const here = (url: string) => url.startsWith(root) || url.startsWith('data:') || url === 'about:blank'
  page.on('request', (request) => {
    if (here(request.url())) return
    note({ rule: 'other-host', says: `It asks for ${request.url()}, which is not on this site: keep what a page needs beside it.` })
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no reason given'
    // What is downloaded is not shown; what blocks a request is told by the console.
    if (!/ERR_ABORTED|csp/i.test(why))
      note({ rule: 'failed-request', says: `${request.url()} did not load (${why}): mend its address or add the file.` })
  })
  page.on('response', (response) => {
    if (response.status() < 400) return
    note({ rule: 'failed-request', says: `${response.url()} answered ${response.status()}: mend its address or add the file.` })
  })
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const policy = /Content Security Policy/.test(message.text())
    note(
      policy
        ? { rule: 'policy', says: `${message.text().split('\n')[0]} Leave it out, or put it into a file of the site.` }
        : { rule: 'console', says: `The browser’s console says: ${message.text()}` },
    )
  })
  page.on('pageerror', (problem) => note({ rule: 'script-error', says: `A script ended with: ${problem.message}` }))
  return {
    page,
    context,
    note,
    async open(next) {
      path = next
      await page.goto(root + next, { waitUntil: 'load' })
    },
    ask: (question) => page.evaluate(question),
    async close() {
      const cookies = await context.cookies()
      if (cookies.length)
        note({ rule: 'stored', says: `The site keeps a cookie (${cookies.map(({ name }) => name).join(', ')}): it promises none.` })
      await context.close()
    },
  }
}

/** Does something for each of many, several at a time; each worker keeps its own tools. */
export async function together<Each>(
  all: readonly Each[],
  workers: number,
  worker: () => Promise<(each: Each) => Promise<void>>,
): Promise<void> {
  const left = [...all]
  await Promise.all(
    Array.from({ length: Math.min(workers, all.length) }, async () => {
      const work = await worker()
      for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each)
    }),
  )
}
