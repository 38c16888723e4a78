/** One thing worth saying about a record: something that is going well, or something to think about. */

export interface Remark {
  /** The pattern or the rule. */
  readonly id: string
  /** `good` is going well; the others are to think about, the first of them first. */
  readonly level: 'good' | 'error' | 'warning' | 'prompt'
  /** What sort of thing it is: the title of a theme of the practice language, or `structure`. */
  readonly theme: string
  /** What was looked for, in words. */
  readonly term: string
  /** Which quality of a proportionate assessment it touches: the id of a framework item. */
  readonly quality: string
  /** Framework items and law behind it. */
  readonly cites: readonly string[]
  /** The title of the form's section. */
  readonly section: string
  /** The question, as the form asks it; for a row, with the row. */
  readonly label: string
  /** JSON Pointer to the answer. */
  readonly pointer: string
  /** The words themselves; empty for what is seen across questions. */
  readonly words: string
  /** Where they stand in the answer, in UTF-16 offsets. */
  readonly start: number
  readonly end: number
  /** The sentence they stand in, or the answer it shows at. */
  readonly passage: string
  /** Why it is worth a word. */
  readonly why: string
  /** What to do, or to write instead; for what is going well, what it does for the person. */
  readonly suggest: string
}

/** What a report calls what is seen across questions. */
export const structure = 'How it hangs together'
