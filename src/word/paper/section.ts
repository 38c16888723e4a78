/** The sheet that a document is printed on, and what is left of it for words (ISO/IEC 29500-1, section 17.6). */
import { child, parseXml, type XmlElement } from '../fill/xml-tree.ts'
import { page } from '../looks.ts'
import { lengthIn } from './mark.ts'

export interface Section {
  /** From the left margin to the right, in twentieths of a point. */
  readonly width: number
  /** How much of the height is left. @param heightOf A header or footer, by the name of its relationship. */
  height(heightOf: (relationship: string) => number): number
}

/**
 * The section of a document that has one. It is said at the end, and wanted before anything else is measured.
 * @param document The bytes of `word/document.xml`. Where it says nothing, an A4 sheet with our margins.
 */
export function sectionOf(document: Uint8Array): Section {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.length)
  const from = bytes.lastIndexOf('<w:sectPr')
  const to = bytes.indexOf(ending, from)
  const section = from < 0 || to < 0 ? undefined : parseXml(bytes.toString('utf8', from, to) + ending)
  const said = (name: string, attribute: string, other: number) =>
    lengthIn((section && child(section, name))?.attributes[`w:${attribute}`]) ?? other
  const margin = (side: string, other: number = page.margin) => said('w:pgMar', side, other)
  return {
    width: said('w:pgSz', 'w', page.width) - margin('left') - margin('right'),
    height(heightOf) {
      /** A high header or footer takes from the page, unless a margin below zero says that it may not. */
      const taken = (name: string, side: string) => {
        const part = partNamed(section, `w:${name}Reference`)
        return margin(side) < 0 || !part ? Math.abs(margin(side)) : Math.max(margin(side), margin(name, 0) + heightOf(part))
      }
      return said('w:pgSz', 'h', page.height) - taken('header', 'top') - taken('footer', 'bottom')
    },
  }
}

const ending = '</w:sectPr>'

/** The header or footer of most pages. */
const partNamed = (section: XmlElement | undefined, name: string): string | undefined =>
  section?.children.find((each) => each.name === name && each.attributes['w:type'] === 'default')?.attributes['r:id']
