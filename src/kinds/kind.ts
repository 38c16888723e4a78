/** What it takes to be a kind of question: how it is shown, and both directions between a value and its words. */
import type { Question } from '../form.ts'

/** What a hand does on paper or screen. Every emitter of forms covers this list, and the compiler checks that it does. */
export type Control =
  | 'line' // one line of text
  | 'lines' // several lines of text
  | 'date'
  | 'tick' // one box: confirmed, or not said
  | 'pickOne'
  | 'pickMany'
  | 'words' // an open answer: several lines, whose words they are, or why it is blank
  | 'parts' // a fixed set of questions answered together
  | 'rows' // the same parts for each of a fixed list of rows
  | 'items' // the same parts for as many rows as there are

/** A kind answered by one control. */
export interface Kind<Value = unknown> {
  /** As `x-kind` says it in the schemas. */
  readonly name: string
  readonly control: Control
  /** What the form has room for, to somebody who reads it before filling it in: the start of a sentence. */
  readonly asks: string
  /** What a record holds of it, to whoever works with records, in a few words: `one line of text`. */
  holds(question: Question): string
  /** The words for a valid value, as a person writes them. */
  format(value: Value, question: Question): string
  /** The value for a person's words; undefined where they cannot be read with certainty. `parse(format(v))` is `v`. */
  parse(text: string, question: Question): Value | undefined
  /** One sentence telling a person what a good answer looks like. */
  want(question: Question): string
}

/** A kind made of other questions. */
export interface Structure {
  readonly name: string
  readonly control: Control
  /** As in a kind answered by one control. */
  readonly asks: string
  /** As in a kind answered by one control. */
  holds(question: Question): string
  want(question: Question): string
}
