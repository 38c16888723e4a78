/** A picture in the line of words, with its title and its words for whoever does not see it. */
import { ImageRun } from 'docx'
import type { Picture } from '../document/nodes.ts'
import type { Sheet } from './sheet.ts'
import { xmlSafe } from './xml-text.ts'

export function picture(sheet: Sheet, { svg, png, width, height, title, alt }: Picture): ImageRun {
  const pixels = (points: number) => (points * 96) / 72
  const id = String(sheet.nextPicture())
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(svg),
    fallback: { type: 'png', data: png },
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { id, name: `Picture ${id}`, title: xmlSafe(title), description: xmlSafe(alt) },
  })
}
