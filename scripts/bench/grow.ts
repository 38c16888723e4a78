/** A program: one synthetic form of a size through the whole of its life. Prints milliseconds of processor time as JSON. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Draft } from '../../src/form.ts'
import { readSources } from '../../src/schema/sources.ts'
import { partOf, wordsOf } from './answers.ts'
import { badlyFilled } from './filling.ts'
import { LeftOut, processorTime } from './harness.ts'
import { plainFill, read } from './ours.ts'
import { compressed, partsOf, zipped } from './package-files.ts'
import { laidOut } from './prepare.ts'
import { synthetic, syntheticId } from './synthetic.ts'
import { generated } from './validating.ts'

/** What a form of a size costs, in milliseconds, by step; a step that is not there yet is left out. */
export type Grown = Readonly<Record<string, number>>

const { sources, record } = synthetic(await readSources(fileURLToPath(new URL('../..', import.meta.url))), Number(process.argv[2]))
const folder = mkdtempSync(join(tmpdir(), 'grow-'))
const costs: Record<string, number> = {}
try {
  const { form, template } = await once('template', () => laidOut(sources, syntheticId))
  const fill = await once('compile', async () => plainFill(form, template))
  const filled = fill(record as Draft)
  const wrong = badlyFilled({ words: wordsOf(form, record) })(filled)
  if (wrong) throw new Error(wrong)
  costs.fill = best(() => fill(record as Draft))
  const [page, parts] = [partOf(filled), partsOf(filled)]
  costs.limit = best(() => zipped(parts.map((part) => (part.name === 'word/document.xml' ? compressed(part.name, page, 6) : part))))
  const valid = await once('validator', () => generated(form, folder, 'grown'))
  if (!valid(record)) throw new Error('the record of the synthetic form is not valid')
  costs.validate = best(() => valid(record))
  try {
    const reader = read(form)
    costs.read = best(() => reader(filled))
  } catch (problem) {
    if (!(problem instanceof LeftOut)) throw problem
  }
} finally {
  rmSync(folder, { recursive: true })
}
console.log(JSON.stringify(costs))

/** Work that a process does once: its time includes that of the compiler. */
async function once<T>(step: string, work: () => Promise<T>): Promise<T> {
  const started = processorTime()
  const result = await work()
  costs[step] = processorTime() - started
  return result
}

/** The shortest of several times, warm; work too short for the clock is timed by the batch. */
function best(work: () => unknown): number {
  const started = performance.now()
  const times: number[] = []
  for (let batch = 1; times.length < 3 || performance.now() - started < 1000; ) {
    const before = processorTime()
    for (let done = 0; done < batch; done++) work()
    const time = processorTime() - before
    times.push(time / batch)
    if (time < 5) batch *= 2
  }
  return Math.min(...times)
}
