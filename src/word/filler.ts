/** One template, many records: what never changes is compressed once, and each record pays for its own answers alone. */
import { answersOf, type ByTag } from '../answers/answers.ts'
import type { Draft } from '../form.ts'
import { newPress, type Press, type Segment } from '../zip/press.ts'
import { zipOf } from '../zip/write.ts'
import { type Filled, partsFor } from './fill.ts'
import type { Hole, Piece, Repeat } from './holes.ts'
import { problemsFor } from './places.ts'
import { rowText } from './rows.ts'
import type { Template } from './scan.ts'

export interface Filler {
  /** Fills in one record, as `fill` does: the same text, in other bytes. */
  fill(draft: Draft): Filled
}

/** Text that stays, an answer, or rows. */
type Step = Text | Slot | Rows
type Text = Segment | string

/** One answer: text that stays around what it says, which may come in more than one place; or the blank control. */
interface Slot {
  readonly tag: string
  readonly blank: Text
  readonly around: readonly Text[]
  readonly says: readonly NonNullable<Hole['says']>[]
}

type Row = readonly (Text | Slot)[]

interface Rows {
  readonly tag: string
  readonly item: readonly Plain[]
  /** From the first on; others are added when a record first has so many. */
  readonly rows: Row[]
  /** The rows of a blank form after the first. */
  readonly blankRows: Text
}

/** Rows kept compressed for each repeat; a record with more has the others compressed as it comes, so that memory stays flat. */
const mostRows = 60

/**
 * Gets a template ready. It takes about as long as filling ten records without it.
 */
export function fillerOf(template: Template): Filler {
  const laid = laidOut([template.opening, ...template.blocks.flatMap((block) => block.pieces), template.closing])
  const usual = [...usualTexts(laid)]
  const press = newPress(usual, visibleWords(usual))
  const steps = [...stepsOf(laid, press, press.usual.values())]
  return {
    fill(draft) {
      const answers = answersOf(template.outline, draft)
      const sequence: Text[] = []
      for (const step of steps) {
        if (!isRows(step)) write(sequence, step, answers.single)
        else
          for (const [row, ofRow] of rowsOf(step, answers.rows.get(step.tag), template, press))
            for (const each of row) write(sequence, each, ofRow)
      }
      const page = { name: template.main, method: 8 as const, ...press.deflate(sequence) }
      return {
        docx: zipOf(partsFor(template, draft, page)),
        problems: [...answers.problems, ...problemsFor(template.misplaced, answers)],
      }
    },
  }
}

type Plain = string | Control
type Laid = Plain | { readonly repeat: Repeat; readonly item: readonly Plain[] }

/** The holes of one control, with the short texts between them. */
interface Control {
  readonly tag: string
  readonly blank: string
  readonly around: readonly string[]
  readonly says: readonly NonNullable<Hole['says']>[]
}

/** Longer texts between the holes of a control, such as the choices of a list, stay by themselves: they are there either way. */
const shortText = 200

/** Neighbouring texts as one, and the holes of a control as one: the longer a text, the more it has in common with others. */
function laidOut(pieces: readonly Piece[]): Laid[] {
  const all: Laid[] = []
  for (const [index, piece] of pieces.entries()) {
    const last = all.at(-1)
    const next = pieces[index + 1]
    if (typeof piece === 'object' && piece.slot === 'repeat') all.push({ repeat: piece, item: laidOut(piece.item) as Plain[] })
    else if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece
    else if (typeof piece === 'string') {
      const inside =
        isControl(last) && typeof next === 'object' && next.slot !== 'repeat' && next.tag === last.tag && piece.length < shortText
      if (inside) all[all.length - 1] = withText(last, piece)
      else all.push(piece)
    } else if (isControl(last) && last.tag === piece.tag) all[all.length - 1] = withHole(last, piece)
    else all.push(withHole({ tag: piece.tag, blank: '', around: [''], says: [] }, piece))
  }
  return all
}

