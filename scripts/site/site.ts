/** The website as files, read without a browser. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../src/manifest.ts'
import { pageCount } from '../../src/word/page-count.ts'
import { CannotRun } from '../project.ts'

export interface Site {
  /** The folder of its files. */
  readonly folder: string
  /** Paths of its pages from there. */
  readonly pages: readonly string[]
  /** Every file, by its path from there. */
  readonly files: ReadonlyMap<string, SiteFile>
}

export interface SiteFile {
  readonly kind: string
  /** As it is on the disk, whatever the manifest says. */
  readonly bytes: number
  /** Hexadecimal SHA-256. */
  readonly sha256: string
  /** Pages in print; of Word files alone. */
  readonly pages?: () => number
}

const within = 'site/'

/**
 * The site in the output folder of a build.
 * @throws CannotRun where it was not built.
 */
export function readSite(out: string): Site {
  const list = join(out, 'manifest.json')
  const folder = join(out, within)
  if (!existsSync(list) || !existsSync(join(folder, 'index.html')))
    throw new CannotRun(`There is no website in ${folder}. Run npm run build:forms first.`)
  const { artefacts } = JSON.parse(readFileSync(list, 'utf8')) as Manifest
  const files = new Map<string, SiteFile>()
  for (const { path, kind } of artefacts) {
    const file = join(out, path)
    if (!path.startsWith(within) || !existsSync(file)) continue
    const contents = readFileSync(file)
    const sha256 = createHash('sha256').update(contents).digest('hex')
    const pages = path.endsWith('.docx') ? { pages: once(() => pageCount(contents)) } : {}
    files.set(path.slice(within.length), { kind, bytes: contents.length, sha256, ...pages })
  }
  const pages = artefacts.filter(({ kind }) => kind === 'site-page').map(({ path }) => path.slice(within.length))
  return { folder, pages, files }
}

/** Counted when it is asked for, and no second time: many pages show the same file. */
function once(count: () => number): () => number {
  let counted: number | undefined
  return () => {
    counted ??= count()
    return counted
  }
}

/** One page of each shape that pages have, for what takes long: `guidance/…/….html` is one, however many forms there are. */
export function mainPages(pages: readonly string[]): string[] {
  const shapes = new Map<string, string>()
  for (const page of pages) {
    const folders = page.split('/')
    const shape = folders.map((name, depth) => (depth === 0 || name === 'index.html' ? name : '…')).join('/')
    if (!shapes.has(shape)) shapes.set(shape, page)
  }
  return [...shapes.values()]
}
