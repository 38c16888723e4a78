/** The smallest pieces of WordprocessingML: an element, and text that XML can carry. */
import { type IContext, type IXmlableObject, Paragraph, type ParagraphChild, type TabStopDefinition, XmlComponent } from 'docx'
import { xmlSafe } from './xml-text.ts'

/** Any element that `docx` has no class for, or one that does more than is wanted here. */
export class El extends XmlComponent {
  constructor(name: string, attributes: Readonly<Record<string, string | number>> = {}, children: readonly (XmlComponent | string)[] = []) {
    super(name)
    const safe = Object.entries(attributes).map(([key, value]) => [key, xmlSafe(String(value))])
    this.root.push({ _attr: Object.fromEntries(safe) }, ...children)
  }

  /** What `docx` would make of it. Most of a document is these, and they need none of what it looks for. */
  override prepForXml(context: IContext): IXmlableObject {
    const held = this.root.map((each) => (each instanceof XmlComponent ? each.prepForXml(context) : each))
    return { [this.rootKey]: held.length === 1 ? held[0] : held }
  }
}

/** An element that says one thing: `<w:tag w:val="…"/>`. */
export const valued = (name: string, value: string | number): El => new El(name, { 'w:val': value })

/**
 * One run of text, its new lines and tabs as Word writes them.
 * @param format Run properties, in schema order.
 */
export function run(text: string, format: readonly El[] = []): El {
  const parts = xmlSafe(text)
    .split(/(\n|\t)/)
    .filter(Boolean)
    .map((part) => {
      if (part === '\n') return new El('w:br')
      return part === '\t' ? new El('w:tab') : new El('w:t', { 'xml:space': 'preserve' }, [part])
    })
  return new El('w:r', {}, [...(format.length ? [new El('w:rPr', {}, format)] : []), ...parts])
}

/** How one paragraph differs from its style. */
export interface ParagraphChanges {
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
  readonly spacing?: { readonly before: number }
  readonly tabStops?: readonly TabStopDefinition[]
  readonly numbering?: { reference: string; level: number; instance?: number }
}

/** A paragraph in a named style. Numbers, links and pictures have `docx` see to what they need elsewhere in the file. */
export function paragraph(style: string, children: readonly XmlComponent[], changes: ParagraphChanges = {}): XmlComponent {
  const { keepNext, pageBreakBefore, spacing, tabStops, numbering } = changes
  if (tabStops || numbering || !children.every((each) => each instanceof El))
    return new Paragraph({ style, children: inline(children), ...changes })
  const properties = [
    valued('w:pStyle', style),
    ...(keepNext ? [new El('w:keepNext')] : []),
    ...(pageBreakBefore ? [new El('w:pageBreakBefore')] : []),
    ...(spacing ? [new El('w:spacing', { 'w:before': spacing.before })] : []),
  ]
  return new El('w:p', {}, [new El('w:pPr', {}, properties), ...children])
}

/** The casts are the price of docx's closed lists of what a page may hold, and what a paragraph or link. */
export const standing = (blocks: readonly XmlComponent[]): readonly Paragraph[] => blocks as readonly unknown[] as readonly Paragraph[]
export const inline = (children: readonly XmlComponent[]): readonly ParagraphChild[] => children as readonly ParagraphChild[]
