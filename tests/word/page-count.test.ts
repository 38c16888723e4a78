import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { pack } from '../../src/word/finalise.ts'
import { pageCount } from '../../src/word/page-count.ts'
import { layOut } from '../../src/word/template.ts'
import { Refused } from '../../src/zip/entry.ts'
import { documentOf, form, page } from './form.ts'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
].join(' ')

/** Lines 50 points high, of letters 10 points high: 14 of them go on a page of 700 points, each 450 points long. */
const styles = `<w:styles ${namespaces}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:line="1000" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Kept"><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="KeptOn"><w:basedOn w:val="Kept"/></w:style>
<w:style w:type="paragraph" w:styleId="Framed"><w:pPr><w:pBdr><w:top w:val="single" w:sz="8" w:space="9"/><w:bottom w:val="single" w:sz="8" w:space="9"/></w:pBdr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Wide"><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`

const file = (body: string, section = '', more: Readonly<Record<string, string>> = {}): Uint8Array =>
  pack(
    new Map(
      Object.entries({
        'word/document.xml': `<w:document ${namespaces}><w:body>${body}<w:sectPr>${section}<w:pgSz w:w="11000" w:h="16000"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500"/></w:sectPr></w:body></w:document>`,
        'word/styles.xml': styles,
        ...more,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  )

const pagesOf = (...body: readonly string[]): number => pageCount(file(body.join('')))
const times = (count: number, xml: string): string => xml.repeat(count)
const words = (text: string, properties = ''): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (style = 'Normal', content = words('One line'), more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${content}</w:p>`
const line = paragraph()
const long = (lines: number, style = 'Normal', more = '') =>
  paragraph(style, `<w:r>${Array(lines).fill('<w:t>Line</w:t>').join('<w:br/>')}</w:r>`, more)

test('a page holds as many lines as there is room for', () => {
  expect(pagesOf(line)).toBe(1)
  expect(pagesOf(times(14, line))).toBe(1)
  expect(pagesOf(times(15, line))).toBe(2)
  expect(pagesOf(times(28, line))).toBe(2)
  expect(pagesOf(times(29, line))).toBe(3)
})

test('lines are as long as their letters are wide', () => {
  // An m and a space are 1706 + 569 of 2048 units; a bold m is 1821, and the space after it is as wide.
  expect(pagesOf(paragraph('Normal', words('m '.repeat(40 * 14))))).toBe(1)
  expect(pagesOf(paragraph('Normal', words(`${'m '.repeat(40 * 14)}m`)))).toBe(2)
  const bold = '<w:rPr><w:rStyle w:val="Wide"/></w:rPr>'
  expect(pagesOf(paragraph('Normal', words('m '.repeat(38 * 14), bold)))).toBe(1)
  expect(pagesOf(paragraph('Normal', words(`${'m '.repeat(38 * 14)}m`, bold)))).toBe(2)
})

test('a word longer than a line is broken, and one with a hyphen only after it', () => {
  expect(pagesOf(paragraph('Normal', words('m'.repeat(54 * 14))))).toBe(1)
  expect(pagesOf(paragraph('Normal', words('m'.repeat(54 * 14 + 1))))).toBe(2)
  expect(pagesOf(paragraph('Normal', words(Array(28).fill('m'.repeat(30)).join('-'))))).toBe(2)
})

test('a first line set in by a list’s mark, or set out to hang, is no longer than the others', () => {
  const list = `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="4500" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const item = (count: number) =>
    paragraph('Normal', words('m '.repeat(count)), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
  const pages = (count: number) => pageCount(file(times(14, item(count)), '', { 'word/numbering.xml': list }))
  expect(pages(20)).toBe(1)
  expect(pages(21)).toBe(2)
  const hanging = paragraph('Normal', words('m\u00A0').repeat(22), '<w:ind w:left="4500" w:hanging="400"/>')
  expect(pagesOf(times(14, hanging))).toBe(1)
})

test('neighbours share the larger of the spaces between them, and a page begins without', () => {
  const spaced = paragraph('Normal', words('Words'), '<w:spacing w:before="1000" w:after="500"/>')
  expect(pagesOf(times(7, spaced))).toBe(1)
  expect(pagesOf(times(14, spaced))).toBe(2)
  expect(pagesOf(times(15, spaced))).toBe(3)
})

test('cards do not break: what keeps with its next goes with it to the next page', () => {
  const card = (style: string) => times(7, paragraph(style)) + line
  expect(pagesOf(times(4, card('Normal')))).toBe(3)
  expect(pagesOf(times(4, card('Kept')))).toBe(4)
  expect(pagesOf(times(4, card('KeptOn')))).toBe(4)
  expect(pagesOf(times(4, long(8, 'Normal', '<w:keepLines/>')))).toBe(4)
})

test('no line is left alone at either end of a page, unless the file says that it may be', () => {
  expect(pagesOf(times(13, line), long(15), times(12, line))).toBe(3)
  expect(pagesOf(times(13, line), long(15, 'Normal', '<w:widowControl w:val="0"/>'), times(13, line))).toBe(3)
  expect(pagesOf(times(13, line), long(15), times(13, line))).toBe(4)
})

test('frames take room, and neighbours in one frame share it', () => {
  const framed = paragraph('Framed')
  expect(pagesOf(times(10, framed + line))).toBe(2)
  expect(pagesOf(times(5, framed + line), times(2, line))).toBe(1)
  expect(pagesOf(times(5, framed + line), times(3, line))).toBe(2)
  expect(pagesOf(times(13, framed))).toBe(1)
  expect(pagesOf(times(14, framed))).toBe(2)
})

const row = (content: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr><w:tc><w:tcPr/>${content}</w:tc></w:tr>`
const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>${rows.join('')}</w:tbl>`

test('a row that cannot split goes to the next page whole, and another goes on there', () => {
  expect(pagesOf(table(times(4, row(times(8, line)))))).toBe(3)
  expect(pagesOf(table(times(4, row(times(8, line), '<w:cantSplit/>'))))).toBe(4)
  expect(pagesOf(table(times(4, row(times(8, line), '<w:cantSplit w:val="0"/>'))))).toBe(3)
})

test('a row higher than a page goes on on the next, whether it can split or not', () => {
  expect(pagesOf(table(row(times(43, line), '<w:cantSplit/>')))).toBe(4)
  expect(pagesOf(line, table(row(times(42, line), '<w:cantSplit/>')))).toBe(4)
})

test('the head of a table stands on each of its pages', () => {
  const head = row(line, '<w:tblHeader/>')
  expect(pagesOf(table(head, times(26, row(line))))).toBe(2)
  expect(pagesOf(table(head, times(27, row(line))))).toBe(3)
  expect(pagesOf(table(times(28, row(line))))).toBe(2)
  // Also where a row goes on.
  expect(pagesOf(table(head, row(times(39, line))))).toBe(3)
  expect(pagesOf(table(head, row(times(40, line))))).toBe(4)
})

test('a row is as high as its highest cell, and has room for a pen', () => {
  const two = (one: string, other: string) =>
    `<w:tbl><w:tblPr><w:tblCellMar><w:top w:w="500"/><w:bottom w:w="500"/></w:tblCellMar></w:tblPr><w:tr><w:tc><w:tcPr><w:tcW w:w="6000"/></w:tcPr>${one}</w:tc><w:tc><w:tcPr><w:tcW w:w="3000"/></w:tcPr>${other}</w:tc></w:tr></w:tbl>`
  expect(pagesOf(two(line, times(13, line)))).toBe(1)
  expect(pagesOf(two(times(13, line), line), line)).toBe(2)
  const narrow = (count: number) => two(line, paragraph('Normal', words('m '.repeat(count))))
  expect(pagesOf(narrow(13 * 13))).toBe(1)
  expect(pagesOf(narrow(13 * 13), line)).toBe(2)
  expect(pagesOf(table(times(4, row(line, '<w:trHeight w:val="3500"/>'))))).toBe(1)
  expect(pagesOf(table(times(4, row(line, '<w:trHeight w:val="3501"/><w:cantSplit/>'))))).toBe(2)
})

test('controls are looked through, around words, rows and cards; what was deleted is not printed', () => {
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:rPr><w:sz w:val="90"/></w:rPr></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
  expect(pagesOf(control(times(15, line)))).toBe(2)
  expect(pagesOf(table(control(times(15, row(line)))))).toBe(2)
  expect(pagesOf(paragraph('Normal', control(words('m '.repeat(561)))))).toBe(2)
  expect(pagesOf(paragraph('Normal', `<w:ins>${words('m '.repeat(561))}</w:ins>`))).toBe(2)
  expect(pagesOf(paragraph('Normal', `<w:del>${words('m '.repeat(561))}</w:del>`))).toBe(1)
})

test('a picture is as high as it is', () => {
  const picture = (points: number) =>
    paragraph(
      'Normal',
      `<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="${points * 12700}"/></wp:inline></w:drawing></w:r>`,
      '<w:spacing w:line="240" w:lineRule="auto"/>',
    )
  expect(pagesOf(picture(645), line)).toBe(1)
  expect(pagesOf(picture(655), line)).toBe(2)
})

test('a page turned by hand is turned, once', () => {
  const next = paragraph('Normal', words('Words'), '<w:pageBreakBefore/>')
  expect(pagesOf(next)).toBe(1)
  expect(pagesOf(line, next)).toBe(2)
  expect(pagesOf(times(14, line), next)).toBe(2)
})

test('a high header takes room from every page', () => {
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="header1.xml"/></Relationships>'
  const withHeader = (lines: number, body: number) =>
    pageCount(
      file(times(body, line), '<w:headerReference w:type="default" r:id="rId1"/>', {
        'word/_rels/document.xml.rels': rels,
        'word/header1.xml': `<w:hdr ${namespaces}>${times(lines, line)}</w:hdr>`,
      }),
    )
  expect(withHeader(0, 14)).toBe(1)
  expect(withHeader(1, 13)).toBe(1)
  expect(withHeader(1, 14)).toBe(2)
  expect(withHeader(3, 11)).toBe(1)
  expect(withHeader(3, 12)).toBe(2)
})

test('our own forms are counted, and what is no Word file is refused', async () => {
  const blank = await layOut(documentOf(form), page)
  expect(pageCount(blank)).toBeGreaterThan(1)
  expect(() => pageCount(strToU8('words'))).toThrow(Refused)
  expect(() => pageCount(pack(new Map([['word/styles.xml', strToU8(styles)]])))).toThrow(Refused)
})
