/** What the benchmark asks of this project: the one file to change when the project changes. */
import type { Draft, Form } from '../../src/form.ts'
import { compileTemplate, fill } from '../../src/word/fill.ts'
import { LeftOut } from './harness.ts'

/** Fills one record. */
export type Fill = (record: Draft) => Uint8Array

/** The plain path: the template split once, answers joined in, one deflate. */
export function plainFill(form: Form, template: Uint8Array): Fill {
  const compiled = compileTemplate(template)
  return (record) => {
    const { docx, problems } = fill(compiled, form, record)
    if (problems.length) throw new Error(problems.map(({ label, reason }) => `“${label}” ${reason}`).join('; '))
    return docx
  }
}

/** The path that compresses once what never changes. */
export function cachedFill(_form: Form, _template: Uint8Array): Fill {
  throw new LeftOut('the compression of what never changes is not kept yet')
}

/** Reads a filled file back. */
export function read(_form: Form): (docx: Uint8Array) => unknown {
  throw new LeftOut('files are not read back yet')
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
