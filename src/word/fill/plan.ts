/** A template as numbered texts, which never change, and what a record says between them. */
import type { Answer } from '../../answers/answers.ts'
import type { Known } from '../../zip/press.ts'
import type { Hole } from './holes.ts'
import { type RowPiece, rowPieces } from './rows.ts'
import type { Template } from './scan.ts'

/** The number of a text; or what depends on the number of the row. */
export type Part = number | Exclude<RowPiece, string>

/** Where a question is answered. */
export interface Place {
  readonly tag: string
  readonly blank: readonly Part[]
  readonly answered: readonly (Part | Said)[]
}

interface Said {
  readonly says: (answer: Answer) => string
}

export type Step = Part | Place

/** A repeat: its first row, which may be blank; then its blank rows, or all others that were answered. */
export interface Rows {
  readonly tag: string
  readonly first: readonly Step[]
  readonly blankRows: readonly Part[]
  readonly next: readonly Step[]
}

export type Plan = readonly (Step | Rows)[]

/** @param number Numbers one more text. */
export function planOf({ opening, blocks, closing, stride }: Template, number: (known: Known) => number): Plan {
  /** @param group Which texts stand in a page together: those of blanks, of answers, of a repeat's rows after the first. */
  const asIs = (text: string, group?: string): Part[] => (text ? [number({ text, group })] : [])
  const inRows = (text: string, group?: string): Part[] =>
    rowPieces(text, stride).map((piece) => (typeof piece === 'string' ? number({ text: piece, group }) : piece))

  const placeOf = (tag: string, pieces: readonly (string | Hole)[], cut: typeof asIs, group?: string): Place => {
    const blank = cut(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.blank)).join(''), group ?? 'blank')
    const answered: (Part | Said)[] = []
    let text = ''
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        text += piece
        continue
      }
      text += piece.lead
      if (piece.says) {
        answered.push(...cut(text, group ?? 'answered'), { says: piece.says })
        text = ''
      }
      text += piece.tail
    }
    return { tag, blank, answered: [...answered, ...cut(text, group ?? 'answered')] }
  }

  const stepsOf = (pieces: readonly (string | Hole)[], cut: typeof asIs, group?: string): Step[] => {
    const steps: Step[] = []
    for (let at = 0; at < pieces.length; ) {
      const piece = pieces[at] ?? ''
      const end = typeof piece === 'string' ? at + 1 : endOfPlace(pieces, at, piece.tag)
      if (typeof piece === 'string') steps.push(...cut(piece, group))
      else steps.push(placeOf(piece.tag, pieces.slice(at, end), cut, group))
      at = end
    }
    return steps
  }

  return [[opening], ...blocks.map(({ pieces }) => pieces), [closing]].flatMap((pieces) => {
    const steps: (Step | Rows)[] = []
    let run: (string | Hole)[] = []
    const endRun = () => {
      steps.push(...stepsOf(run, asIs))
      run = []
    }
    for (const piece of pieces) {
      if (typeof piece === 'string' || piece.slot !== 'repeat') run.push(piece)
      else {
        endRun()
        const first = stepsOf(piece.item, asIs)
        const blankRows = asIs(piece.blankRows, 'blank')
        steps.push({ tag: piece.tag, first, blankRows, next: stepsOf(piece.item, inRows, piece.tag) })
      }
    }
    endRun()
    return steps
  })
}

/** A little text between the holes of one control goes with them, so that there are fewer parts to put together. */
const little = 256

/** Where the holes of one control end, and the little text between them. */
function endOfPlace(pieces: readonly (string | Hole)[], start: number, tag: string): number {
  const isHole = (piece: string | Hole | undefined) => typeof piece === 'object' && piece.tag === tag
  let end = start
  for (let at = start; at < pieces.length; at++) {
    const piece = pieces[at]
    if (isHole(piece)) end = at + 1
    else if (typeof piece !== 'string' || piece.length > little) break
  }
  return end
}
