/** A site broken on purpose, to see that whatever is broken is found. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Breakage, breakages } from './breakages.ts'
import { check } from './check.ts'
import { readSite, type Site } from './site.ts'

/** @returns How many breakages there were, and in lines what is wrong with how they were found. */
export async function selfTest(browser: Browser, site: Site): Promise<{ looked: number; wrong: string[] }> {
  const out = mkdtempSync(join(tmpdir(), 'broken-site-'))
  try {
    cpSync(site.folder, join(out, 'site'), { recursive: true })
    cpSync(join(site.folder, '..', 'manifest.json'), join(out, 'manifest.json'))
    const broken = breakages.map((breakage) => ({ ...breakage, page: breakPage(breakage, site, join(out, 'site')) }))
    const pagesOf = (some: readonly { readonly page: string | undefined }[]) => [...new Set(some.flatMap(({ page }) => page ?? []))]
    const options = { pages: pagesOf(broken), main: pagesOf(broken.filter(({ slow }) => slow)) }
    const faults = await check(browser, readSite(out), options)
    const wrong = broken.flatMap(({ rule, how, page }): string[] => {
      if (page === undefined) return [`${rule}: no page has anything to break like this; mend scripts/site/breakages.ts`]
      const found = faults.some((fault) => fault.page === page && fault.rule === rule && (how ?? fault.how) === fault.how)
      return found ? [] : [`${rule}: broken on ${page}${how ? ` (${how})` : ''}, and not found`]
    })
    return { looked: broken.length, wrong }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** Breaks the page that it names, or else one that is still whole. @returns Its path; undefined where there is none to break like this. */
function breakPage({ page = '', of, style = '' }: Breakage, { folder, pages }: Site, copy: string): string | undefined {
  const read = (path: string, where: string) => readFileSync(join(where, path), 'utf8')
  const isWhole = (path: string) => read(path, folder) === read(path, copy)
  const fits = (path: string) => {
    const html = read(path, copy)
    return of(html) !== html && (path === page || (path.startsWith(page) && !special.test(path) && isWhole(path)))
  }
  const path = pages.find(fits)
  if (path === undefined) return undefined
  writeFileSync(join(copy, path), of(read(path, copy)))
  appendFileSync(join(copy, 'assets/site.css'), style)
  return path
}

/** Pages on which tasks begin, broken by name alone. */
const special = /^(?:index|search|guidance\/index)\.html$/
