/** A filled Word form: the template, with the answers of a draft in its controls. */
import { strToU8 } from 'fflate'
import type { Draft, Form, Path } from '../form.ts'
import { type Answer, type Answers, answersOf, placeKey } from './answers.ts'
import { pack } from './finalise.ts'
import { rowSuffix } from './identity.ts'
import { placeNotes } from './notes.ts'
import { misplaced } from './places.ts'
import type { Problem } from './problem.ts'
import { type Names, type Row, rowOf } from './rows.ts'
import { runXml } from './runs.ts'
import type { Piece, Repeat, Template } from './scan.ts'
import type { Slot } from './slots.ts'

export { compileTemplate } from './scan.ts'

export interface Filled {
  readonly docx: Uint8Array
  /** Whatever could not be shown, or is shown in an unexpected place. */
  readonly problems: readonly Problem[]
}

/**
 * Fills a template. The draft need not be complete or valid: what cannot be shown is a problem, never an exception.
 * @param notes A note to print after the answer to a question, by the question's path.
 */
export function fill(template: Template, form: Form, draft: Draft, notes: ReadonlyMap<Path, string> = new Map()): Filled {
  const answers = answersOf(form, draft)
  const placed = placeNotes(form, template, notes)
  const names = { controls: new Set(template.controlIds), bookmark: template.lastBookmark }
  const page: Row = { numbers: [], named: (xml) => xml }
  const blocks = template.blocks.map(({ pieces }, index) => render(pieces, answers, page, names) + (placed.after.get(index) ?? ''))
  const xml = [template.opening, ...blocks, template.closing].join('')
  return {
    docx: pack(new Map([...template.parts, [template.main, strToU8(xml)]])),
    problems: [...answers.problems, ...misplaced(form, template, answers), ...placed.problems],
  }
}

function render(pieces: readonly Piece[], answers: Answers, row: Row, names: Names): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return row.named(piece)
      if (piece.slot === 'repeat') return repeated(piece, answers, row, names)
      const answer = answers.byPlace.get(placeKey(piece.tag, row.numbers))
      return answer?.slot === piece.slot ? filled(piece, answer, row) : row.named(piece.blank)
    })
    .join('')
}

/** As many rows as were answered, or the template's own blank ones. */
function repeated(repeat: Repeat, answers: Answers, row: Row, names: Names): string {
  const answered = answers.rowCounts.get(placeKey(repeat.tag, row.numbers)) ?? 0
  const inCopy = rowSuffix(row.numbers) !== ''
  // Blank rows of a repeat in a copied row would carry the names of those they were copied from.
  const items = Array.from({ length: answered || (inCopy ? 1 : 0) }, (_, index) =>
    render(repeat.item, answers, rowOf([...row.numbers, index + 1], names), names),
  )
  return `${row.named(repeat.opening)}${items.join('') || repeat.blank}${repeat.closing}`
}

function filled(slot: Slot, answer: Answer, row: Row): string {
  const stamps = {
    text: '',
    dropDown: '',
    date: ` w:fullDate="${answer.value}T00:00:00Z"`,
    checkbox: '<w14:checked w14:val="1"/>',
  }
  const words = {
    text: answer.words,
    date: answer.words,
    // A council may have reworded the choices in its template.
    dropDown: slot.shown.get(answer.value) ?? answer.words,
    checkbox: slot.sign,
  }
  const content = runXml(words[slot.slot], slot.format)
  return `${row.named(slot.opening)}${stamps[slot.slot]}${row.named(slot.middle)}${content}${row.named(slot.closing)}`
}
