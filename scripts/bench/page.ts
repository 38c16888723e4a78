/** Our filled page as plain paragraphs and tables, for a program that writes the same page with `docx` from scratch. */
import { strFromU8 } from 'fflate'
import { child, descendants, parseXml, wordValue, type XmlElement } from '../../src/word/fill/xml-tree.ts'
import { wordsOfRun } from './placeholders.ts'

export type Block = Paragraph | Table

export interface Paragraph {
  readonly type: 'paragraph'
  readonly style?: string
  readonly runs: readonly { readonly words: string; readonly bold: boolean; readonly italics: boolean }[]
}

export interface Table {
  readonly type: 'table'
  /** Rows of cells of blocks. */
  readonly rows: readonly (readonly (readonly Block[])[])[]
}

/** Reads a page. Controls are looked through: `docx` cannot write them. @param part The XML of the page. */
export function pageOf(part: Uint8Array): Block[] {
  const xml = strFromU8(part)
  const body = child(parseXml(xml), 'w:body')
  return body ? blocksOf(xml, body) : []
}

function blocksOf(xml: string, element: XmlElement): Block[] {
  return element.children.flatMap((each): Block[] => {
    if (each.name === 'w:p') return [paragraphOf(xml, each)]
    if (each.name === 'w:tbl') return [tableOf(xml, each)]
    return each.name === 'w:sdt' || each.name === 'w:sdtContent' ? blocksOf(xml, each) : []
  })
}

function paragraphOf(xml: string, element: XmlElement): Paragraph {
  const style = wordValue(child(element, 'w:pPr'), 'w:pStyle')
  const runs = [...descendants(element)]
    .filter(({ name }) => name === 'w:r')
    .map((run) => {
      const format = child(run, 'w:rPr')
      return { words: wordsOfRun(xml, run), bold: child(format, 'w:b') !== undefined, italics: child(format, 'w:i') !== undefined }
    })
  return { type: 'paragraph', ...(style ? { style } : {}), runs }
}

const tableOf = (xml: string, table: XmlElement): Table => ({
  type: 'table',
  rows: inside(table, 'w:tr').map((row) => inside(row, 'w:tc').map((cell) => blocksOf(xml, cell))),
})

/** Rows of a table, or cells of a row, with the controls around some of them looked through. */
const inside = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((each) => {
    if (each.name === name) return [each]
    return each.name === 'w:sdt' || each.name === 'w:sdtContent' ? inside(each, name) : []
  })
