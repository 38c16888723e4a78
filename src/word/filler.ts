/** One template, many records: what stands between answers is compressed once, and each record pays for its own answers alone. */
import { type Answers, answersOf, type ByTag } from '../answers/answers.ts'
import type { Draft } from '../form.ts'
import { newPress, type Segment } from '../zip/press.ts'
import { packedHere, zipOf } from '../zip/write.ts'
import { type Filled, fill, partsFor } from './fill.ts'
import type { Hole, Piece } from './holes.ts'
import { problemsFor } from './places.ts'
import { rowText } from './rows.ts'
import type { Template } from './scan.ts'

export interface Filler {
  /** Fills in one record, as `fill` does: the same text, in other bytes. They depend on the records before it, too. */
  fill(draft: Draft): Filled
}

/** Stretches kept compressed, so that memory stays flat however many records come. */
const mostKept = 10_000

/**
 * Gets a template ready. It takes about as long as filling ten records without it.
 * @param sample A record like those to come: what stands between its answers is compressed at once, and its letters get short codes.
 */
export function fillerOf(template: Template, sample: Draft): Filler {
  const first = stretchesOf(template, answersOf(template.outline, sample))
  const press = newPress(first.map(textOf), first.map(({ says }) => says).join(' '))
  const kept = new Map(first.map(({ key }, index) => [key, press.usual[index] as Segment]))

  return {
    fill(draft) {
      const answers = answersOf(template.outline, draft)
      const stretches = stretchesOf(template, answers)
      const unseen = stretches.filter(({ key }) => !kept.has(key)).length
      if (kept.size + unseen > mostKept) return fill(template, draft, new Map(), packedHere)
      const before: Segment[] = []
      const sequence: (Segment | string)[] = []
      for (const stretch of stretches) {
        const segment = kept.get(stretch.key) ?? press.segment(textOf(stretch), before)
        kept.set(stretch.key, segment)
        before.push(segment)
        sequence.push(segment, stretch.says)
      }
      const page = { name: template.main, method: 8 as const, ...press.deflate(sequence) }
      return { docx: zipOf(partsFor(template, draft, page)), problems: [...answers.problems, ...problemsFor(template.misplaced, answers)] }
    },
  }
}

/** What stands from one answer to the next, and what the next one says. */
interface Stretch {
  /** The two answers: between them, everything is blank, so they tell what stands there. */
  readonly key: string
  readonly parts: readonly { readonly text: string; readonly row: number }[]
  readonly stride: number
  readonly says: string
}

/** The page of a record, cut at its answers. */
function stretchesOf({ opening, blocks, closing, stride }: Template, answers: Answers): Stretch[] {
  const stretches: Stretch[] = []
  let start = ''
  let parts: { text: string; row: number }[] = []
  const put = (text: string, row: number): void => void parts.push({ text, row })
  const end = (place: string, says: string): void => {
    stretches.push({ key: `${start}>${place}`, parts, stride, says })
    start = place
    parts = []
  }
  const visit = (piece: string | Hole, place: number, byTag: ByTag, row: number): void => {
    const answer = typeof piece === 'string' ? undefined : byTag.get(piece.tag)
    if (typeof piece === 'string') put(piece, row)
    else if (!answer) put(piece.blank, row)
    else {
      put(piece.lead, row)
      if (piece.says || piece.isContent) end(`${place}.${row}`, piece.says?.(answer) ?? '')
      put(piece.tail, row)
    }
  }
  let place = 0
  const visitAll = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      place++
      if (typeof piece === 'string' || piece.slot !== 'repeat') {
        visit(piece, place, answers.single, 0)
        continue
      }
      const rows = answers.rows.get(piece.tag)
      for (const [index, row] of (rows ?? [none]).entries())
        for (const [at, each] of piece.item.entries()) visit(each, place + at, row, index + 1)
      place += piece.item.length
      if (!rows) put(piece.blankRows, 0)
    }
  }
  visitAll([opening])
  for (const block of blocks) visitAll(block.pieces)
  visitAll([closing])
  end('', '')
  return stretches
}

const none: ByTag = new Map()

const textOf = ({ parts, stride }: Stretch): string => parts.map(({ text, row }) => rowText(text, row, stride)).join('')
