import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Draft, Form, Path } from '../../src/form.ts'
import { bookmarkOf } from '../../src/tag.ts'
import { fill } from '../../src/word/fill/fill.ts'
import { compileTemplate } from '../../src/word/fill/scan.ts'
import { pack } from '../../src/word/finalise.ts'
import { layOut } from '../../src/word/template.ts'
import { draft } from './draft.ts'
import { ask, documentOf, form, formOf, page as pageLooks } from './form.ts'
import { blocksOf, bookmarkIdsOf, bookmarksOf, controlsOf, idsOf, page, partOf, tagged, withPage } from './read.ts'

const blank = await layOut(documentOf(form), pageLooks)
const template = compileTemplate(blank, form)
const filled = fill(template, draft)
const textAt = (docx: Uint8Array, tag: string) => tagged(docx, tag).map(({ text }) => text)

async function small(questions: Form['sections'][number]['items'], record: Draft) {
  const form = formOf(questions)
  return fill(compileTemplate(await layOut(documentOf(form), pageLooks), form), record)
}

test('a blank form filled with nothing is the template, byte for byte', () => {
  const { docx, problems } = fill(template, {})
  expect(problems).toEqual([])
  expect(Buffer.compare(docx, blank)).toBe(0)
})

test('a full draft fills without a problem, twice the same', () => {
  expect(filled.problems).toEqual([])
  expect(Buffer.compare(fill(template, draft).docx, filled.docx)).toBe(0)
})

test('every kind of answer shows as its kind writes it', () => {
  const [birth] = tagged(filled.docx, 'about.dateOfBirth')
  expect(birth).toMatchObject({ text: '3 May 1944', fullDate: '1944-05-03T00:00:00Z', prompting: false })
  expect(tagged(filled.docx, 'about.depth')).toMatchObject([{ text: 'Standard', prompting: false }])
  expect(tagged(filled.docx, 'about.toldAboutRecords')).toMatchObject([{ checked: true, text: '☒' }])
  expect(tagged(filled.docx, 'about.sensory=hearing')).toMatchObject([{ checked: true }])
  expect(tagged(filled.docx, 'about.sensory=sight')).toMatchObject([{ checked: false, text: '☐' }])
  expect(textAt(filled.docx, 'about.nhsNumber')).toEqual(['999 000 0018'])
  expect(textAt(filled.docx, 'money.weekly')).toEqual(['£123.45'])
  expect(textAt(filled.docx, 'money.visits')).toEqual(['3'])
  expect(tagged(filled.docx, 'money.yearly')).toMatchObject([{ text: '£6,419.40', lock: 'sdtContentLocked', prompting: false }])
  expect(textAt(filled.docx, 'money.uses')).toEqual(['S1, S3'])
  expect(textAt(filled.docx, 'aboutMe.practicalities')).toEqual([draft.aboutMe.practicalities])
  expect(textAt(filled.docx, 'aboutMe.whatMatters.voice')).toEqual(['The person’s own words'])
  expect(textAt(filled.docx, 'daily.outcomes.food.managing')).toEqual(['With help'])
  expect(tagged(filled.docx, 'daily.outcomes.home.managing')).toMatchObject([{ text: 'Choose', prompting: true }])
})

