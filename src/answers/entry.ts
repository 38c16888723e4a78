/** What a filled document holds in one place for an answer, whatever the format of the document. */

export interface Entry {
  readonly tag: string
  /** Keeps the places of one row together: two with different groups stand in different rows. Undefined where the document does not say. */
  readonly group?: string
  /** What the document calls the question, where the form does not ask it. */
  readonly label?: string
  /** What is written there; empty where only the prompt of the empty form is. */
  readonly words: string
  /** For a box: whether it is ticked; undefined where that cannot be told. */
  readonly ticked?: boolean
  /** For a date: the day the document has stored beside the words, ISO 8601. */
  readonly stored?: string
  /** For a choice: the value that the document's own list has for these words. */
  readonly chosen?: string
  /** Why what is written here cannot be read with certainty. */
  readonly unclear?: string
  /** Words written beside the answer, which belong to no box. */
  readonly beside?: string
  /** True where the prompt of the empty form was left beside the answer. */
  readonly promptLeft?: true
  /** True where there is something that is not words, such as a picture. */
  readonly hasMore?: true
}

/** Characters of one answer: a book. Longer ones are not looked into. */
const longestAnswer = 1_000_000

/** What to say of words that are too long for an answer. */
export const tooLong = (words: string): { words: string; unclear: string } | undefined =>
  words.length > longestAnswer ? { words: words.slice(0, 1000), unclear: 'More than a million characters stand here' } : undefined

/** True where a document says something. */
export const isAnswered = ({ words, ticked, unclear, beside, hasMore }: Entry): boolean =>
  words.trim() !== '' || ticked === true || unclear !== undefined || beside !== undefined || hasMore === true
