/** How auditing grows with the records in a folder. Each measurement is a process of its own, run as people run it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { fillableFrom } from '../../src/fill.ts'
import type { Draft, Form } from '../../src/form.ts'
import { records } from '../../tests/arbitraries/records.ts'
import { ownTemplate } from '../commands/fill.ts'
import { project, root } from '../project.ts'
import { alone } from './alone.ts'

export interface Audited {
  readonly what: string
  readonly records: number
  /** Seconds by the clock, the start of the program among them. */
  readonly wall: number
  /** Milliseconds of processor time for a record, on all cores together. */
  readonly each: number
  /** MiB at most. */
  readonly peak: number
}

/** Audits folders of records made from the examples, as data and as Word files. */
export async function byAudits(sizes: readonly number[], seed = 5): Promise<Audited[]> {
  const found: Audited[] = []
  const model = await project()
  for (const records of sizes) {
    for (const kind of ['json', 'docx'] as const) {
      const folder = mkdtempSync(join(tmpdir(), 'audits-'))
      try {
        for (const [index, form] of model.forms.entries()) {
          const share = Math.floor((records + index) / model.forms.length)
          const write = kind === 'json' ? JSON.stringify : wordWriter(form, await ownTemplate(form, model, 'docx'))
          for (const [row, record] of made(form, share, seed).entries())
            writeFileSync(join(folder, `${form.id}-${row}.${kind}`), write(record))
        }
        const program = fileURLToPath(new URL('../start.mjs', import.meta.url))
        const { wall, processor, peak, output } = await alone([program, 'forms.ts', 'audit', folder])
        if (!output.includes(`${records} records`)) throw new Error(`The audit did not read ${records} records: ${output.slice(0, 300)}`)
        found.push({ what: kind === 'json' ? 'as data' : 'as Word files', records, wall, each: (processor / records) * 1000, peak })
      } finally {
        rmSync(folder, { recursive: true })
      }
    }
  }
  return found
}

function wordWriter(form: Form, template: Uint8Array): (record: Draft) => Uint8Array | string {
  const fill = fillableFrom(template, form).many()
  return (record) => fill(record).contents
}

/** Valid records near the examples: as long as real ones, and no two the same. */
function made(form: Form, count: number, seed: number): Draft[] {
  const folder = join(root, 'examples', form.id)
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.notes.json'))
  const examples = names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Draft)
  return fc.sample(records(form, examples), { numRuns: count, seed })
}
