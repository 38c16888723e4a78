/** XML as a tree of elements that remember where they stand in the text, so that all the rest can stay as it is. */
import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** As written, prefix included. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Where `<` of its start tag is. */
  readonly start: number
  /** Where its content starts; the same as `end` for an element closed at once. */
  readonly inside: number
  /** Where its end tag starts. */
  readonly closing: number
  /** Just after it. */
  readonly end: number
}

/**
 * Parses a part of a Word file.
 * @throws Error when it is not well-formed, or declares a document type, which no Word file does.
 */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const root = { children: [] as Growing[] }
  const open: { children: Growing[] }[] = [root]
  parser.on('error', (error) => {
    throw new Error(`This part of the Word file is not XML: ${error.message}`)
  })
  parser.on('doctype', () => {
    throw new Error('This part of the Word file declares a document type')
  })
  parser.on('opentag', (tag) => {
    const attributes = tag.attributes
    const inside = parser.position
    const start = xml.lastIndexOf('<', inside - 1)
    const element: Growing = { name: tag.name, attributes, children: [], start, inside, closing: inside, end: inside }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    const element = open.pop() as Growing
    element.end = parser.position
    element.closing = element.end === element.inside ? element.end : xml.lastIndexOf('<', element.end - 1)
  })
  parser.write(xml).close()
  const [first] = root.children
  if (!first) throw new Error('This part of the Word file is empty')
  return first
}

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: Growing[] }

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((each) => each.name === name)

/** The `w:val` of the first child of that name. */
export const wordValue = (element: XmlElement | undefined, name: string): string | undefined => child(element, name)?.attributes['w:val']

/** Every element below, in reading order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const each of element.children) {
    yield each
    yield* descendants(each)
  }
}

/** An element as written. */
export const rawOf = (xml: string, { start, end }: XmlElement): string => xml.slice(start, end)

/** The start tag, open even where the element was closed at once. */
export const openTag = (xml: string, { start, inside }: XmlElement): string => xml.slice(start, inside).replace(/\/>$/, '>')
