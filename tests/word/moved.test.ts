/** Rows and boxes that people clone, paste, move, delete and write beside; older and newer forms; what other programs make of a file. */
import { strFromU8, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../src/answers/outline.ts'
import { atDepth } from '../../src/questions.ts'
import { readableForms, readForm } from '../../src/read.ts'
import { fill } from '../../src/word/fill/fill.ts'
import { compileTemplate } from '../../src/word/fill/scan.ts'
import { layOut } from '../../src/word/template.ts'
import { documentOf, form, page as looks } from './form.ts'
import { answered, blank, changed, filled, inside, paragraph, reading, record, run, withoutBookmark, withParts } from './habits.ts'
import { page, withPage } from './read.ts'

const network = record.strengths.network
const withNetwork = (rows: readonly object[]) => ({ ...record, strengths: { ...record.strengths, network: rows } })

/** The items of the table of people, and what stands before and behind them. */
function people(xml: string) {
  const start = xml.indexOf('<w:sdtContent>', xml.indexOf('w:val="strengths.network"')) + '<w:sdtContent>'.length
  const end = xml.indexOf('</w:tbl>', start)
  const close = xml.lastIndexOf('</w:sdtContent></w:sdt>', end)
  const items = xml
    .slice(start, close)
    .split(/(?=<w:sdt><w:sdtPr><w:id w:val="-?\d+"\/><w15:repeatingSectionItem\/>)|(?=<w:sdt><w:sdtPr><w15:repeatingSectionItem\/>)/)
  return { before: xml.slice(0, start), items, after: xml.slice(close) }
}
const bare = (item: string): string => item.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
const rowIn = (item: string): string => /<w:tr>.*<\/w:tr>/.exec(item)?.[0] ?? ''
const withPeople = (change: (page: ReturnType<typeof people>) => string) => withPage(filled, (xml) => change(people(xml)))
const [dean = {}, patel = {}] = network

describe('rows', () => {
  test.each<[string, Uint8Array, readonly object[]]>([
    [
      'added with “+”: Word gives new numbers, keeps tags, and clones no bookmark',
      withPeople(({ before, items: [a = '', b = ''], after }) => before + a + b + bare(b).replace(/<w:id w:val="-?\d+"\/>/g, '') + after),
      [dean, patel, patel],
    ],
    ['put in another order', withPeople(({ before, items: [a = '', b = ''], after }) => before + b + a + after), [patel, dean]],
    ['deleted', withPeople(({ before, items: [, b = ''], after }) => before + b + after), [patel]],
    [
      'pasted inside another',
      withPeople(({ before, items: [a = '', b = ''], after }) => before + a.replace('</w:tr>', `</w:tr>${bare(rowIn(b))}`) + b + after),
      [dean, patel, patel],
    ],
    [
      'pasted between',
      withPeople(({ before, items: [a = '', b = ''], after }) => before + a + bare(rowIn(b)) + b + after),
      [dean, patel, patel],
    ],
    [
      'pasted below the repeat',
      withPeople(
        ({ before, items, after }) =>
          before + items.join('') + after.replace('</w:sdtContent></w:sdt>', (end) => end + bare(rowIn(items[0] ?? ''))),
      ),
      [dean, patel, dean],
    ],
    [
      'a table split in two',
      withPeople(
        ({ before, items: [a = '', b = ''], after }) =>
          `${before}${a}</w:sdtContent></w:sdt></w:tbl>${paragraph('')}<w:tbl><w:tblPr/>${rowIn(b)}${after.replace('</w:sdtContent></w:sdt>', '')}`,
      ),
      [dean, patel],
    ],
    [
      'a whole table pasted',
      withPage(filled, (xml) => {
        const [table = ''] = /<w:tbl>(?:(?!<w:tbl>).)*strengths\.network.*?<\/w:tbl>/.exec(xml) ?? []
        return xml.replace(table, () => `${table}${paragraph('')}${bare(table)}`)
      }),
      [dean, patel, dean, patel],
    ],
  ])('%s', (_, docx, rows) => {
    expect(reading(docx)).toMatchObject({ answers: withNetwork(rows), findings: [] })
  })

  test('cards added with “+”, and pasted below', () => {
    const pasted = withPage(filled, (xml) => {
      const cards = xml.split(/(?=<w:sdt><w:sdtPr>(?:<w:id w:val="-?\d+"\/>)?<w15:repeatingSectionItem\/>)/)
      const [first = ''] = cards.slice(1)
      return cards.map((each, index) => (index === 1 ? each + bare(first) : each)).join('')
    })
    const [first, ...others] = record.strengths.strengths
    expect(reading(pasted)).toMatchObject({ answers: { strengths: { strengths: [first, first, ...others] } }, findings: [] })
  })

  const plain = (cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell && run(cell), 'TableAnswer')}</w:tc>`).join('')}</w:tr>`
  const below = (row: string) =>
    withPeople(({ before, items, after }) => before + items.join('') + after.replace('</w:sdtContent></w:sdt>', (end) => end + row))

  test('inserted without boxes, with as many cells, are read', () => {
    expect(reading(below(plain(['Ann', 'Rings up', 'No', '1 May 2026', 'x'])))).toMatchObject({
      answers: withNetwork([dean, patel, { name: 'Ann', what: 'Rings up', willing: 'no', asked: '2026-05-01', emergency: true }]),
      findings: [],
    })
    const doubtful = reading(below(plain(['Ann', '', 'Perhaps', '', ''])))
    expect(doubtful).toMatchObject({
      answers: withNetwork([dean, patel, { name: 'Ann' }]),
      findings: ['unknown-choice /strengths/network/2/willing'],
    })
  })
  test('inserted with other cells are reported', () => {
    const { answers, full } = reading(below(plain(['Ann', 'Rings up'])))
    expect(answers).toEqual(record)
    expect(full).toMatchObject([
      { code: 'beside', pointer: '/strengths/network/1/emergency', message: expect.stringContaining('Ann Rings up') },
    ])
  })
  test('pasted in LibreOffice: neither tags nor kinds, bookmarks called _Copy_1', () => {
    const copied = withPeople(({ before, items: [a = '', b = ''], after }) => {
      const copy = rowIn(b)
        .replace(/<w:sdtPr>.*?<\/w:sdtPr>/g, '<w:sdtPr></w:sdtPr>')
        .replace(/w:name="(q_[0-9a-f]{24}[^"]*)"/g, 'w:name="$1_Copy_1"')
      return before + a + b + copy + after
    })
    expect(reading(copied)).toMatchObject({ answers: withNetwork([dean, patel, patel]), findings: [] })
  })
})

