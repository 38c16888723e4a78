/** A Markdown form, found ready to fill: text that stays, with fences for answers between. */
import { type Field, type Outline, outlineOf, type Placed, type Rows } from '../answers/outline.ts'
import type { Problem } from '../answers/problem.ts'
import { capital } from '../document/key.ts'
import type { Form } from '../form.ts'
import { type Fence, fencesIn } from './fences.ts'
import { markdownText } from './read.ts'

/** Text that stays, a fence, or rows. */
export type Piece = string | Place | Repeat

export interface Place {
  readonly field: Field
  readonly row: string
  /** The fence as the template has it. */
  readonly blank: string
}

/** A repeat. Without answers it prints `blank`; with them, `item` for each row. */
export interface Repeat {
  readonly rows: Rows
  readonly item: readonly (string | Place)[]
  readonly blank: string
}

export interface Template {
  readonly form: Form
  readonly outline: Outline
  readonly pieces: readonly Piece[]
  /** Questions without a fence, or with more than one. */
  readonly misplaced: readonly Problem[]
}

/** A fence with what it stands for. */
type Found = Fence & Placed

/**
 * Takes a template apart, once for all the records it will be filled with.
 * @param markdown Our own, or what a council made of it.
 * @throws Refused where it is not text.
 */
export function compileTemplate(markdown: Uint8Array | string, form: Form): Template {
  const text = typeof markdown === 'string' ? markdown : markdownText(markdown)
  const outline = outlineOf(form)
  const fences = fencesIn(text, (tag) => outline.fields.has(tag)).flatMap((fence) => {
    const place = outline.fields.get(fence.tag)
    return place ? [{ ...fence, ...place }] : []
  })
  return { form, outline, pieces: [...cut(text, fences)], misplaced: misplaced(outline, fences) }
}

function* cut(text: string, fences: readonly Found[]): Generator<Piece> {
  let at = 0
  for (let index = 0; index < fences.length; ) {
    const first = fences[index] as Found
    const { rows } = first
    const after = rows ? fences.findIndex((fence, later) => later > index && fence.rows !== rows) : index + 1
    const group = fences.slice(index, after < 0 ? undefined : after)
    const end = group.at(-1)?.end ?? first.end
    const start = rows ? rowStart(text, at, first.start, rows) : first.start
    yield text.slice(at, start)
    if (rows) {
      const item = group.filter(({ row }) => row === first.row)
      yield { rows, item: [...itemPieces(text, start, item)], blank: text.slice(start, end) }
    } else yield placeOf(text, first)
    at = end
    index += group.length
  }
  yield text.slice(at)
}

function* itemPieces(text: string, start: number, item: readonly Found[]): Generator<string | Place> {
  let at = start
  for (const fence of item) {
    yield text.slice(at, fence.start)
    yield placeOf(text, fence)
    at = fence.end
  }
}

const placeOf = (text: string, { field, row, start, end }: Found): Place => ({ field, row, blank: text.slice(start, end) })

/** Where the first row begins: at its title, or else with the paragraph before its first fence. */
function rowStart(text: string, from: number, fence: number, rows: Rows): number {
  const title = text.lastIndexOf(`\n${titleOf(rows, 1)}\n`, fence)
  if (title >= from) return title + 1
  const paragraph = text.lastIndexOf('\n\n', text.slice(0, fence).trimEnd().length)
  return Math.max(from, paragraph < 0 ? 0 : paragraph + 2)
}

/** The title of a row, as a line of Markdown. @param number From 1. */
export const titleOf = ({ question: { item = 'row' } }: Rows, number: number): string => `*${capital(item)} ${number}*`

function misplaced({ fields }: Outline, fences: readonly Found[]): Problem[] {
  return [...fields.values()].flatMap(({ field: { question, tag }, rows }) => {
    const found = fences.filter((fence) => fence.tag === tag)
    const perRow = new Set(found.map(({ row }) => row)).size
    const problem = (reason: string) => [{ path: question.path, label: question.label, reason }]
    if (!found.length) return problem('has no place in the Markdown template, so no answer to it is shown')
    if (found.length > (rows ? perRow : 1))
      return problem('has more than one place in the Markdown template, and its answer is shown in each')
    return []
  })
}
