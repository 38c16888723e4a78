/** Projects to test on, in temporary folders: the project's own machinery with a small, unrelated form in it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyEdits, modify } from 'jsonc-parser'
import { collector, type Diagnostic } from '../src/diagnostics.ts'
import { segments, valueAt } from '../src/pointer.ts'
import type { PracticeLanguage } from '../src/practice-language.ts'
import { loadModel, type Model } from '../src/schema/load.ts'
import { parsePracticeLanguage } from '../src/schema/practice-language.ts'
import { readSources, type Sources } from '../src/schema/sources.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))
const fixture = fileURLToPath(new URL('fixtures/allotment-visit', import.meta.url))

/** A folder with the dialect, the answer types and the page templates of this project, and one form that has nothing to do with care. */
export function allotmentFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'))
  for (const path of [
    'schemas/dialect',
    'schemas/answers.json',
    'templates/form.md.hbs',
    'templates/guidance.md.hbs',
    'templates/coverage.md.hbs',
    'templates/partials',
  ]) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  cpSync(fixture, folder, { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** The sources of that folder. */
export async function allotment(): Promise<Map<string, string>> {
  const { folder, remove } = allotmentFolder()
  const sources = new Map(await readSources(folder))
  remove()
  return sources
}

export const allotmentSchema = 'schemas/forms/allotment-visit.json'

/**
 * The sources with one value of a JSON file changed, and every other character kept.
 * @param value The new value; undefined takes it out.
 */
export function set(sources: Sources, path: string, pointer: string, value: unknown): Sources {
  const text = sources.get(path) ?? ''
  const place = segments(pointer).map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  return new Map([...sources, [path, applyEdits(text, modify(text, place, value, {}))]])
}

/** The value at a place in a JSON file. */
export const get = (sources: Sources, path: string, pointer: string): unknown => valueAt(JSON.parse(sources.get(path) ?? ''), pointer)

/** The model of some sources, and what is wrong with them. */
export function load(sources: Sources): Model & { language: PracticeLanguage; found: readonly Diagnostic[] } {
  const { found, report } = collector()
  const model = loadModel(sources, report)
  return { ...model, language: parsePracticeLanguage(model, report), found }
}