const isControl = (laid: Laid | undefined): laid is Control => typeof laid === 'object' && 'says' in laid
const withText = (control: Control, text: string, blank = text): Control => ({
  ...control,
  blank: control.blank + blank,
  around: [...control.around.slice(0, -1), (control.around.at(-1) ?? '') + text],
})

function withHole(control: Control, { blank, lead, tail, says }: Hole): Control {
  const before = withText(control, lead, blank)
  return says ? { ...before, around: [...before.around, tail], says: [...before.says, says] } : before
}

/** Texts that stand in every filled form, in order. Every repeat has a first row, answered or blank. */
function* usualTexts(laid: readonly Laid[]): Generator<string> {
  for (const each of laid) {
    if (typeof each === 'string') yield each
    else if ('repeat' in each) yield* usualTexts(each.item)
  }
}

function* stepsOf(laid: readonly Laid[], press: Press, usual: Iterator<Segment>, known = new Map<string, Segment>()): Generator<Step> {
  const shared = (text: string): Segment => {
    const segment = known.get(text) ?? press.segment(text)
    known.set(text, segment)
    return segment
  }
  for (const each of laid) {
    if (typeof each === 'string') yield usual.next().value as Segment
    else if (isControl(each)) yield { ...each, blank: shared(each.blank), around: each.around.map(shared) }
    else {
      const first = [...stepsOf(each.item, press, usual, known)] as Row
      yield { item: each.item, tag: each.repeat.tag, rows: [first], blankRows: press.segment(each.repeat.blankRows, segmentsOf(first)) }
    }
  }
}

/** The rows that a record prints, each with its answers: those it has, or the template's blank ones. */
function* rowsOf(step: Rows, answers: readonly ByTag[] | undefined, template: Template, press: Press): Generator<[Row, ByTag]> {
  for (const [index, row] of (answers ?? [none]).entries()) yield [rowAt(step, index, template, press), row]
  if (!answers) yield [[step.blankRows], none]
}

const none: ByTag = new Map()

/** The texts of a row, with names of their own. @param index From 0; rows are asked for in order. */
function rowAt({ item, rows }: Rows, index: number, { rowNames }: Template, press: Press): Row {
  const known = rows[index]
  if (known) return known
  const keeps = index < mostRows
  const before = segmentsOf(rows.at(-1) ?? [])
  const named = (text: string): Text => {
    const own = rowText(text, index + 1, rowNames)
    if (!keeps) return own
    const segment = press.segment(own, before)
    before.push(segment)
    return segment
  }
  const first = rows[0] ?? []
  const row = item.map((piece, at): Text | Slot => {
    if (typeof piece === 'string') return named(piece)
    const slot = first[at] as Slot
    // What a control holds is the same in every row, unless it is a bookmark.
    const inRow = (text: string, same: Text): Text => (rowText(text, index + 1, rowNames) === text ? same : named(text))
    return {
      ...slot,
      blank: inRow(piece.blank, slot.blank),
      around: piece.around.map((text, part) => inRow(text, slot.around[part] ?? '')),
    }
  })
  if (keeps) rows.push(row)
  return row
}

const isRows = (step: Step): step is Rows => typeof step === 'object' && 'rows' in step
const isSlot = (step: Text | Slot): step is Slot => typeof step === 'object' && 'says' in step
const segmentsOf = (row: Row): Segment[] => row.flatMap((step) => (typeof step === 'string' || isSlot(step) ? [] : [step]))

function write(sequence: Text[], step: Text | Slot, answers: ByTag): void {
  if (!isSlot(step)) {
    sequence.push(step)
    return
  }
  const answer = answers.get(step.tag)
  if (!answer) sequence.push(step.blank)
  else for (const [part, text] of step.around.entries()) sequence.push(...(part ? [step.says[part - 1]?.(answer) ?? ''] : []), text)
}

/** The words of the form, as a sample of the language that answers will be in. */
const visibleWords = (texts: readonly string[]): string =>
  [...texts.join('').matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, words]) => words).join(' ')
