/** A page written with `docx` from scratch, as a program does that has no template. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { Block, Paragraph as Words } from './page.ts'

/** Writes a Word file of the page. */
export function written(page: readonly Block[], styles: readonly string[]): Promise<Uint8Array> {
  const paragraphStyles = styles.map((id) => ({ id, name: id, basedOn: 'Normal' }))
  return Packer.toBuffer(new Document({ styles: { paragraphStyles }, sections: [{ children: page.map(block) }] }))
}

/** The styles that a page names. */
export const stylesOf = (page: readonly Block[]): string[] => [...new Set(page.flatMap(styleNames))]

const styleNames = (each: Block): string[] =>
  each.type === 'table' ? each.rows.flat(2).flatMap(styleNames) : each.style ? [each.style] : []

const block = (each: Block): Paragraph | Table => (each.type === 'paragraph' ? paragraph(each) : table(each.rows))

const table = (rows: readonly (readonly (readonly Block[])[])[]): Table =>
  new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: cell.map(block) })) })) })

const paragraph = ({ style, runs }: Words): Paragraph =>
  new Paragraph({
    ...(style ? { style } : {}),
    children: runs.flatMap(({ words, bold, italics }) =>
      words.split('\n').map((text, line) => new TextRun({ text, bold, italics, ...(line ? { break: 1 } : {}) })),
    ),
  })
