/**
 * What a part of a Word file puts on paper, as a tree. Controls, links and changes that are still to be accepted are looked through: what
 * they hold stands where they stand. What is not printed is left out (ISO/IEC 29500-1, section 17).
 */
import type { Events } from '../read/events.ts'

export interface Mark {
  /** With the prefix that Word itself uses: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Mark[]
  /** The words directly in it. */
  readonly text: string
}

const lookedThrough = new Set(
  'w:sdt w:sdtContent w:hyperlink w:ins w:moveTo w:smartTag w:customXml w:fldSimple mc:AlternateContent mc:Choice'.split(' '),
)
const notPrinted = new Set(
  'w:sdtPr w:sdtEndPr w:del w:moveFrom w:instrText w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange w:lvlOverride mc:Fallback'.split(
    ' ',
  ),
)

/**
 * Events for whoever reads a part, and, once it is read, its root.
 * @param give Takes what stands in a document's body, one after another. None of it is kept: a long document is many marks, and holding on
 * to all of them takes longer than reading them.
 */
export function growing(give?: (mark: Mark) => void): { readonly events: Required<Events>; readonly root: () => Mark } {
  type Growing = { -readonly [Key in keyof Mark]: Mark[Key] } & { children: Growing[] }
  const none: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open = [none]
  let hidden = 0
  return {
    root: () => none.children[0] ?? none,
    events: {
      open(name, attributes) {
        const parent = open.at(-1) as Growing
        if (hidden || notPrinted.has(name)) hidden++
        else if (lookedThrough.has(name)) open.push(parent)
        else {
          const mark: Growing = { name, attributes, children: [], text: '' }
          parent.children.push(mark)
          open.push(mark)
        }
      },
      text(text) {
        const parent = open.at(-1) as Growing
        if (!hidden && parent.name === 'w:t') parent.text += text
      },
      close() {
        if (hidden) {
          hidden--
          return
        }
        const mark = open.pop() as Growing
        const parent = open.at(-1) as Growing
        if (give && parent !== mark && parent.name === 'w:body') {
          parent.children.pop()
          give(mark)
        }
      },
    },
  }
}

/** The first child of that name. */
export const childOf = (mark: Mark | undefined, name: string): Mark | undefined => mark?.children.find((each) => each.name === name)

/** The `w:val` of the first child of that name. */
export const wordValue = (mark: Mark | undefined, name: string): string | undefined => childOf(mark, name)?.attributes['w:val']

/** Whether a property is on. One that says nothing is. */
export const isOn = (property: Mark): boolean => !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '')

/** A length, or undefined where there is none. */
export function lengthIn(words: string | undefined): number | undefined {
  const length = Number.parseFloat(words ?? '')
  return Number.isFinite(length) ? length : undefined
}
