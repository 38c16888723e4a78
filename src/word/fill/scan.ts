/** A Word template, found ready to fill: text that stays, with holes for answers. */

import { type Outline, outlineOf } from '../../answers/outline.ts'
import type { Form } from '../../form.ts'
import { Refused, type ZipEntry } from '../../zip/entry.ts'
import { openZip, unpack } from '../../zip/read.ts'
import { type Hole, holesOf, type Piece, type Repeat, slotKind, tagOn } from './holes.ts'
import { type Misplaced, misplaced, slotsOf } from './places.ts'
import { strideOf } from './rows.ts'
import { child, descendants, parseXml, wordValue, type XmlElement } from './xml-tree.ts'

/** One block of the page: a paragraph, table or control. */
export interface Block {
  readonly pieces: readonly Piece[]
  /** Tags of every control in it. */
  readonly tags: ReadonlySet<string>
  /** True for words that belong to the tick box before them. */
  readonly follows: boolean
}

export interface Template {
  readonly form: Form
  readonly outline: Outline
  /** Every part of the file, still packed. */
  readonly parts: readonly ZipEntry[]
  /** The name of the part with the page. */
  readonly main: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly closing: string
  /** Its custom properties, as XML, and the version of the form among them. */
  readonly properties: string
  readonly version: string | undefined
  /** The form that it says it is a template of. */
  readonly formId: string | undefined
  /** More than the number of any bookmark, for those of copied rows. */
  readonly stride: number
  /** Controls that are missing, doubled or of the wrong kind. */
  readonly misplaced: readonly Misplaced[]
  /** True where the style of practice notes is still defined. */
  readonly notesStyled: boolean
}

export const propertiesPart = 'docProps/custom.xml'
export const versionProperty = /(<property\b[^>]*\bname="formVersion"[^>]*>\s*<vt:lpwstr>)([^<]*)/

const longestPart = 32 * 1024 * 1024

/**
 * Takes a template apart, once for all the records it will be filled with.
 * @param docx The bytes of a Word file: our own, or what a council made of it.
 * @throws Refused when it is not a Word file that can be filled.
 */
export function compileTemplate(docx: Uint8Array, form: Form): Template {
  const parts = openZip(docx)
  const main = mainPart(textOf(parts, '_rels/.rels'))
  const xml = textOf(parts, main)
  const body = child(parseXml(xml), 'w:body')
  if (!body) throw new Refused('The Word file has no page that this program knows. Save it as .docx in Word.')
  const blocks = body.children.map((element, index) => ({
    pieces: cut(xml, [element], body.children[index - 1]?.end ?? body.inside, element.end),
    tags: new Set([element, ...descendants(element)].flatMap((each) => (each.name === 'w:sdt' ? (tagOn(each) ?? []) : []))),
    follows: /^Tick(Hint|When)/.test(wordValue(child(element, 'w:pPr'), 'w:pStyle') ?? ''),
  }))
  const pieces = blocks.flatMap((block) => block.pieces)
  const outline = outlineOf(form)
  const slots = slotsOf(outline)
  const properties = parts.some(({ name }) => name === propertiesPart) ? textOf(parts, propertiesPart) : ''
  return {
    form,
    outline,
    parts,
    main,
    opening: xml.slice(0, body.inside),
    blocks: blocks.map((block) => ({ ...block, pieces: block.pieces.map((piece) => usable(piece, slots)) })),
    closing: xml.slice(body.children.at(-1)?.end ?? body.inside),
    properties,
    version: versionProperty.exec(properties)?.[2],
    formId: /\bname="formId"[^>]*>\s*<vt:lpwstr>([^<]*)/.exec(properties)?.[1],
    stride: strideOf(xml),
    misplaced: misplaced(outline, pieces),
    notesStyled: parts.some(({ name }) => name.endsWith('/styles.xml') && textOf(parts, name).includes('w:styleId="PracticeNote"')),
  }
}

/** The text of pieces as the template has it. */
const blankText = (pieces: readonly (string | Hole)[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.blank)).join('')

/** A control that takes no answer of this form, or another kind of answer, stays as it is. */
function usable(piece: Piece, slots: ReadonlyMap<string, Hole['slot']>): Piece {
  if (typeof piece === 'string') return piece
  if (piece.slot === 'repeat') return { ...piece, item: piece.item.map((each) => usable(each, slots) as string | Hole) }
  return slots.get(piece.tag) === piece.slot ? piece : piece.blank
}

/** Word and SharePoint may name it otherwise than word/document.xml. */
function mainPart(relationships: string): string {
  const relationship = parseXml(relationships).children.find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))
  const target = relationship?.attributes.Target?.replace(/^\//, '')
  if (!target) throw new Refused('This is not a Word file (.docx): it does not say which part is its page.')
  return target
}

function textOf(parts: readonly ZipEntry[], name: string): string {
  const entry = parts.find((part) => part.name === name)
  if (!entry) throw new Refused(`This is not a Word file (.docx): it has no ${name}.`)
  return Buffer.from(unpack(entry, longestPart)).toString()
}

/** The text from one place to another, cut at the controls among these elements. */
function cut(xml: string, elements: readonly XmlElement[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const { start, end, piece } of places(xml, elements)) {
    pieces.push(xml.slice(at, start), piece)
    at = end
  }
  return [...pieces, xml.slice(at, to)].filter((piece) => piece !== '')
}

interface PlacedPiece {
  readonly start: number
  readonly end: number
  readonly piece: Piece
}

/** Holes of the controls that take answers, in reading order. Frames a council put around them are looked into. */
function* places(xml: string, elements: readonly XmlElement[]): Generator<PlacedPiece> {
  for (const element of elements) {
    const found = element.name === 'w:sdt' ? placesIn(xml, element) : undefined
    if (found) yield* found
    else yield* places(xml, element.children)
  }
}

function placesIn(xml: string, sdt: XmlElement): PlacedPiece[] | undefined {
  const tag = tagOn(sdt)
  const content = child(sdt, 'w:sdtContent')
  if (tag === undefined || !content) return undefined
  const kind = slotKind(sdt)
  if (kind) return holesOf(xml, sdt, kind, tag).map((hole) => ({ start: hole.start, end: hole.end, piece: hole }))
  const isA = (element: XmlElement, kindName: string) => child(child(element, 'w:sdtPr'), kindName) !== undefined
  const item = content.children.find((each) => isA(each, 'w15:repeatingSectionItem'))
  if (!item || !isA(sdt, 'w15:repeatingSection')) return undefined
  // Forms have no rows within rows, so what looks like a repeat in an item is only text.
  const pieces = cut(xml, [item], item.start, item.end).map((piece) =>
    typeof piece === 'object' && piece.slot === 'repeat' ? blankText(piece.item) + piece.blankRows : piece,
  )
  const repeat: Repeat = { slot: 'repeat', tag, item: pieces, blankRows: xml.slice(item.end, content.closing) }
  return [{ start: item.start, end: content.closing, piece: repeat }]
}
