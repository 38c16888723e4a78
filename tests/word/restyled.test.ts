/** A template that a council made its own still fills, and what comes back is read whole. */
import { expect, test } from 'vitest'
import { fill } from '../../src/word/fill/fill.ts'
import { compileTemplate } from '../../src/word/fill/scan.ts'
import { draft } from './draft.ts'
import { form } from './form.ts'
import { blank, reading, record } from './habits.ts'
import { blocksOf, bookmarksOf, controlsOf, partOf, withPage } from './read.ts'
import { restyled } from './restyle.ts'

const template = restyled(blank)

test('it looks otherwise, and has the same boxes', () => {
  const headings = (docx: Uint8Array) => blocksOf(docx).flatMap(({ style, words }) => (style === 'Heading2' ? [words] : []))
  expect(headings(template)[0]).toBe(headings(blank).at(-1))
  expect(partOf(template, 'word/header1.xml')).toContain('rIdLogo')
  expect(controlsOf(template).some(({ list }) => list.includes('standard=Standard, that is'))).toBe(true)
  const ours = (docx: Uint8Array) =>
    bookmarksOf(docx)
      .filter((name) => name.startsWith('q_'))
      .toSorted()
  expect(ours(template)).toEqual(ours(blank))
})

test('filled with nothing, it says nothing', () => {
  const { docx, problems } = fill(compileTemplate(template, form), {})
  expect(problems).toEqual([])
  expect(reading(docx)).toMatchObject({ answers: {}, findings: [] })
})

test('filled, it is read whole', () => {
  const { docx, problems } = fill(compileTemplate(template, form), draft)
  expect(problems).toEqual([])
  expect(reading(docx)).toMatchObject({ answers: record, findings: [] })
})

test('a council’s words for a choice are shown, and read as the choice', () => {
  const { docx } = fill(compileTemplate(template, form), draft)
  expect(controlsOf(docx).find(({ tag }) => tag === 'about.depth')?.text).toBe('Standard, that is')
})

test('LibreOffice forgets tags, and of one-line boxes that their words are a prompt', () => {
  const forgotten = withPage(fill(compileTemplate(template, form), { about: { name: 'Joyce' } }).docx, (xml) =>
    xml
      .replace(/<w:tag [^>]*>/g, '')
      .replace(/<w:showingPlcHdr\/><w:text\/>(.*?)<w:rPr><w:rStyle w:val="PlaceholderText"\/><\/w:rPr>/g, '<w:text/>$1'),
  )
  expect(reading(forgotten)).toMatchObject({ answers: { about: { name: 'Joyce' } }, findings: [] })
})
