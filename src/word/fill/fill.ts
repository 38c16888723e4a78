/** A filled Word form: the template, with the answers of a draft in its holes. */
import { type Answers, answersOf, type ByTag } from '../../answers/answers.ts'
import type { Problem } from '../../answers/problem.ts'
import type { Draft, Path } from '../../form.ts'
import type { ZipEntry } from '../../zip/entry.ts'
import { packed, zipOf } from '../../zip/write.ts'
import { escapeXml } from '../xml-text.ts'
import type { Hole, Piece, Repeat } from './holes.ts'
import { placeNotes } from './notes.ts'
import { problemsFor } from './places.ts'
import { rowTexts } from './rows.ts'
import { propertiesPart, type Template, versionProperty } from './scan.ts'

export interface Filled {
  readonly docx: Uint8Array
  /** Whatever could not be shown, or is shown in an unexpected place. */
  readonly problems: readonly Problem[]
}

/** Packs one part. Which compressor does it decides how fast, and whether the bytes are the same on every machine. */
export type Pack = (name: string, bytes: Uint8Array) => ZipEntry

/**
 * Fills a template. The draft need not be complete or valid: what cannot be shown is a problem, never an exception.
 * @param notes A note to print after the answer to a question, by the question's path.
 */
export function fill(template: Template, draft: Draft, notes: ReadonlyMap<Path, string> = new Map(), pack: Pack = packed): Filled {
  const answers = answersOf(template.outline, draft)
  const placed = placeNotes(template, notes)
  const blocks = template.blocks.map(({ pieces }, index) => rendered(pieces, answers, template) + (placed.after.get(index) ?? ''))
  const xml = [template.opening, ...blocks, template.closing].join('')
  const page = pack(template.main, Buffer.from(xml))
  return {
    docx: zipOf(partsFor(template, draft, page)),
    problems: [...answers.problems, ...problemsFor(template.misplaced, answers), ...placed.problems],
  }
}

const rendered = (pieces: readonly Piece[], answers: Answers, template: Template): string =>
  pieces
    .map((piece) =>
      typeof piece === 'object' && piece.slot === 'repeat' ? repeated(piece, answers, template) : filled(piece, answers.single),
    )
    .join('')

/** As many rows as were answered, or the template's own blank ones. */
function repeated({ tag, item, blankRows }: Repeat, { rows }: Answers, { stride }: Template): string {
  const answered = rows.get(tag)
  if (!answered) return item.map((piece) => filled(piece, none)).join('') + blankRows
  const named = rowTexts(stride)
  return answered.map((row, index) => item.map((piece) => filled(piece, row, (text) => named(text, index + 1))).join('')).join('')
}

const none: ByTag = new Map()
const asIs = (text: string): string => text

/** Text as it is, or an answer, or what a hole has without one. @param named The template's text in this row. */
function filled(piece: string | Hole, answers: ByTag, named = asIs): string {
  if (typeof piece === 'string') return named(piece)
  const answer = answers.get(piece.tag)
  return answer ? named(piece.lead) + (piece.says?.(answer) ?? '') + piece.tail : named(piece.blank)
}

/** The parts of a filled file: the template's, with this page, and the version of the form that the draft was written for. */
export function partsFor({ parts, main, properties, version }: Template, { formVersion }: Draft, page: ZipEntry): ZipEntry[] {
  const other = typeof formVersion === 'string' && formVersion !== version
  return parts.map((part) => {
    if (part.name === main) return page
    if (part.name !== propertiesPart || !other) return part
    return packed(part.name, Buffer.from(properties.replace(versionProperty, (_, before: string) => before + escapeXml(formVersion))))
  })
}
