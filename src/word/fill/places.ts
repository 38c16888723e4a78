/** Whether a template has one place for every answer a form can have. */
import type { Answers } from '../../answers/answers.ts'
import type { Field, Outline, Place } from '../../answers/outline.ts'
import type { Problem } from '../../answers/problem.ts'
import type { Piece, SlotKind } from './holes.ts'

type Found = SlotKind | 'repeat'

/** A control that is missing, doubled or of the wrong kind, by the question it belongs to. */
export interface Misplaced extends Problem {
  readonly tag: string
  /** True where an answer would not be shown. */
  readonly lost: boolean
}

/** Everything in a template that does not fit the form. */
export function misplaced(outline: Outline, pieces: readonly Piece[]): Misplaced[] {
  const found = new Map<string, Found[]>()
  index(pieces, '', found)
  const faults: Misplaced[] = []

  const expect = (path: string, label: string, tag: string, slot: Found, within: string): boolean => {
    const controls = found.get(`${within}${tag}`) ?? []
    const right = controls.filter((each) => each === slot)
    const reason = fault(controls.length, right.length, slot)
    if (reason) faults.push({ path, label, tag, reason, lost: right.length === 0 })
    return right.length > 0
  }
  const field = ({ question: { path, label }, manner, tag, boxes }: Field, within: string): void => {
    for (const box of boxes) expect(path, `${label}: ${box.label}`, box.tag, 'checkbox', within)
    if (manner !== 'boxes') expect(path, label, tag, slots[manner], within)
  }
  const visit = (place: Place, within: string): void => {
    if (place.type === 'field') field(place, within)
    // A lost repeat is one problem, not one for each of its questions.
    else if (place.type !== 'rows') for (const inner of place.inner.values()) visit(inner, within)
    else if (expect(place.question.path, place.question.label, place.tag, 'repeat', within))
      for (const inner of place.inner.values()) visit(inner, `${place.tag}/`)
  }
  for (const place of outline.names.values()) visit(place, '')
  return faults
}

/** What of that matters to these answers. */
export const problemsFor = (faults: readonly Misplaced[], { single, rows }: Answers): Problem[] =>
  faults.map(({ tag, lost, reason, ...fault }) => {
    const answered = single.has(tag) || rows.has(tag) || [...rows.values()].flat().some((row) => row.has(tag))
    return { ...fault, reason: lost && answered ? `${reason}, so the answer is not shown` : reason }
  })

/** The kind of control that each answer of a form needs, by tag. */
export const slotsOf = ({ places }: Outline): Map<string, SlotKind> =>
  new Map([...places].map(([tag, { field }]) => [tag, field.manner === 'boxes' ? 'checkbox' : slots[field.manner]]))

const slots: Readonly<Record<Exclude<Field['manner'], 'boxes'>, SlotKind>> = {
  text: 'text',
  date: 'date',
  choice: 'dropDown',
  tick: 'checkbox',
}

function fault(controls: number, right: number, slot: Found): string | undefined {
  if (controls === 0) return 'has no control in the Word template'
  if (right < controls) return `has a control of the wrong kind in the Word template: it should be ${kindNames[slot]}`
  if (right > 1) return `has ${right} controls in the Word template, and its answer is shown in each`
  return undefined
}

const kindNames: Readonly<Record<Found, string>> = {
  text: 'a text control',
  date: 'a date picker',
  dropDown: 'a drop-down list',
  checkbox: 'a check box',
  repeat: 'a repeating section',
}

/** Notes each control under the repeat it stands in. The content of a control is its last hole. */
function index(pieces: readonly Piece[], within: string, found: Map<string, Found[]>): void {
  for (const piece of pieces) {
    if (typeof piece === 'string' || (piece.slot !== 'repeat' && !piece.isContent)) continue
    const key = `${within}${piece.tag}`
    found.set(key, [...(found.get(key) ?? []), piece.slot])
    if (piece.slot === 'repeat') index(piece.item, `${piece.tag}/`, found)
  }
}
