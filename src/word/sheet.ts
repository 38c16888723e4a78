/** What the blocks of one document share while it is laid out: names handed out once, and list numberings. */
import type { ILevelsOptions, XmlComponent } from 'docx'
import { El } from './element.ts'
import { freshId } from './identity.ts'

export interface NumberingDefinition {
  readonly reference: string
  readonly levels: readonly ILevelsOptions[]
}

export interface Sheet {
  /** From margin to margin, in twentieths of a point. */
  readonly textWidth: number
  /** List numberings used so far. */
  readonly numberings: readonly NumberingDefinition[]
  /** Adds a numbering and gives its reference. */
  addNumbering(levels: readonly ILevelsOptions[]): string
  /** A number for one more list that counts from the start of a shared numbering. */
  nextList(): number
  /** A picture's number: docx counts through all documents it ever made. */
  nextPicture(): number
  /** A control's `w:id`. */
  controlId(seed: string): number
  /** The content between the two ends of a bookmark. */
  bookmark(name: string, content: readonly XmlComponent[]): XmlComponent[]
  /** A heading's bookmark: `headingBookmark`, and a number where two headings have the same words. */
  nameHeading(words: string): string
}

/** An empty sheet: one for each document. */
export function newSheet(headingName: (words: string) => string, textWidth: number): Sheet {
  const numberings: NumberingDefinition[] = []
  const controlIds = new Set<number>()
  const headings = new Map<string, number>()
  let lists = 0
  let bookmarks = 0
  let pictures = 0
  return {
    textWidth,
    numberings,
    addNumbering(levels) {
      const reference = `numbering-${numberings.length + 1}`
      numberings.push({ reference, levels })
      return reference
    },
    nextList: () => ++lists,
    nextPicture: () => ++pictures,
    controlId: (seed) => freshId(seed, controlIds),
    bookmark(name, content) {
      const id = ++bookmarks
      return [new El('w:bookmarkStart', { 'w:id': id, 'w:name': name }), ...content, new El('w:bookmarkEnd', { 'w:id': id })]
    },
    nameHeading(words) {
      const name = headingName(words)
      const count = (headings.get(name) ?? 0) + 1
      headings.set(name, count)
      return count === 1 ? name : `${name}_${count}`
    },
  }
}
