/** A worker: fills in the records of a range of lines. It keeps one template ready, and nothing of a record once it is written. */
import { closeSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { isRecord } from '../../src/answers/answers.ts'
import { fillableFrom } from '../../src/fill.ts'
import type { Form } from '../../src/form.ts'
import type { Range } from './lines.ts'

export interface Task {
  readonly form: Form
  readonly template: Uint8Array
  readonly records: string
  readonly out: string
}

/** What came of one range. */
export interface Done {
  readonly filled: number
  readonly bad: readonly BadLine[]
}

export interface BadLine {
  readonly line: number
  readonly reason: string
  /** True where the form was written all the same, with what could be shown. */
  readonly written: boolean
}

/** Bytes. A record that fills every answer of the longest form with 50,000 characters is a tenth of it. */
const longestLine = 64 * 1024 * 1024

const { form, template, records, out } = workerData as Task
const fillable = fillableFrom(template, form)
const fill = fillable.many()

parentPort?.on('message', (range: Range) => parentPort?.postMessage(fillRange(range)))
parentPort?.postMessage('ready')

function fillRange({ start, end, firstLine }: Range): Done {
  const bad: BadLine[] = []
  let filled = 0
  for (const [index, text] of linesOf(start, end).entries()) {
    const line = firstLine + index
    if (text !== undefined && text.trim() === '') continue
    try {
      const { contents, problems } = fill(recordIn(text))
      write(line, contents)
      filled++
      if (problems.length) bad.push({ line, written: true, reason: problems.map(({ label, reason }) => `“${label}” ${reason}`).join('; ') })
    } catch (problem) {
      bad.push({ line, written: false, reason: (problem as Error).message })
    }
  }
  return { filled, bad }
}

/** The lines of a range; undefined for one that is too long to be a record. */
function linesOf(start: number, end: number): (string | undefined)[] {
  if (end - start > longestLine) return [undefined]
  const bytes = Buffer.alloc(end - start)
  const file = openSync(records, 'r')
  try {
    readSync(file, bytes, 0, bytes.length, start)
  } finally {
    closeSync(file)
  }
  return bytes
    .toString()
    .replace(/^\uFEFF/, '')
    .replace(/\n$/, '')
    .split('\n')
}

function recordIn(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) throw new Error('the line is longer than any record')
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch (problem) {
    throw new Error(`it is not valid JSON: ${(problem as Error).message}`)
  }
  if (!isRecord(record)) throw new Error('it is not a record: one JSON object that holds the answers')
  if (record.form !== undefined && record.form !== form.id)
    throw new Error(`it is a record of “${String(record.form)}”, and not of “${form.id}”`)
  return record
}

/** Under a temporary name first, so that no file is ever half-written. */
function write(line: number, contents: Uint8Array | string): void {
  const path = join(out, `${form.fileName}-${String(line).padStart(6, '0')}.${fillable.extension}`)
  const temporary = `${path}.part`
  try {
    writeFileSync(temporary, contents)
    renameSync(temporary, path)
  } catch (problem) {
    rmSync(temporary, { force: true })
    throw new Error(`it cannot be written: ${(problem as Error).message}`)
  }
}
