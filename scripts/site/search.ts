/** What people look for is found, and stands where the search says. */

import type { Browser } from 'playwright-core'
import { stemmer } from 'stemmer'
import type { Fault } from './faults.ts'
import { type Manner, newTab, type Tab } from './tabs.ts'

/** Words of the field, each in other words of the guidance and the forms too. */
const asked = ['advocate', 'carer', 'risk']

/** Results looked at, for each word. */
const looked = 5

/** The search page, opened in that manner. */
export async function searchFaults(browser: Browser, manner: Manner, faults: Fault[]): Promise<void> {
  const tab = await newTab(browser, manner, faults)
  for (const word of asked) {
    await tab.open('search.html')
    const links = await resultsOf(tab, word)
    if (!links.length) tab.note({ rule: 'search', says: `Nothing is found for “${word}”.` })
    const found = links.slice(0, looked).map((href) => new URL(href, tab.page.url()))
    for (const url of found) {
      await tab.page.goto(url.href)
      const words = await tab.ask<string | null>(`look.section(${JSON.stringify(decodeURIComponent(url.hash.slice(1)))}) ?? null`)
      if (words === null || !hasWord(words, word))
        tab.note({
          rule: 'search',
          element: url.href.slice(manner.root.length),
          says: `It is found for “${word}”, which does not stand there.`,
        })
    }
  }
  await tab.close()
}

async function resultsOf(tab: Tab, word: string): Promise<string[]> {
  const box = tab.page.locator('main input[type="search"], main input[name="q"]').first()
  if (!(await box.isVisible())) {
    tab.note({ rule: 'search', says: 'The search page has no box to type into.' })
    return []
  }
  await box.fill(word)
  await box.press('Enter')
  const results = tab.page.locator('main ol a[href*=".html"]')
  await results
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined)
  return results.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

/** Words that begin as it does are the same word to somebody who searches: “carers”, “advocacy”. */
function hasWord(text: string, word: string): boolean {
  const stem = stemmer(word)
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((each) => each.startsWith(stem) || stemmer(each) === stem)
}
