/** A program: one synthetic form of a size through the whole of its life, then filled by all. Prints what it cost as JSON. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSources } from '../../src/schema/sources.ts'
import { badlyFilled, fillers } from './filling.ts'
import { LeftOut, processorTime, type Run } from './harness.ts'
import { plainFill, read } from './ours.ts'
import { laidOut, write } from './prepare.ts'
import { synthetic, syntheticId } from './synthetic.ts'
import { generated } from './validating.ts'

/** What a form of a size costs, in milliseconds of processor time; what is not there yet, or was not asked for, is left out. */
export interface Grown {
  readonly steps: Readonly<Record<string, number>>
  /** Filling, by contender. */
  readonly filling: Readonly<Record<string, number>>
  /** MiB at most, before the peers began. */
  readonly peak: number
}

const [questions, ...leftOut] = process.argv.slice(2)
const { sources, record } = synthetic(await readSources(fileURLToPath(new URL('../..', import.meta.url))), Number(questions))
const folder = mkdtempSync(join(tmpdir(), 'grow-'))
try {
  console.log(JSON.stringify(await grown()))
} finally {
  rmSync(folder, { recursive: true })
}

async function grown(): Promise<Grown> {
  const [template, laid] = await once(() => laidOut(sources, syntheticId))
  const [compile] = await once(async () => plainFill(laid.form, laid.template))
  const [validator, valid] = await once(() => generated(laid.form, folder, 'grown'))
  if (!valid(record)) throw new Error('the record of the synthetic form is not valid')
  const subject = write(folder, laid.form, laid.template, JSON.stringify(record))
  const validate = await best(() => valid(record))
  const reading = await unlessLeftOut(async () => {
    const reader = read(subject.form)
    return best(() => reader(subject.filled))
  })
  const steps = { template, compile, validator, validate, ...(reading === undefined ? {} : { read: reading }) }
  const peak = process.resourceUsage().maxRSS / 1024
  const filling: Record<string, number> = {}
  for (const { name, load } of fillers(subject).filter((each) => !leftOut.includes(each.name))) {
    const time = await unlessLeftOut(async () => {
      const fill = await load()
      const wrong = badlyFilled(subject)(await fill())
      if (wrong) throw new Error(`${name}, ${questions} questions: ${wrong}`)
      return best(fill)
    })
    if (time !== undefined) filling[name] = time
  }
  return { steps, filling, peak }
}

async function unlessLeftOut<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (problem) {
    if (problem instanceof LeftOut) return undefined
    throw problem
  }
}

/** Work that a process does once, and its time, in which that of the compiler is counted. */
async function once<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = processorTime()
  const result = await work()
  return [processorTime() - started, result]
}

/** The shortest of several times, warm; work too short for the clock is timed by the batch. */
async function best(work: Run): Promise<number> {
  globalThis.gc?.()
  const started = performance.now()
  const times: number[] = []
  for (let batch = 1; !times.length || performance.now() - started < 1000; ) {
    const before = processorTime()
    for (let done = 0; done < batch; done++) await work()
    const time = processorTime() - before
    times.push(time / batch)
    if (time < 5) batch *= 2
  }
  return Math.min(...times)
}
