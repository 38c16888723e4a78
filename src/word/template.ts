/** A document, prose and questions, laid out as a Word file with an empty control for every answer. */
import { Document as DocxDocument, Footer, Header, Packer, PageNumber, PageOrientation, TabStopType, TextRun } from 'docx'
import { strToU8 } from 'fflate'
import type { Document } from '../document/nodes.ts'
import { type Logo, neutral, type Settings } from '../settings.ts'
import { blocks } from './blocks.ts'
import { choiceList } from './choices.ts'
import { paragraph, run, standing } from './element.ts'
import { finalise } from './finalise.ts'
import { checkLinks } from './links.ts'
import { coloursOf, landscape, page as portrait } from './looks.ts'
import { pageNumbersOn } from './pages.ts'
import { headingBookmark } from './phrasing.ts'
import { logo } from './picture.ts'
import { proseNumberings } from './prose.ts'
import { newSheet } from './sheet.ts'
import { stylesIn } from './styles.ts'
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
  /** The neutral ones where it does not say. */
  readonly colours?: Settings['colours']
  /** Stands once, above the title. */
  readonly logo?: Logo
  /** True for a list of contents after the introduction. */
  readonly contents?: boolean
  /** True for pages that lie on their long side. */
  readonly landscape?: boolean
}

/** More than the margin, in twentieths of a point. */
const roomForHeader = 300

/**
 * Lays a document out.
 * @throws Error for a node no document may hold, a link to no heading, or a tag too long for Word: bugs by the time they get here.
 */
export async function layOut(document: Document, page: Page): Promise<Uint8Array> {
  checkLinks(document)
  const { margin, text } = page.landscape ? landscape : portrait
  const sheet = newSheet(headingBookmark, text)
  const colours = coloursOf(page.colours ?? neutral.colours)
  const above = page.logo ? [paragraph('Logo', [logo(sheet, page.logo)])] : []
  const body = [...above, ...blocks(sheet, document, page.contents === true)]
  const height = (page.landscape ? portrait.width : portrait.height) - 2 * margin - roomForHeader
  const file = new DocxDocument({
    title: xmlSafe(page.title),
    ...(page.subject ? { subject: xmlSafe(page.subject) } : {}),
    creator: '',
    lastModifiedBy: '',
    externalStyles: tableStyle(colours),
    styles: stylesIn(colours),
    numbering: { config: [choiceList, ...proseNumberings, ...sheet.numberings] },
    customProperties: Object.entries(page.properties).map(([name, value]) => ({ name, value: xmlSafe(value) })),
    ...(page.contents ? { pageNumbers: pageNumbersOn(text, height) } : {}),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: portrait.width,
              height: portrait.height,
              orientation: page.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: margin + roomForHeader,
              bottom: margin,
              left: margin,
              right: margin,
              header: 600,
              footer: page.landscape ? 400 : 560,
            },
          },
        },
        headers: { default: new Header({ children: standing([paragraph('Header', [run(page.header)])]) }) },
        footers: { default: new Footer({ children: standing([footer(page)]) }) },
        children: standing(body),
      },
    ],
  })
  return finalise(partsOf(file))
}

/**
 * The parts of a file, as `docx` writes them. Its packer would compress them, only for them to be unpacked, finished and compressed again;
 * so this is the one place that reaches behind what it declares: the step before, as both its `pack` and `toStream` call it.
 */
function partsOf(file: DocxDocument): Map<string, Uint8Array> {
  const { compiler }: { compiler: { compile(file: DocxDocument): Map<string, string | Uint8Array> } } = Packer as never
  const parts = [...compiler.compile(file)]
  return new Map(parts.map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]))
}

function footer(page: Page) {
  const number = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })
  const tabStops = [
    { type: TabStopType.CLEAR, position: portrait.text },
    { type: TabStopType.RIGHT, position: landscape.text },
  ]
  return paragraph('Footer', [run(`${page.footer}\t`), number], page.landscape ? { tabStops } : undefined)
}
