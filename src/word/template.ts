/** A document, prose and questions, laid out as a Word file with an empty control for every answer. */
import { Document as DocxDocument, Footer, Header, Packer, PageNumber, TextRun, type XmlComponent } from 'docx'
import type { Document } from '../document/nodes.ts'
import { choiceList } from './choices.ts'
import { contents } from './contents.ts'
import { type El, paragraph, run } from './element.ts'
import { finalise } from './finalise.ts'
import { checkLinks } from './links.ts'
import { page as measures } from './looks.ts'
import { headingBookmark, plain } from './phrasing.ts'
import { prose, proseNumberings } from './prose.ts'
import { drawQuestion } from './questions.ts'
import { newSheet, type Sheet } from './sheet.ts'
import { styles } from './styles.ts'
import { tableStyle } from './tables.ts'
import { xmlSafe } from './xml-text.ts'

/** What stands around a document. */
export interface Page {
  readonly title: string
  readonly subject?: string
  /** Printed at the top of every page. */
  readonly header: string
  /** Printed at the foot of every page, beside its number. */
  readonly footer: string
  /** Custom properties of the file, by which a filled one is recognised. */
  readonly properties: Readonly<Record<string, string>>
  /** True for a list of contents after the introduction. */
  readonly contents?: boolean
}

/**
 * Lays a document out.
 * @throws Error for a node no document may hold, a link to no heading, or a tag too long for Word: bugs by the time they get here.
 */
export async function layOut(document: Document, page: Page): Promise<Uint8Array> {
  checkLinks(document)
  const sheet = newSheet(headingBookmark)
  const body = blocks(sheet, document, page.contents === true)
  // Working out pages takes as long as all the rest, so only a document with a list of contents pays for it.
  const pageNumbers = page.contents ? (await import('docx/layout')).estimatePageNumbersWith({ guess: true }) : undefined
  const file = new DocxDocument({
    title: xmlSafe(page.title),
    ...(page.subject ? { subject: xmlSafe(page.subject) } : {}),
    creator: '',
    lastModifiedBy: '',
    externalStyles: tableStyle,
    styles,
    numbering: { config: [choiceList, ...proseNumberings, ...sheet.numberings] },
    customProperties: Object.entries(page.properties).map(([name, value]) => ({ name, value: xmlSafe(value) })),
    ...(pageNumbers ? { pageNumbers } : {}),
    sections: [
      {
        properties: {
          page: {
            size: { width: measures.width, height: measures.height },
            margin: {
              top: measures.margin + 300,
              bottom: measures.margin,
              left: measures.margin,
              right: measures.margin,
              header: 600,
              footer: 560,
            },
          },
        },
        headers: { default: new Header({ children: [paragraph('Header', [run(page.header)])] }) },
        footers: { default: new Footer({ children: [footer(page.footer)] }) },
        children: body,
      },
    ],
  })
  return finalise(new Uint8Array(await Packer.toArrayBuffer(file)))
}

/** Every block in order. A page break is a property of the block after it, for an empty paragraph would be read out. */
function blocks(sheet: Sheet, document: Document, withContents: boolean): El[] {
  const drawn: XmlComponent[] = []
  let heading = ''
  let newPage = false
  let afterTable = false
  let listed = !withContents
  for (const [index, node] of document.children.entries()) {
    if (node.type === 'thematicBreak') {
      newPage = true
      continue
    }
    if (node.type === 'heading') {
      if (!listed && node.depth > 1) drawn.push(...contents(document))
      listed ||= node.depth > 1
      heading = plain(node.children)
    }
    const first = {
      ...(newPage ? { pageBreakBefore: true } : {}),
      // The words that lead in to a question go with it to the next page.
      ...(node.type === 'paragraph' && document.children[index + 1]?.type === 'formQuestion' ? { keepNext: true } : {}),
      // A table has no space after it of its own, and a heading or question brings enough.
      ...(afterTable && ['paragraph', 'list', 'blockquote'].includes(node.type) ? { spacing: { before: 200 } } : {}),
    }
    if (afterTable && node.type === 'table') throw new Error('Bug: nothing between two tables, which Word would join')
    if (node.type === 'formQuestion') {
      const place = { depth: node.depth, setIn: false, inCard: false, again: false, rows: [], first }
      drawn.push(...drawQuestion(sheet, node.question, place))
    } else {
      drawn.push(...prose(sheet, node, { style: 'Normal', heading, first }))
    }
    newPage = false
    afterTable = node.type === 'table'
  }
  return drawn as El[]
}

function footer(words: string) {
  const number = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })
  return paragraph('Footer', [run(`${words}\t`), number])
}
