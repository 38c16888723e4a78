/** Everything that can be unclear in a filled document, in one table: each code with its words and what to do. */

export type Level = 'error' | 'warning'

/** Something that a person should look at after a document was read. */
export interface Finding {
  readonly code: FindingCode
  /** error: something written there is not in the record. warning: it is, but look again. */
  readonly level: Level
  /** JSON Pointer (RFC 6901) into the record, to where the answer is or would be; empty for the document as a whole. */
  readonly pointer: string
  /** The question, as the form asks it; for a row, with the row. */
  readonly label: string
  readonly message: string
  readonly remedy: string
}

interface Row<Params> {
  readonly level: Level
  readonly message: (params: Params) => string
  readonly remedy: (params: Params) => string
}

const row = <Params>(level: Level, message: Row<Params>['message'], remedy: Row<Params>['remedy']): Row<Params> => ({
  level,
  message,
  remedy,
})
const short = (words: string): string => {
  const line = words.trim().slice(0, 2000).replace(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 298)} …` : line
}
const quoted = (words: string): string => `“${short(words)}”`

type Words = { words: string }

const findings = {
  unreadable: row<Words & { want: string }>(
    'error',
    ({ words }) => `${quoted(words)} cannot be read as an answer to this, so it is not in the record.`,
    ({ want }) => want,
  ),
  'unknown-choice': row<Words & { want: string }>(
    'error',
    ({ words }) => `${quoted(words)} is not one of the choices, so it is not in the record.`,
    ({ want }) => want,
  ),
  unclear: row<Words & { why: string }>(
    'error',
    ({ words, why }) => `${short(why)}${words.trim() ? `: ${quoted(words)}` : ''}. It is not in the record.`,
    () => 'Look at this place in the document, and make plain what is meant.',
  ),
  'told-twice': row<{ answers: readonly string[] }>(
    'error',
    ({ answers }) =>
      `The document answers this in ${answers.length} places, and not alike: ${answers.slice(0, 5).map(quoted).join('; ')}${answers.length > 5 ? '; …' : ''}. None of them is in the record.`,
    () => 'Delete all but one of the boxes for this question.',
  ),
  'no-such-question': row<Words & { version: string }>(
    'error',
    ({ words, version }) => `Version ${version} of the form does not ask this, so the answer is not in the record: ${quoted(words)}.`,
    () => 'Move what is still needed to another answer.',
  ),
  'stale-date': row<Words & { stored: string }>(
    'warning',
    ({ words, stored }) => `${quoted(words)} is written here, but the date picker still holds ${stored}. What is written counts.`,
    () => 'Check the date, and pick it again from the calendar.',
  ),
  beside: row<Words>(
    'error',
    ({ words }) => `${quoted(words)} is written beside the answer, outside its box. It is not in the record.`,
    () => 'Move it into the box, or into an answer that takes words.',
  ),
  'not-words': row<object>(
    'error',
    () => 'This answer holds something that is not words, such as a picture or a footnote. It is not in the record; the words are.',
    () => 'Say it in words, or keep the document beside the record.',
  ),
  'prompt-left': row<Words>(
    'warning',
    ({ words }) => `The prompt of the empty form was left beside the answer. The answer is read as ${quoted(words)}.`,
    () => 'Delete the prompt from the document.',
  ),
  'no-place': row<object>(
    'warning',
    () => 'The document has no box for this question any more, so nothing was read for it.',
    () => 'If something is written there, copy it into an unchanged form.',
  ),
  'tracked-changes': row<{ count: number }>(
    'warning',
    ({ count }) =>
      `The document has tracked changes that nobody has accepted or rejected yet (${count}). It is read as if all were accepted.`,
    () => 'Accept or reject them in Word, and read the document again, if that is not what you want.',
  ),
  'other-version': row<{ written: string; version: string }>(
    'warning',
    ({ written, version }) => `This is version ${short(written)} of the form; it is read by version ${version}.`,
    () => 'Look through the questions that are new or have gone: the list of changes is in the staff guidance.',
  ),
  'and-more': row<{ count: number }>(
    'error',
    ({ count }) => `There is more to look at: ${count} other things, which are left out here.`,
    () => 'Mend what is said here, and read the document again.',
  ),
  'form-guessed': row<{ title: string }>(
    'warning',
    ({ title }) => `The document no longer says which form it is. By its questions it is “${title}”.`,
    () => 'Check that it is, or say which form it is with --form.',
  ),
} satisfies Record<string, Row<never>>

export type FindingCode = keyof typeof findings
type Params<C extends FindingCode> = (typeof findings)[C] extends Row<infer P> ? P : never

/** Takes findings as a document is read. */
export type Find = <C extends FindingCode>(code: C, params: Params<C>, pointer: string, label: string) => void

/** A finding from the table. */
export function finding<C extends FindingCode>(code: C, params: Params<C>, pointer: string, label: string): Finding {
  const { level, message, remedy } = findings[code] as unknown as Row<Params<C>>
  return { code, level, pointer, label: short(label), message: message(params), remedy: remedy(params) }
}
