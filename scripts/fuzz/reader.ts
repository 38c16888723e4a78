/** Reads spoiled files, one after the other, and says of each what came out; watched by fuzz.ts, which ends it where it hangs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fill as fillMarkdown } from '../../src/markdown/fill.ts'
import { compileTemplate as compileMarkdown } from '../../src/markdown/template.ts'
import { type Reading, readableForms, readForm } from '../../src/read.ts'
import { fill as fillWord } from '../../src/word/fill/fill.ts'
import { compileTemplate as compileWord } from '../../src/word/fill/scan.ts'
import { Refused } from '../../src/zip/entry.ts'
import { packedHere } from '../../src/zip/write.ts'
import { project, root } from '../project.ts'
import { spoiled } from './mutate.ts'

/** What fuzz.ts asks for, and what it is told. */
export interface Batch {
  readonly seed: number
  readonly from: number
  readonly to: number
}
export type Told =
  | { readonly type: 'begins'; readonly index: number; readonly name: string }
  | { readonly type: 'done'; readonly index: number; readonly refused: boolean; readonly milliseconds: number; readonly fault?: string }
  | { readonly type: 'grown'; readonly kept: number; readonly peak: number }

const slow = 2000
const { forms } = await project()
const readable = readableForms(forms)
const dist = join(root, 'dist')
const good = forms.flatMap(({ id }) =>
  readdirSync(join(dist, id))
    .filter((name) => /-(form|form-brief|example-[a-z]+-[a-z]+)\.(docx|md)$/.test(name))
    .sort()
    .map((name) => ({ name, file: readFileSync(join(dist, id, name)) })),
)
const templates = new Map(
  forms.map((form) => {
    const file = (ending: string) => readFileSync(join(dist, form.id, `${form.fileName}-form.${ending}`))
    return [form, { word: compileWord(file('docx'), form), markdown: compileMarkdown(file('md'), form) }]
  }),
)

/** The spoiled file of a number. */
export function fileOf(seed: number, index: number): { name: string; file: Uint8Array } {
  const chosen = good[index % good.length]
  if (!chosen) throw new Error('There is no form in dist. Run npm run build:forms first.')
  return { name: chosen.name, file: spoiled(chosen.file, chosen.name.endsWith('.docx'), seed * 1_000_003 + index) }
}

/** What is wrong with a reading; it has to be fit for everything that is done with one. */
function faultOf({ form, record, findings }: Reading, index: number): string | undefined {
  const json = JSON.stringify(record)
  if (!isDeepStrictEqual(JSON.parse(json), record) || json.includes('"__proto__":')) return 'the record is not plain JSON'
  const bare = findings.find(
    ({ message, remedy, label, pointer }) => !message || !remedy || !label || /undefined|NaN|\[object/.test(pointer),
  )
  if (bare) return `a finding says nothing: ${JSON.stringify(bare)}`
  const template = templates.get(form)
  if (!template) return 'the form is none of ours'
  fillMarkdown(template.markdown, record)
  if (index % 4 === 0) fillWord(template.word, record, new Map(), packedHere)
  return undefined
}

function read(file: Uint8Array, index: number): { refused: boolean; milliseconds: number; fault?: string } {
  const before = process.cpuUsage()
  const milliseconds = () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage(before))
  try {
    const reading = readForm(file, readable)
    const time = milliseconds()
    const fault = faultOf(reading, index) ?? (time > slow ? 'it took too long' : undefined)
    return { refused: false, milliseconds: time, ...(fault ? { fault } : {}) }
  } catch (error) {
    const time = milliseconds()
    const fault =
      !(error instanceof Refused) || !error.message
        ? ((error as Error).stack ?? String(error))
        : time > slow
          ? 'it took too long'
          : undefined
    return { refused: true, milliseconds: time, ...(fault ? { fault } : {}) }
  }
}

const tell = (told: Told): void => void process.send?.(told)

process.on('message', ({ seed, from, to }: Batch) => {
  const heap = () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed
  }
  for (const { file } of good) read(file, 0)
  const [before, peak] = [heap(), process.resourceUsage().maxRSS]
  for (let index = from; index < to; index++) {
    const { name, file } = fileOf(seed, index)
    tell({ type: 'begins', index, name })
    tell({ type: 'done', index, ...read(file, index) })
  }
  tell({ type: 'grown', kept: heap() - before, peak: (process.resourceUsage().maxRSS - peak) * 1024 })
})
