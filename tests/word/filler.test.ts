/** The filler writes what `fill` writes, in other bytes: for any record, after any others, and not much larger. */
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { collector } from '../../src/diagnostics.ts'
import { editionsOf } from '../../src/document/form-page.ts'
import { templatesOf } from '../../src/document/template.ts'
import { wordTemplate } from '../../src/emit/word.ts'
import type { Draft } from '../../src/form.ts'
import { neutral } from '../../src/settings.ts'
import { fill } from '../../src/word/fill/fill.ts'
import { type Filler, fillerOf } from '../../src/word/fill/filler.ts'
import { compileTemplate, type Template } from '../../src/word/fill/scan.ts'
import { packedHere } from '../../src/zip/write.ts'
import { drafts } from '../arbitraries/drafts.ts'
import { subjects } from '../arbitraries/forms.ts'
import { sources } from '../own.ts'

const all = await subjects()
const templates = templatesOf(sources)

/** Fills one record both ways, and checks that they say the same. Returns how many times as large the filler's file is. */
function filledBoth(template: Template, filler: Filler, record: Draft): number {
  const plain = fill(template, record, new Map(), packedHere)
  const { docx, problems } = filler.fill(record)
  expect(problems).toEqual(plain.problems)
  const [one, other] = [unzipSync(docx), unzipSync(plain.docx)]
  expect(Object.keys(one)).toEqual(Object.keys(other))
  for (const [name, bytes] of Object.entries(other)) expect(Buffer.compare(one[name] ?? Buffer.alloc(0), bytes), name).toBe(0)
  return docx.length / plain.docx.length
}

describe.each(all.map(({ form, examples }) => ({ form, examples })))('$form.id', ({ form, examples }) => {
  let template: Template
  beforeAll(async () => {
    const [edition] = editionsOf(form, neutral, templates, collector().report)
    if (!edition) throw new Error('No edition')
    template = compileTemplate(await wordTemplate(form, edition, neutral), form)
  })

  test('examples one after another, and nothing at all, are at most 1.3 times as large as by zlib', () => {
    const filler = fillerOf(template, examples[0] ?? {})
    for (const record of [...examples, {}, ...examples]) expect(filledBoth(template, filler, record)).toBeLessThan(1.3)
  })

  test('any drafts in any order, with any sample', () => {
    fc.assert(
      fc.property(fc.array(drafts(form), { minLength: 2, maxLength: 4 }), ([sample = {}, ...records]) => {
        const filler = fillerOf(template, sample)
        for (const record of [...records, {}, sample]) filledBoth(template, filler, record)
      }),
      { numRuns: 6 },
    )
  })
})
