/** Many records, a line each → as many filled forms, on all cores. One bad record stops nothing. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BadLine, Done, Task } from './fill-worker.ts'
import { type Range, rangesOf } from './lines.ts'
import { inOrder } from './pool.ts'

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
export async function fillMany(task: Task, told: Told, workers?: number): Promise<number> {
  await mkdir(task.out, { recursive: true })
  await removeParts(task.out, task.form.fileName)
  let filled = 0
  const done = (range: Done): void => {
    filled += range.filled
    for (const line of range.bad) told.bad(line)
    told.progress(filled)
  }
  await inOrder({ file: new URL('fill-worker.ts', import.meta.url), data: task, tasks: rangesOf(task.records), done, lost }, workers)
  return filled
}

const lost = ({ firstLine }: Range, { message }: Error): Done => ({
  filled: 0,
  bad: [{ line: firstLine, written: false, reason: `this record, or one of those after it, could not be filled in: ${message}` }],
})

/** Takes away what a run that was stopped left half-written. */
async function removeParts(out: string, fileName: string): Promise<void> {
  const left = (await readdir(out)).filter((name) => name.startsWith(`${fileName}-`) && name.endsWith('.part'))
  await Promise.all(left.map((name) => rm(join(out, name), { force: true })))
}
