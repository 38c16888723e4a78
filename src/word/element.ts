/** The smallest pieces of WordprocessingML: an element, and text that XML can carry. */
import { FileChild, Paragraph, type ParagraphChild, type TabStopDefinition, type XmlComponent } from 'docx'
import { xmlSafe } from './xml-text.ts'

/** Any element that `docx` has no class for. Being a FileChild, it may stand anywhere, the body included. */
export class El extends FileChild {
  constructor(name: string, attributes: Readonly<Record<string, string | number>> = {}, children: readonly (XmlComponent | string)[] = []) {
    super(name)
    const safe = Object.entries(attributes).map(([key, value]) => [key, xmlSafe(String(value))])
    this.root.push({ _attr: Object.fromEntries(safe) }, ...children)
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

/** A paragraph in a named style. */
export function paragraph(style: string, children: readonly XmlComponent[], changes?: ParagraphChanges): Paragraph {
  return new Paragraph({ style, children: inline(children), ...changes })
}

/** The cast is the price of docx's closed list of what a paragraph or link may hold. */
export const inline = (children: readonly XmlComponent[]): readonly ParagraphChild[] => children as readonly ParagraphChild[]
