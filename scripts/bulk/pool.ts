/** Work on all cores, its results in the order of the tasks. A worker that breaks down is replaced; one bad task stops nothing. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

export interface Work<Task, Done> {
  /** The module of a worker: it answers `ready`, and then each task with what came of it. */
  readonly file: URL
  /** What every worker is given at its start. */
  readonly data: unknown
  readonly tasks: AsyncIterable<Task> | Iterable<Task>
  /** Called for each task, in order. */
  readonly done: (done: Done) => void
  /** What came of a task at which a worker broke down. */
  readonly lost: (task: Task, problem: Error) => Done
}

/** @throws Where a worker cannot be started, or the tasks cannot be had. */
export async function inOrder<Task, Done>(
  { file, data, tasks, done, lost }: Work<Task, Done>,
  workers = availableParallelism(),
): Promise<void> {
  const queue = numbered(tasks)
  const waiting = new Map<number, Done>()
  let next = 0
  const tell = (): void => {
    for (let result = waiting.get(next); result !== undefined; result = waiting.get(next)) {
      waiting.delete(next++)
      done(result)
    }
  }
  const work = async (): Promise<void> => {
    let worker = await startWorker(file, data)
    try {
      // Tasks are handed out one at a time: the generator keeps their order.
      for (let each = await queue.next(); !each.done; each = await queue.next()) {
        const { number, task } = each.value
        worker.postMessage(task)
        const result = await answerOf<Done>(worker).catch((problem: Error) => ({ broken: problem }))
        const broken = isBroken(result)
        if (broken) worker = await startWorker(file, data)
        waiting.set(number, broken ? lost(task, result.broken) : result)
        tell()
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
}

const isBroken = <Done>(result: Done | { broken: Error }): result is { broken: Error } =>
  typeof result === 'object' && result !== null && 'broken' in result

async function* numbered<Task>(tasks: AsyncIterable<Task> | Iterable<Task>): AsyncGenerator<{ number: number; task: Task }> {
  let number = 0
  for await (const task of tasks) yield { number: number++, task }
}

/** What a worker may hold: it needs a tenth of it, and collects its garbage in time if it may not hold more. */
const memory = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

/** A worker that is ready. */
async function startWorker(file: URL, workerData: unknown): Promise<Worker> {
  const worker = new Worker(new URL('start-worker.mjs', import.meta.url), { argv: [file.href], workerData, resourceLimits: memory })
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