test('two blank cards grow to five rows, each with names of its own', () => {
  expect(textAt(filled.docx, 'strengths.strengths.id')).toEqual(['S1', 'S2', 'S3', 'S4', 'S5'])
  const ids = idsOf(filled.docx)
  expect(new Set(ids).size).toBe(ids.length)
  const names = bookmarksOf(filled.docx)
  expect(new Set(names).size).toBe(names.length)
  const numbers = bookmarkIdsOf(filled.docx)
  expect(new Set(numbers).size).toBe(numbers.length)
  const name = bookmarkOf('strengths.strengths.id')
  expect(names).toEqual(expect.arrayContaining([name, `${name}_2`, `${name}_5`]))
  const ends = [...page(filled.docx).matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(([, id]) => id)
  expect(ends.toSorted()).toEqual(numbers.toSorted())
})

test('three blank table rows shrink to the two that were answered', () => {
  expect(textAt(filled.docx, 'strengths.network.name')).toEqual(['Dean', 'Mrs Patel'])
  expect(tagged(filled.docx, 'strengths.network.emergency').map(({ checked }) => checked)).toEqual([true, false])
})

test.each([
  ['markup', 'a < b & "c" > d </w:t>'],
  ['emoji and other planes', '👩🏽‍🦽 𝒜'],
  ['right to left', 'שלום עולם مرحبا'],
  ['combining marks', 'Z̷a̴l̵g̶o e\u0301'],
  ['new lines and tabs', 'one\ntwo\n\n\tthree'],
  ['outer space', '  spaced  '],
  ['things that look like tags', '<w:id w:val="1"/> w14:paraId="5"'],
])('text comes through unchanged: %s', async (_, words) => {
  const { docx, problems } = await small([ask('note', '/s/a', 'A')], { s: { a: words } })
  expect(problems).toEqual([])
  expect(textAt(docx, 's.a')).toEqual([words])
})

test('what XML cannot carry is dropped, and Windows line ends become line breaks', async () => {
  const { docx } = await small([ask('note', '/s/a', 'A')], { s: { a: 'a\uFFFEb\uFFFFc\u0000d\uD800e\r\nf' } })
  expect(textAt(docx, 's.a')).toEqual(['abcde\nf'])
})

test.each<[string, Draft, Partial<{ path: Path; label: string; reason: unknown }>]>([
  ['an object for text', { s: { a: { x: 1 } } }, { path: '/s/a', label: 'A' }],
  ['a number for text', { s: { a: 5 } }, { path: '/s/a' }],
  ['null', { s: { a: null } }, { path: '/s/a' }],
  ['an impossible date', { s: { d: '2026-02-30' } }, { path: '/s/d' }],
  ['words for money', { s: { m: 'lots' } }, { path: '/s/m' }],
  ['no for a box', { s: { t: false } }, { path: '/s/t' }],
  ['an unknown choice', { s: { c: 'z' } }, { path: '/s/c' }],
  ['an unknown choice of several', { s: { cs: ['x', 'z'] } }, { path: '/s/cs' }],
  ['one word for a list', { s: { cs: 'x' } }, { path: '/s/cs' }],
  ['a list for a group', { s: { g: [1] } }, { path: '/s/g' }],
  ['an object for a repeat', { s: { r: { x: 1 } } }, { path: '/s/r' }],
  ['a number for a row', { s: { r: [{ n: 'a' }, 7] } }, { path: '/s/r' }],
  ['a bad answer in a row', { s: { r: [{}, { n: 7 }] } }, { path: '/s/r/1/n' }],
  ['an answer to no question', { s: { zzz: 'lost' } }, { path: '/s/zzz', label: 'zzz' }],
  ['an unknown part', { s: { g: { zzz: 1 } } }, { path: '/s/g/zzz' }],
  ['words for a section', { s: 'lost' }, { path: '/s' }],
  ['a section of no form', { other: { a: 1 } }, { path: '/other' }],
])('%s is reported, never thrown', async (_, record, problem) => {
  const options = [
    { value: 'x', label: 'X' },
    { value: 'y', label: 'Y' },
  ]
  const questions = [
    ask('text', '/s/a', 'A'),
    ask('date', '/s/d', 'D'),
    ask('money', '/s/m', 'M'),
    ask('tick', '/s/t', 'T'),
    ask('choice', '/s/c', 'C', { options }),
    ask('choices', '/s/cs', 'CS', { options }),
    ask('group', '/s/g', 'G', { parts: [ask('text', '/s/g/n', 'N')] }),
    ask('repeat', '/s/r', 'R', { layout: 'table', parts: [ask('text', '/s/r/*/n', 'N')] }),
  ]
  const { problems } = await small(questions, record)
  expect(problems).toEqual([expect.objectContaining(problem)])
})

test('half-written answers show as they are', async () => {
  const { docx, problems } = await small([ask('nhsNumber', '/s/n', 'N')], { s: { n: '99900' } })
  expect(problems).toEqual([])
  expect(textAt(docx, 's.n')).toEqual(['99900'])
})

const sdt = (tag: string) => new RegExp(`<w:sdt><w:sdtPr><w:alias w:val="[^"]*"/><w:tag w:val="${tag}"/>.*?</w:sdt>`)

test('a control that a template lost is reported with the answer it leaves out', () => {
  const lost = compileTemplate(
    withPage(blank, (xml) => xml.replace(sdt('about.name'), '')),
    form,
  )
  expect(fill(lost, { about: { name: 'Joyce' } }).problems).toEqual([
    { path: '/about/name', label: 'Your name', reason: 'has no control in the Word template, so the answer is not shown' },
  ])
  expect(fill(lost, {}).problems[0]?.reason).toBe('has no control in the Word template')
})

test('a doubled control shows its answer twice, and is reported', () => {
  const doubled = compileTemplate(
    withPage(blank, (xml) => xml.replace(sdt('about.name'), '$&$&')),
    form,
  )
  const { docx, problems } = fill(doubled, { about: { name: 'Joyce' } })
  expect(textAt(docx, 'about.name')).toEqual(['Joyce', 'Joyce'])
  expect(problems).toEqual([expect.objectContaining({ path: '/about/name', reason: expect.stringContaining('has 2 controls') })])
})

test('a control of the wrong kind stays empty, and is reported', () => {
  const wrong = compileTemplate(
    withPage(blank, (xml) => xml.replace(/<w:date>.*?<\/w:date>/, '<w:text/>')),
    form,
  )
  const { docx, problems } = fill(wrong, { about: { dateOfBirth: '1944-05-03' } })
  expect(tagged(docx, 'about.dateOfBirth')).toMatchObject([{ prompting: true }])
  expect(problems).toEqual([
    expect.objectContaining({ label: 'Date of birth', reason: expect.stringContaining('should be a date picker') }),
  ])
})

test('a repeat that a template lost is one problem', () => {
  const lost = compileTemplate(
    withPage(blank, (xml) => xml.replace('<w:tag w:val="strengths.network"/>', '')),
    form,
  )
  const { problems } = fill(lost, { strengths: { network: [{ name: 'Dean' }] } })
  expect(problems).toEqual([
    expect.objectContaining({ path: '/strengths/network', reason: expect.stringContaining('the answer is not shown') }),
  ])
})

test('a template saved by Word still fills: ids, formats and styles of its own are kept', () => {
  const restyled = withPage(blank, (xml) =>
    xml
      .replace(/<w:p>/g, '<w:p w:rsidR="00AB12CD" w14:paraId="1A2B3C4D" w14:textId="77777777">')
      .replace(/<w:sdtPr>(<w:alias w:val="Your name"\/>)/, '<w:sdtPr><w:rPr><w:b/></w:rPr>$1')
      .replace(
        '<w:t xml:space="preserve">Click or tap to write</w:t></w:r>',
        '<w:t>Click or</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> tap to write</w:t></w:r>',
      )
      .replace('w:displayText="Standard"', 'w:displayText="The usual"'),
  )
  const { docx, problems } = fill(compileTemplate(restyled, form), draft)
  expect(problems).toEqual([])
  expect(textAt(docx, 'about.name')).toEqual(['Joyce Example'])
  expect(page(docx)).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Joyce Example</w:t></w:r>')
  expect(textAt(docx, 'about.depth')).toEqual(['The usual'])
  // Word numbers paragraphs, and copies of a row must not share numbers.
  const xml = page(docx)
  const copies = xml.slice(xml.indexOf('CardTitle', xml.indexOf('CardTitle') + 1), xml.indexOf('Who is important'))
  expect(copies.slice(0, copies.lastIndexOf('</w:sdt>'))).not.toContain('w14:paraId')
})

test('a control around a whole paragraph or cell is filled inside it', () => {
  const around = (xml: string) =>
    xml.replace(
      /<w:p>(<w:pPr><w:pStyle w:val="Answer"\/><\/w:pPr>)(<w:bookmarkStart[^>]*>)(<w:sdt>.*?<w:sdtContent>)(.*?)(<\/w:sdtContent><\/w:sdt>)(<w:bookmarkEnd[^>]*>)<\/w:p>/,
      '$3<w:p>$1$2$4$6</w:p>$5',
    )
  const { docx, problems } = fill(compileTemplate(withPage(blank, around), form), { about: { name: 'Joyce' } })
  expect(problems).toEqual([])
  expect(textAt(docx, 'about.name')).toEqual(['Joyce'])
  expect(bookmarksOf(docx)).toEqual(bookmarksOf(blank))
  expect(page(docx)).toContain('<w:sdtContent><w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr>')
})

test('a note follows the block that answers, outside repeats and tables', () => {
  const notes = new Map<Path, string>([
    ['/about/name', 'Her full name.'],
    ['/about/toldAboutRecords', 'Said first.\nThen written.'],
    ['/aboutMe/whatMatters', 'It names people.'],
    ['/strengths/strengths/*/description', 'Says what it helps with.'],
    ['/strengths/network', 'Says who is willing.'],
    ['/nowhere', 'Lost.'],
  ])
  const { docx, problems } = fill(template, draft, notes)
  const blocks = blocksOf(docx)
  const before = (words: string) => {
    const at = blocks.findIndex((block) => block.words === `Why this is good: ${words}`)
    expect(blocks[at]?.style).toBe('PracticeNote')
    return blocks[at - 1]
  }
  expect(before('Her full name.')).toEqual({ style: 'Answer', words: 'Joyce Example' })
  expect(before('Said first.\nThen written.')?.style).toBe('TickWhen')
  expect(before('It names people.')?.style).toBe('WhoseWords')
  expect(before('Says what it helps with.')?.style).toBe('w:sdt')
  expect(before('Says who is willing.')?.style).toBe('w:tbl')
  expect(problems).toEqual([{ path: '/nowhere', label: '/nowhere', reason: 'has no place for its note, which is not shown' }])
})

test('parts other than the page are untouched', () => {
  const parts = (docx: Uint8Array) => new Map(Object.entries(unzipSync(docx)))
  for (const [name, bytes] of parts(blank)) {
    if (name !== 'word/document.xml') expect(parts(filled.docx).get(name)).toEqual(bytes)
  }
  expect(controlsOf(filled.docx).length).toBeGreaterThan(controlsOf(blank).length)
})

test.each([
  ['no zip', new TextEncoder().encode('hello')],
  ['nothing', new Uint8Array()],
])('a file that is not a Word file is refused with words: %s', (_, bytes) => {
  expect(() => compileTemplate(bytes, form)).toThrow(/^This is a plain text file, not a Word file|^This file is empty/)
})

test('a document type is refused', () => {
  expect(() =>
    compileTemplate(
      withPage(blank, (xml) => xml.replace('<w:document', '<!DOCTYPE w:document [<!ENTITY a "b">]><w:document')),
      form,
    ),
  ).toThrow(/document type/)
})

test('the page is found by the file’s relationships, whatever its name', () => {
  const parts = new Map(Object.entries(unzipSync(blank)).map(([name, bytes]) => [name.replace('document.xml', 'document2.xml'), bytes]))
  for (const name of ['_rels/.rels', '[Content_Types].xml']) {
    parts.set(name, strToU8(strFromU8(parts.get(name) ?? new Uint8Array()).replaceAll('word/document.xml', 'word/document2.xml')))
  }
  const { docx, problems } = fill(compileTemplate(pack(parts), form), { about: { name: 'Joyce' } })
  expect(problems).toEqual([])
  expect(partOf(docx, 'word/document2.xml')).toContain('Joyce')
})

test('a control with no kind takes text, and a frame around controls is looked into', () => {
  const framed = withPage(blank, (xml) =>
    xml
      .replace('<w:text/>', '')
      .replace(
        /<w:body>(.*?)<w:sectPr/s,
        '<w:body><w:sdt><w:sdtPr><w:alias w:val="All"/><w:tag w:val="all"/></w:sdtPr><w:sdtContent>$1</w:sdtContent></w:sdt><w:sectPr',
      ),
  )
  const { docx, problems } = fill(compileTemplate(framed, form), { about: { name: 'Joyce' } })
  expect(problems).toEqual([])
  expect(textAt(docx, 'about.name')).toEqual(['Joyce'])
})
