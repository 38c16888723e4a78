/** The page: an mdast tree of prose, with one node of our own that says "this question goes here". */
import type { Root } from 'mdast'
import type { Question } from '../form.ts'

/** Prose and questions in reading order. How a question looks is the emitter's business. */
export type Document = Root

export interface FormQuestion {
  type: 'formQuestion'
  question: Question
  /** Heading level of the section it stands in, for sub-headings such as the rows of a grid. */
  depth: number
}

declare module 'mdast' {
  interface RootContentMap {
    formQuestion: FormQuestion
  }
  interface BlockContentMap {
    formQuestion: FormQuestion
  }
}
