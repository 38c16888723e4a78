/** What the benchmark asks of this project: the one file to change when the project changes. */
import type { Draft, Form } from '../../src/form.ts'
import { readableForms, readForm } from '../../src/read.ts'
import { fill } from '../../src/word/fill/fill.ts'
import { type Filler, fillerOf } from '../../src/word/fill/filler.ts'
import { compileTemplate } from '../../src/word/fill/scan.ts'
import { packedHere } from '../../src/zip/write.ts'

/** Fills one record. */
export type Fill = (record: Draft) => Uint8Array

/** The plain path: the template split once, answers joined in, one deflate. */
export function plainFill(form: Form, template: Uint8Array): Fill {
  const compiled = compileTemplate(template, form)
  return (record) => whole(fill(compiled, record, new Map(), packedHere))
}

/** The path that compresses once what never changes. */
export function cachedFill(form: Form, template: Uint8Array): Fill {
  const compiled = compileTemplate(template, form)
  let filler: Filler | undefined
  return (record) => {
    filler ??= fillerOf(compiled, record)
    return whole(filler.fill(record))
  }
}

function whole({ docx, problems }: ReturnType<typeof fill>): Uint8Array {
  if (problems.length) throw new Error(problems.map(({ label, reason }) => `“${label}” ${reason}`).join('; '))
  return docx
}

/** Reads a filled file back. */
export function read(form: Form): (docx: Uint8Array) => unknown {
  const forms = readableForms([form])
  return (docx) => readForm(docx, forms).record
}

/**
 * The program that fills many records, a line each, into a folder: a script and its arguments.
 * @param folder The subject's: its form and template.
 */
export const fillMany = (folder: string, records: string, out: string): string[] => [
  new URL('fill-many.ts', import.meta.url).pathname,
  folder,
  records,
  out,
]
