/** The page: an mdast tree of prose, with one node of our own that says "this question goes here". */
import type { BlockContent, Root } from 'mdast'
import type { Question } from '../form.ts'

/** Prose and questions in reading order. How a question looks is the emitter's business. */
export type Document = Root

export interface FormQuestion {
  type: 'formQuestion'
  question: Question
  /** Heading level of the section it stands in, for sub-headings such as the rows of a grid. */
  depth: number
}

/** A picture we drew. Templates cannot place one. */
export interface Picture {
  type: 'picture'
  svg: string
  /** The same, for programs that show no SVG. */
  png: Uint8Array
  /** In points, like the height. */
  width: number
  height: number
  title: string
  /** Everything it shows, in words. */
  alt: string
}

/** What belongs together and looks it on a screen: the boxes of a start page, a note beside an answer. Its name is what a style sheet knows it by. */
export interface Block {
  type: 'block'
  name: string
  children: BlockContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    formQuestion: FormQuestion
    picture: Picture
    block: Block
  }
  interface BlockContentMap {
    formQuestion: FormQuestion
    block: Block
  }
  interface Link {
    /** True where it leads to a file to keep, and not to a page. */
    download?: boolean
  }
  interface Heading {
    /** What links to it say after their `#`, where that may not change with its words. */
    anchor?: string
  }
}