describe('boxes somewhere else', () => {
  const name = (docx: Uint8Array) => reading(docx)
  const joyce = { answers: { about: { name: 'Joyce' } }, findings: [] }
  const answer = answered('about.name', run('Joyce'))
  const block = /<w:p>(?:(?!<w:p>).)*w:val="about\.name".*?<\/w:p>/
  test.each<[string, (block: string) => string]>([
    [
      'in a table',
      (each) => `<w:tbl><w:tblPr/><w:tr><w:tc>${paragraph(run('Your name'), 'Question')}</w:tc><w:tc>${each}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'in a table within a table',
      (each) => `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${each}</w:tc></w:tr></w:tbl>${paragraph('')}</w:tc></w:tr></w:tbl>`,
    ],
    ['in a group', (each) => `<w:sdt><w:sdtPr><w:tag w:val="own"/><w:group/></w:sdtPr><w:sdtContent>${each}</w:sdtContent></w:sdt>`],
    ['in a frame without a name', (each) => `<w:sdt><w:sdtPr/><w:sdtContent>${each}</w:sdtContent></w:sdt>`],
    [
      'around a paragraph',
      (each) => each.replace(/^(<w:p>.*?<\/w:pPr>.*?)(<w:sdt>.*<w:sdtContent>)(.*)(<\/w:sdtContent><\/w:sdt>).*$/, '$2<w:p>$3</w:p>$4'),
    ],
    [
      'around a cell',
      (each) =>
        `<w:tbl><w:tr>${each.replace(/^.*?(<w:sdt>.*<w:sdtContent>)(.*)(<\/w:sdtContent><\/w:sdt>).*$/, '$1<w:tc><w:p>$2</w:p></w:tc>$3')}</w:tr></w:tbl>`,
    ],
    [
      'around a row',
      (each) =>
        `<w:tbl>${each.replace(/^.*?(<w:sdt>.*<w:sdtContent>)(.*)(<\/w:sdtContent><\/w:sdt>).*$/, '$1<w:tr><w:tc><w:p>$2</w:p></w:tc></w:tr>$3')}</w:tbl>`,
    ],
  ])('%s', (_, change) => {
    expect(name(withPage(answer, (xml) => xml.replace(block, change)))).toMatchObject(joyce)
  })

  test('gone, with the words and the bookmark left', () => {
    const gone = changed(answer, 'about.name', () => run('Joyce'))
    expect(name(gone)).toMatchObject(joyce)
  })
  test('gone, with the bookmark', () => {
    const gone = withoutBookmark(
      changed(answer, 'about.name', () => ''),
      'about.name',
    )
    expect(name(gone)).toMatchObject({ answers: {}, findings: ['no-place /about/name'] })
  })
  test('gone in one row, though other rows have it', () => {
    expect(reading(changed(filled, 'strengths.network.name', () => run('Dean')))).toMatchObject({ answers: record, findings: [] })
  })
  test('moved to the header', () => {
    const moved = withParts(
      withPage(answer, (xml) => xml.replace(block, '')),
      (parts) => {
        const header = strFromU8(parts.get('word/header1.xml') ?? new Uint8Array())
        parts.set('word/header1.xml', strToU8(header.replace('</w:hdr>', `${block.exec(page(answer))?.[0]}</w:hdr>`)))
      },
    )
    expect(name(moved)).toMatchObject({ answers: {}, findings: ['no-place /about/name'] })
  })
  test('twice', () => {
    const twice = (words: string) => changed(answer, 'about.name', (control) => control + inside(control, run(words)))
    expect(name(twice('Joyce'))).toMatchObject(joyce)
    expect(name(twice('Joy'))).toMatchObject({ answers: {}, findings: ['told-twice /about/name'] })
  })
  test('a council’s own are no business of ours', () => {
    const own = (tag: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="Case number"/><w:tag w:val="${tag}"/><w:text/></w:sdtPr><w:sdtContent>${run('C 1')}</w:sdtContent></w:sdt>`
    for (const tag of ['caseNumber', 'about', 'council.case'])
      expect(name(withPage(answer, (xml) => xml.replace('<w:body>', `<w:body>${paragraph(own(tag), 'Header')}`)))).toMatchObject(joyce)
  })
})

describe('words beside a box are reported with the question', () => {
  const beside = (docx: Uint8Array) => reading(docx).full.map(({ code, pointer, message }) => [code, pointer, /“(.*?)”/.exec(message)?.[1]])
  test.each<[string, string, (control: string) => string]>([
    ['before and behind it', 'about.name', (control) => `${run('Mrs ')}${control}${run(' Example')}`],
    ['on the next line, by Enter', 'about.name', (control) => `${control}</w:p>${paragraph(run('Mrs  Example'))}<w:p>`],
    [
      'in a style that LibreOffice renamed',
      'about.name',
      (control) => `${control}</w:p>${paragraph(run('Mrs  Example'), 'Answershort')}<w:p>`,
    ],
  ])('%s', (_, tag, change) => {
    expect(beside(changed(blank, tag, change))).toEqual([['beside', '/about/name', 'Mrs Example']])
  })
  test('in the cell of a row', () => {
    expect(beside(changed(filled, 'strengths.network.what', (control) => control + run(' and Tuesdays'), 1))).toEqual([
      ['beside', '/strengths/network/1/what', 'and Tuesdays'],
    ])
  })
  test('beside a bookmark that lost its box, they are the answer; behind it, they are not', () => {
    const gone = changed(blank, 'about.name', () => run('Joyce'))
    expect(reading(gone)).toMatchObject({ answers: { about: { name: 'Joyce' } }, findings: [] })
    const behind = withPage(gone, (xml) => xml.replace(/(<w:t[^>]*>Joyce<\/w:t><\/w:r><w:bookmarkEnd [^>]*>)/, `$1${run(' Example')}`))
    expect(beside(behind)).toEqual([['beside', '/about/name', 'Example']])
  })
  test('labels are no such words', () => {
    expect(beside(blank)).toEqual([])
    expect(beside(filled)).toEqual([])
  })
})

describe('other versions and editions', () => {
  const older = {
    ...form,
    version: '0.9.0',
    sections: form.sections.map((each) => JSON.parse(JSON.stringify(each).replaceAll('/about/likeToBeCalled', '/about/nickname'))),
  }
  const made = async (edition?: string, version = older) =>
    layOut(documentOf(version), {
      ...looks,
      properties: { formId: form.id, formVersion: version.version, ...(edition ? { edition } : {}) },
    })
  test('an older one: what it asks is read, what is not asked any more is listed, what is new is not missed', async () => {
    const old = fill(compileTemplate(await made(), older), { formVersion: '0.9.0', about: { name: 'Joyce', nickname: 'Joy' } }).docx
    const { answers, findings, full } = reading(old)
    expect(answers).toEqual({ about: { name: 'Joyce' } })
    expect(findings).toEqual(['other-version ', 'no-such-question '])
    expect(full[1]).toMatchObject({ label: 'What you like to be called', message: expect.stringContaining('Joy') })
    const untagged = withPage(old, (xml) => xml.replace(/<w:tag [^>]*>/g, ''))
    expect(reading(untagged).full[1]).toMatchObject({ code: 'no-such-question', message: expect.stringContaining('Joy') })
  })
  test('a newer one', async () => {
    const { full } = reading(await made(undefined, { ...older, version: '2.0.0' }))
    expect(full).toMatchObject([{ code: 'other-version', message: expect.stringContaining('2.0.0') }])
  })
  test('the brief edition, whether the file says so or not', async () => {
    const sections = form.sections.map((each) => ({
      ...each,
      items: each.items.map((item, index) => (index ? { ...item, tier: 'standard' as const } : item)),
    }))
    const tiered = { ...form, sections }
    const brief = { ...tiered, sections: atDepth(sections, 'brief') }
    expect(outlineOf(brief).places.size).toBeLessThan(outlineOf(tiered).places.size)
    for (const edition of ['brief', undefined]) expect(readForm(await made(edition, brief), readableForms([tiered])).findings).toEqual([])
  })
  test('a file that lost its properties is known by its foot, or by its questions; one of another form is refused', () => {
    const lost = withParts(filled, (parts) => void parts.delete('docProps/custom.xml'))
    expect(reading(lost)).toMatchObject({ answers: record, findings: ['form-guessed '] })
    const foot = withParts(
      lost,
      (parts) =>
        void parts.set(
          'word/footer1.xml',
          strToU8(
            strFromU8(parts.get('word/footer1.xml') ?? new Uint8Array()).replace(
              /Version 1\.0\.0 · assessment/,
              'Version 1.0.0, kitchen-table',
            ),
          ),
        ),
    )
    expect(reading(foot)).toMatchObject({ answers: record, findings: [] })
    const other = withParts(
      filled,
      (parts) =>
        void parts.set(
          'docProps/custom.xml',
          strToU8(strFromU8(parts.get('docProps/custom.xml') ?? new Uint8Array()).replace('kitchen-table', 'parking-permit')),
        ),
    )
    expect(() => reading(other)).toThrow(/“parking-permit”/)
  })
})

describe('other programs', () => {
  const rewritten = (change: (xml: string) => string) => withPage(filled, change)
  test.each<[string, Uint8Array]>([
    [
      'other prefixes',
      rewritten((xml) =>
        xml
          .replaceAll('<w:', '<ns0:')
          .replaceAll('</w:', '</ns0:')
          .replaceAll(' w:', ' ns0:')
          .replaceAll('xmlns:w=', 'xmlns:ns0=')
          .replaceAll('w14:', 'a:')
          .replaceAll('xmlns:w14=', 'xmlns:a='),
      ),
    ],
    [
      'Word’s namespace as the default',
      rewritten((xml) =>
        xml
          .replaceAll('<w:', '<')
          .replaceAll('</w:', '</')
          .replace('xmlns:w="', 'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="'),
      ),
    ],
    [
      'the strict standard',
      rewritten((xml) =>
        xml.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
      ),
    ],
    [
      'a mark of byte order, and standalone',
      rewritten((xml) => xml.replace(/^<\?xml[^>]*>/, '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')),
    ],
    [
      'SharePoint’s name for the page',
      withParts(filled, (parts) => {
        parts.set('word/document2.xml', parts.get('word/document.xml') ?? new Uint8Array())
        parts.delete('word/document.xml')
        for (const name of ['_rels/.rels', '[Content_Types].xml'])
          parts.set(name, strToU8(strFromU8(parts.get(name) ?? new Uint8Array()).replace('word/document.xml', 'word/document2.xml')))
      }),
    ],
    [
      'no tags, and a bookmark in each control, as LibreOffice 7.4',
      rewritten((xml) =>
        xml.replace(/<w:tag [^>]*>/g, '').replace(/(<w:bookmarkStart [^>]*>)(<w:sdt>(?:(?!<w:sdt>).)*?<w:sdtContent>)/g, '$2$1'),
      ),
    ],
    ['no bookmarks, as Word Online may leave it', rewritten((xml) => xml.replace(/<w:bookmark(?:Start|End) [^>]*>/g, ''))],
  ])('%s', (_, docx) => {
    expect(reading(docx)).toMatchObject({ answers: record, findings: [] })
  })
  test('a prefix that means something else is not Word’s', () => {
    const foreign = rewritten((xml) =>
      xml.replace(
        '<w:body>',
        `<w:body><x:p xmlns:x="urn:x" xmlns:w="urn:other"><w:sdt><w:sdtPr><w:tag w:val="about.name"/></w:sdtPr><w:sdtContent>no</w:sdtContent></w:sdt></x:p>`,
      ),
    )
    expect(reading(foreign)).toMatchObject({ answers: record, findings: [] })
  })
})
