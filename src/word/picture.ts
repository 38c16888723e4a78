/** A picture in the line of words, with its words for whoever does not see it. */
import { ImageRun } from 'docx'
import type { Picture } from '../document/nodes.ts'
import type { Logo } from '../settings.ts'
import type { Sheet } from './sheet.ts'
import { xmlSafe } from './xml-text.ts'

export function picture(sheet: Sheet, { svg, png, width, height, title, alt }: Picture): ImageRun {
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(svg),
    fallback: { type: 'png', data: png },
    transformation: inPixels(width, height),
    altText: { ...numbered(sheet), title: xmlSafe(title), description: xmlSafe(alt) },
  })
}

/** A logo. It may be drawn with rules of style, which Word does not read, so Word is given its pixels. */
export function logo(sheet: Sheet, { png, width, height, alt }: Logo): ImageRun {
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: inPixels(width, height),
    altText: { ...numbered(sheet), description: xmlSafe(alt) },
  })
}

function numbered(sheet: Sheet): { id: string; name: string } {
  const id = String(sheet.nextPicture())
  return { id, name: `Picture ${id}` }
}

const inPixels = (width: number, height: number) => ({ width: (width * 96) / 72, height: (height * 96) / 72 })
