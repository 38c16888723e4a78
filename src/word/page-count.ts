/** A finished Word file → how many pages it has in print. */
import { Refused } from '../zip/entry.ts'
import { openZip, unpack } from '../zip/read.ts'
import type { Block } from './paper/block.ts'
import { looksIn } from './paper/looks.ts'
import { growing, type Mark } from './paper/mark.ts'
import { sectionOf } from './paper/section.ts'
import { blocksOf, heightOf, joined } from './paper/table.ts'
import { turnPages } from './paper/turn.ts'
import { readXml } from './read/events.ts'

const longestPart = 32 * 1024 * 1024

/**
 * Counts the pages of a Word file of one section, such as all of ours: forms, blank or filled, guidance, tables, maps.
 *
 * Everything is measured as Word measures it: letters by the widths of Arial, lines and frames by what the file's own styles say, pages by
 * what is kept together. Two things are not known here: letters of other fonts, which are taken to be as wide, and pictures that words flow
 * around, which are taken to need no room.
 * @throws Refused where it is not a Word file, or is damaged.
 */
export function pageCount(docx: Uint8Array): number {
  const parts = new Map(openZip(docx).map((entry) => [entry.name, entry]))
  const part = (name: string): Uint8Array | undefined => {
    const entry = parts.get(name)
    return entry && unpack(entry, longestPart)
  }
  const document = part('word/document.xml')
  if (!document) throw new Refused('This is not a Word file (.docx): it has no page.')
  const looks = looksIn(rootOf(part('word/styles.xml')), rootOf(withoutRestarts(part('word/numbering.xml'))))
  const section = sectionOf(document)
  const blocks: Block[] = []
  const { events } = growing((mark) => blocks.push(...blocksOf(mark, section.width, looks)))
  readXml(document, events)
  const targets = new Map(
    rootOf(part('word/_rels/document.xml.rels'))?.children.map(({ attributes }) => [attributes.Id, attributes.Target]),
  )
  const height = section.height((relationship) => {
    const marks = rootOf(part(`word/${targets.get(relationship)}`))?.children ?? []
    return heightOf(joined(marks.flatMap((mark) => blocksOf(mark, section.width, looks))))
  })
  return turnPages(joined(blocks), height).count
}

/** Where a list counts from one again takes no room, and is nearly all that is said of lists in a document with hundreds. */
const withoutRestarts = (numbering: Uint8Array = new Uint8Array()): Uint8Array | undefined =>
  numbering.length
    ? Buffer.from(
        Buffer.from(numbering)
          .toString()
          .replace(/<w:lvlOverride\b.*?<\/w:lvlOverride>/gs, ''),
      )
    : undefined

function rootOf(part: Uint8Array | undefined): Mark | undefined {
  if (!part) return undefined
  const { events, root } = growing()
  readXml(part, events)
  return root()
}
