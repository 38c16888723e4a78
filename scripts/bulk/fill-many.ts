/** Many records, a line each → as many filled forms, on all cores. One bad record stops nothing. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Range, rangesOf } from './lines.ts'
import type { BadLine, Done, Task } from './worker.ts'

export interface Told {
  /** Called for each range that is done, in the order of the file. */
  readonly progress: (filled: number) => void
  readonly bad: (line: BadLine) => void
}

/**
 * Fills in every record of a file.
 * @returns How many forms were written.
 * @throws Where the records cannot be read, or the folder cannot be made.
 */
export async function fillMany(task: Task, told: Told, workers = availableParallelism()): Promise<number> {
  await mkdir(task.out, { recursive: true })
  await removeParts(task.out, task.form.fileName)
  const ranges = rangesOf(task.records)
  const waiting = new Map<number, Done>()
  let given = 0
  let said = 0
  let filled = 0

  const tell = (): void => {
    for (let done = waiting.get(said); done; done = waiting.get(said)) {
      waiting.delete(said++)
      filled += done.filled
      for (const line of done.bad) told.bad(line)
      told.progress(filled)
    }
  }
  const work = async (): Promise<void> => {
    let worker = await startWorker(task)
    try {
      // Ranges are handed out one at a time: the generator keeps their order.
      for (let next = await ranges.next(); !next.done; next = await ranges.next()) {
        const number = given++
        worker.postMessage(next.value)
        const done = await answerOf<Done>(worker).catch((problem: Error) => lost(next.value, problem))
        if ('broken' in done) worker = await startWorker(task)
        waiting.set(number, done)
        tell()
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return filled
}

/** What a worker may hold: it needs a tenth of it, and collects its garbage in time if it may not hold more. */
const memory = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

/** A worker that is ready. Node 20 does not hand on to workers what reads TypeScript, so it is brought along. */
async function startWorker(task: Task): Promise<Worker> {
  const file = new URL('worker.ts', import.meta.url).href
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file)}) })`
  const worker = new Worker(start, { eval: true, workerData: task, resourceLimits: memory })
  await answerOf<'ready'>(worker)
  return worker
}

/** @throws Where the worker breaks down. */
const answerOf = <Answer>(worker: Worker): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const ended = (code: number): void => fail(new Error(`the worker ended with ${code}`))
    const fail = (problem: Error): void => end(() => reject(problem))
    const answer = (value: Answer): void => end(() => resolve(value))
    const end = (then: () => void): void => {
      worker.off('message', answer).off('error', fail).off('exit', ended)
      then()
    }
    worker.on('message', answer).on('error', fail).on('exit', ended)
  })

const lost = ({ firstLine }: Range, { message }: Error): Done & { broken: true } => ({
  broken: true,
  filled: 0,
  bad: [{ line: firstLine, written: false, reason: `this record, or one of those after it, could not be filled in: ${message}` }],
})

/** Takes away what a run that was stopped left half-written. */
async function removeParts(out: string, fileName: string): Promise<void> {
  const left = (await readdir(out)).filter((name) => name.startsWith(`${fileName}-`) && name.endsWith('.part'))
  await Promise.all(left.map((name) => rm(join(out, name), { force: true })))
}
