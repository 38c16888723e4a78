/** What is filled into a document and read back is what it was: the law, for one form in both formats. */
import { isDeepStrictEqual } from 'node:util'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collector } from '../../src/diagnostics.ts'
import { editionsOf } from '../../src/document/form-page.ts'
import { templatesOf } from '../../src/document/template.ts'
import { footOf } from '../../src/emit/emitter.ts'
import { wordTemplate } from '../../src/emit/word.ts'
import type { Draft, Form } from '../../src/form.ts'
import { blankForm } from '../../src/markdown/blank.ts'
import { fill as fillMarkdown } from '../../src/markdown/fill.ts'
import { compileTemplate as compileMarkdown } from '../../src/markdown/template.ts'
import { readableForms, readForm } from '../../src/read.ts'
import { neutral } from '../../src/settings.ts'
import { fill, type Pack } from '../../src/word/fill/fill.ts'
import { fillerOf } from '../../src/word/fill/filler.ts'
import { compileTemplate } from '../../src/word/fill/scan.ts'
import { drafts } from '../arbitraries/drafts.ts'
import { records } from '../arbitraries/records.ts'
import { forms as all, sources } from '../own.ts'

/** Enough to meet every kind of question with every kind of answer many times over, each in one format or the other; the same ones in every run. */
const drawn = { numRuns: 2000, seed: 20_261_128 }
const valid = { numRuns: 60, seed: 20_261_128 }

/** Packing is tested elsewhere, and would take most of the time. */
const stored: Pack = (name, bytes) => ({ name, method: 0, crc: crc32(bytes), size: bytes.length, packed: bytes })

/** Holds the law over generated drafts and records of a form. */
export async function holdLaw(id: string): Promise<void> {
  const form = all.find((each) => each.id === id) as Form
  const [full] = editionsOf(form, neutral, templatesOf(sources), collector().report)
  if (!full) throw new Error(`${id} has no edition`)
  const examples = [...sources]
    .filter(([path]) => path.startsWith(`examples/${id}/`) && /^[^.]+\.json$/.test(path))
    .map(([, text]) => JSON.parse(text) as Draft)
  const forms = readableForms(all)
  const word = compileTemplate(await wordTemplate(form, full, neutral), form)
  const markdown = compileMarkdown(blankForm(full.document, footOf(form, neutral)), form)
  const filler = fillerOf(word, examples[0] ?? {})
  let turn = 0

  const inWord = (draft: Draft): void => {
    // Every tenth goes the way that many records go.
    const { docx, problems } = turn++ % 10 ? fill(word, draft, new Map(), stored) : filler.fill(draft)
    comesBack(draft, docx, problems)
  }
  const inMarkdown = (draft: Draft): void => {
    const { markdown: text, problems } = fillMarkdown(markdown, draft)
    comesBack(draft, Buffer.from(text), problems)
  }
  const comesBack = (draft: Draft, bytes: Uint8Array, problems: readonly unknown[]): void => {
    const { record, findings } = readForm(bytes, forms)
    if (!isDeepStrictEqual(record, draft)) expect(record).toEqual(draft)
    expect([...problems, ...findings]).toEqual([])
  }

  const formats = [
    ['Word', inWord],
    ['Markdown', inMarkdown],
  ] as const
  const inBoth = (draft: Draft): void => {
    for (const [, holds] of formats) holds(draft)
  }

  for (const [format, holds] of formats) {
    test(`${format}: a blank form says which form it is, and nothing else`, () => {
      holds({ form: form.id, formVersion: form.version })
      const { record } = readForm(format === 'Word' ? fill(word, {}).docx : Buffer.from(fillMarkdown(markdown, {}).markdown), forms)
      expect(record).toEqual({ form: form.id, formVersion: form.version })
    })
    test(`${format}: an example comes back as it is`, () => examples.forEach(holds))
  }
  const format = fc.constantFrom(...formats)
  test('Word or Markdown: any draft comes back as it is', () =>
    fc.assert(
      fc.property(drafts(form), format, (draft, [, holds]) => holds(draft)),
      drawn,
    ))
  test('Word and Markdown: any valid record comes back as it is', () => fc.assert(fc.property(records(form, examples), inBoth), valid))
}
