/** Where a question stands on the page. */
import type { XmlComponent } from 'docx'
import type { Question } from '../form.ts'
import type { ParagraphChanges } from './element.ts'
import type { Sheet } from './sheet.ts'

export interface Place {
  /** Heading level for rows drawn under headings of their own. */
  readonly depth: number
  /** A part of another question. */
  readonly setIn: boolean
  /** Inside a card: the key above the cards has said what each part wants. */
  readonly inCard: boolean
  /** Row numbers from 1, outermost repeat first. */
  readonly rows: readonly number[]
  /** How its first paragraph differs from the style. */
  readonly first?: ParagraphChanges
}

/** Draws one question: what has rows asks for its parts to be drawn. */
export type Draw = (sheet: Sheet, question: Question, place: Place) => XmlComponent[]
