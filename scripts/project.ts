/** What every command needs: this project's forms, and files that a person names. */
import { fileURLToPath } from 'node:url'
import { collector, failed, sentence } from '../src/diagnostics.ts'
import type { Draft, Form } from '../src/form.ts'
import { nearest } from '../src/nearest.ts'
import type { PracticeLanguage } from '../src/practice-language.ts'
import { largestFile } from '../src/read.ts'
import { parseJson } from '../src/schema/json.ts'
import { loadModel, type Model } from '../src/schema/load.ts'
import { parsePracticeLanguage } from '../src/schema/practice-language.ts'
import { parseSettings } from '../src/schema/settings.ts'
import { readBytes, readSources, readText, type Sources } from '../src/schema/sources.ts'
import type { Settings } from '../src/settings.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Ends a command because it could not be run, as opposed to having found errors. */
export class CannotRun extends Error {}

/** The forms of this project, and everything they were read from. */
export type Project = Model & { readonly sources: Sources }

/** The forms of this project; they have to be right before anything can be done with them. */
export async function project(): Promise<Project> {
  const { found, report } = collector()
  const sources = await readSources(root)
  const model = loadModel(sources, report)
  if (failed(found)) throw new CannotRun(`${found.map(sentence).join('\n')}\nThe schemas have errors. Mend them first.`)
  return { ...model, sources }
}

/** The practice language of this project; it too has to be right. */
export function practiceLanguage(model: Model): PracticeLanguage {
  const { found, report } = collector()
  const language = parsePracticeLanguage(model, report)
  if (failed(found)) throw new CannotRun(`${found.map(sentence).join('\n')}\nThe practice language has errors. Mend them first.`)
  return language
}

/** The settings of this project, right as well. */
export async function projectSettings({ files, sources }: Project): Promise<Settings> {
  const { found, report } = collector()
  const settings = await parseSettings(files, sources, report)
  if (failed(found)) throw new CannotRun(`${found.map(sentence).join('\n')}\nThe settings have errors. Mend them first.`)
  return settings
}

/** The form of that id. */
export function formNamed(id: string, forms: readonly Form[]): Form {
  const form = forms.find((each) => each.id === id)
  if (!form)
    throw new CannotRun(
      `There is no form “${id}”. ${meant(
        id,
        forms.map((each) => each.id),
      )}`,
    )
  return form
}

/** The text of a file that a person named. */
export function textOf(path: string): string {
  try {
    return readText(path)
  } catch (problem) {
    throw new CannotRun(`${path} cannot be read: ${(problem as Error).message}`)
  }
}

/** The bytes of a file that a person named; a form with photos pasted in may have tens of megabytes. */
export function bytesOf(path: string): Uint8Array {
  try {
    return readBytes(path, largestFile)
  } catch (problem) {
    throw new CannotRun(`${path} cannot be read: ${(problem as Error).message}`)
  }
}

/** A record, and the form it says it fills in. */
export function recordIn(path: string, forms: readonly Form[]): { form: Form; record: Draft } {
  const { found, report } = collector()
  const file = parseJson(path, textOf(path), report)
  if (!file) throw new CannotRun(found.map(sentence).join('\n'))
  const record = file.value as Draft | null
  if (typeof record?.form !== 'string') throw new CannotRun(`${path} does not say which form it fills in: it has no "form".`)
  return { form: formNamed(record.form, forms), record }
}

/** "Did you mean …?", or what there is. */
export function meant(word: string, known: Iterable<string>): string {
  const all = [...known]
  const near = nearest(word, all)
  if (near) return `Did you mean “${near}”?`
  return all.length > 12 ? 'Ids are listed in schemas/framework.' : `There is: ${all.join(', ')}.`
}
