/** A Word template, found ready to fill: its text cut where answers go, everything else kept as it is. */
import { strFromU8, unzipSync } from 'fflate'
import { type Slot, slotKind, slotOf, tagOn } from './slots.ts'
import { child, descendants, parseXml, wordValue, type XmlElement } from './xml-tree.ts'

/** Text that stays, or a place for an answer. */
export type Piece = string | Slot | Repeat

/** A repeating section. Without rows it prints `blank`; with rows, `item` for each of them. */
export interface Repeat {
  readonly slot: 'repeat'
  readonly tag: string
  readonly opening: string
  readonly blank: string
  readonly item: readonly Piece[]
  readonly closing: string
}

/** One block of the page: a paragraph, table or control. */
export interface Block {
  readonly pieces: readonly Piece[]
  /** Tags of every control in it. */
  readonly tags: ReadonlySet<string>
  /** True for words that belong to the tick box before them. */
  readonly follows: boolean
}

export interface Template {
  /** Every part of the file, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** The name of the part with the page. */
  readonly main: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly closing: string
  /** Numbers its controls have. */
  readonly controlIds: ReadonlySet<number>
  /** The highest number of a bookmark. */
  readonly lastBookmark: number
  /** True where the style of practice notes is still defined. */
  readonly notesStyled: boolean
}

/**
 * Takes a template apart.
 * @param docx The bytes of a Word file.
 * @throws Error when it is not a Word file that can be filled.
 */
export function compileTemplate(docx: Uint8Array): Template {
  const parts = new Map(Object.entries(unzip(docx)))
  const main = mainPart(parts)
  const xml = textOf(parts, main)
  const document = parseXml(xml)
  const body = child(document, 'w:body')
  if (!body) throw new Error('The Word file has no page that this program knows: save it as .docx in Word')
  return {
    parts,
    main,
    opening: xml.slice(0, body.inside),
    blocks: body.children.map((element, index) => ({
      pieces: cut(xml, [element], body.children[index - 1]?.end ?? body.inside, element.end),
      tags: new Set([element, ...descendants(element)].flatMap((each) => (each.name === 'w:sdt' ? (tagOn(each) ?? []) : []))),
      follows: /^Tick(Hint|When)/.test(wordValue(child(element, 'w:pPr'), 'w:pStyle') ?? ''),
    })),
    closing: xml.slice(body.children.at(-1)?.end ?? body.inside),
    controlIds: new Set(numbers(xml, /<w:id w:val="(-?\d+)"/g)),
    lastBookmark: Math.max(0, ...numbers(xml, /<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g)),
    notesStyled: [...parts.keys()].some((name) => name.endsWith('/styles.xml') && textOf(parts, name).includes('w:styleId="PracticeNote"')),
  }
}

function unzip(docx: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(docx)
  } catch {
    throw new Error('This is not a Word file (.docx): it cannot be unpacked')
  }
}

/** Word and SharePoint may name it otherwise than word/document.xml. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const relationship = parseXml(textOf(parts, '_rels/.rels')).children.find(({ attributes }) =>
    attributes.Type?.endsWith('/officeDocument'),
  )
  const target = relationship?.attributes.Target?.replace(/^\//, '')
  if (!target) throw new Error('This is not a Word file (.docx): it does not say which part is its page')
  return target
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name)
  if (!bytes) throw new Error(`This is not a Word file (.docx): it has no ${name}`)
  return strFromU8(bytes)
}

/** The text from one place to another, cut at the controls among these elements. */
function cut(xml: string, elements: readonly XmlElement[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const { element, piece } of places(xml, elements)) {
    pieces.push(xml.slice(at, element.start), piece)
    at = element.end
  }
  return [...pieces, xml.slice(at, to)].filter((piece) => piece !== '')
}

/** Outermost controls that take answers, in reading order. Frames a council put around them are looked into. */
function* places(xml: string, elements: readonly XmlElement[]): Generator<{ element: XmlElement; piece: Slot | Repeat }> {
  for (const element of elements) {
    const piece = element.name === 'w:sdt' ? placeOf(xml, element) : undefined
    if (piece) yield { element, piece }
    else yield* places(xml, element.children)
  }
}

function placeOf(xml: string, sdt: XmlElement): Slot | Repeat | undefined {
  const tag = tagOn(sdt)
  const content = child(sdt, 'w:sdtContent')
  if (tag === undefined || !content) return undefined
  const kind = slotKind(sdt)
  if (kind) return slotOf(xml, sdt, kind, tag)
  const isA = (element: XmlElement, kindName: string) => child(child(element, 'w:sdtPr'), kindName) !== undefined
  const item = content.children.find((each) => isA(each, 'w15:repeatingSectionItem'))
  if (!item || !isA(sdt, 'w15:repeatingSection')) return undefined
  return {
    slot: 'repeat',
    tag,
    opening: xml.slice(sdt.start, content.inside),
    blank: xml.slice(content.inside, content.closing),
    item: cut(xml, [item], item.start, item.end),
    closing: xml.slice(content.closing, sdt.end),
  }
}

const numbers = (xml: string, pattern: RegExp): number[] => [...xml.matchAll(pattern)].map(([, id]) => Number(id))
