/** How costs grow: with the questions of a form, and with the records that are filled. Each measurement is a process of its own. */
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './alone.ts'
import { badlyFilled } from './filling.ts'
import type { Grown } from './grow.ts'
import { fillMany } from './ours.ts'
import type { Subject } from './subject.ts'

export interface Size extends Grown {
  readonly questions: number
}

export interface Bulk {
  readonly records: number
  /** Documents a second, by the clock; or how many minutes it would have taken, where that is too long. */
  readonly perSecond?: number
  readonly wouldTake?: number
  /** Milliseconds of processor time for a record, on all cores together. */
  readonly each?: number
  /** MiB at most. */
  readonly peak?: number
}

/** @param patience Milliseconds that one filling may take; a contender that took more is not asked for a larger form. */
export async function byQuestions(sizes: readonly number[], patience: number): Promise<Size[]> {
  const grown: Size[] = []
  const slow = new Set<string>()
  for (const questions of sizes) {
    const { output } = await alone([fileURLToPath(new URL('grow.ts', import.meta.url)), String(questions), ...slow])
    const size = JSON.parse(output) as Grown
    grown.push({ questions, ...size })
    for (const [name, time] of Object.entries(size.filling)) if (time > patience) slow.add(name)
  }
  return grown
}

/** @param patience Seconds that one count may take, going by the one before. */
export async function byRecords(subject: Subject, counts: readonly number[], patience: number): Promise<Bulk[]> {
  const grown: Bulk[] = []
  let pace = 0
  for (const records of counts) {
    const expected = pace * records
    if (expected > patience) grown.push({ records, wouldTake: expected / 60 })
    else {
      const { wall, processor, peak } = await filled(subject, records)
      pace = wall / records
      grown.push({ records, perSecond: records / wall, each: (processor / records) * 1000, peak })
    }
  }
  return grown
}

/** Fills that many records into a temporary folder, and makes sure that they are there. */
async function filled(subject: Subject, count: number): ReturnType<typeof alone> {
  const folder = mkdtempSync(join(tmpdir(), 'many-'))
  try {
    const out = join(folder, 'out')
    writeRecords(join(folder, 'records.ndjson'), subject, count)
    const ended = await alone(fillMany(subject.folder, join(folder, 'records.ndjson'), out))
    const made = readdirSync(out).filter((name) => name.endsWith('.docx'))
    if (made.length !== count) throw new Error(`Of ${count} records ${made.length} were filled`)
    const wrong = badlyFilled(subject)(readFileSync(join(out, made.at(-1) ?? '')))
    if (wrong) throw new Error(`Of ${count} files one is not right: ${wrong}`)
    return ended
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The example’s record, once a line. */
function writeRecords(path: string, { record }: Subject, count: number): void {
  const text = JSON.stringify(record)
  const file = openSync(path, 'w')
  for (let number = 0; number < count; number++) writeSync(file, `${text}\n`)
  closeSync(file)
}
