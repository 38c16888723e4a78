/** One template, many records: what never changes is compressed once, and each record pays for its own answers alone. */
import { answersOf, type ByTag } from '../answers/answers.ts'
import type { Draft } from '../form.ts'
import { newPress, type Press, type Segment } from '../zip/press.ts'
import { zipOf } from '../zip/write.ts'
import { type Filled, partsFor } from './fill.ts'
import type { Hole, Piece, Repeat } from './holes.ts'
import { problemsFor } from './places.ts'
import { cutAtNames, type RowName } from './rows.ts'
import type { Template } from './scan.ts'

export interface Filler {
  /** Fills in one record, as `fill` does: the same text, in other bytes. */
  fill(draft: Draft): Filled
}

/** Text that stays, an answer, or rows. */
type Step = Segment | Slot | Rows

/** One answer: text that stays around what it says, which may come in more than one place; or the blank control. */
interface Slot {
  readonly tag: string
  readonly blank: readonly (Segment | RowName)[]
  readonly around: readonly (readonly (Segment | RowName)[])[]
  readonly says: readonly NonNullable<Hole['says']>[]
}

interface Rows {
  readonly tag: string
  /** One row: the same segments in each, with the row's names between. */
  readonly item: readonly (Segment | RowName | Slot)[]
  /** The rows of a blank form after the first. */
  readonly blankRows: Segment
}

/**
 * Gets a template ready. It takes about as long as filling ten records without it.
 */
export function fillerOf(template: Template): Filler {
  const laid = laidOut([template.opening, ...template.blocks.flatMap((block) => block.pieces), template.closing])
  const usual = [...usualTexts(laid, template.stride)]
  const press = newPress(usual, visibleWords(usual))
  const steps = [...stepsOf(laid, press, template.stride)]
  return {
    fill(draft) {
      const answers = answersOf(template.outline, draft)
      const sequence: (Segment | string)[] = []
      for (const step of steps) {
        if (!isRows(step)) write(sequence, step, answers.single, 1)
        else
          for (const [index, row] of (answers.rows.get(step.tag) ?? [none]).entries())
            for (const each of step.item) write(sequence, each, row, index + 1)
        if (isRows(step) && !answers.rows.has(step.tag)) sequence.push(step.blankRows)
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
function* usualTexts(laid: readonly Laid[], stride: number): Generator<string> {
  for (const each of laid) {
    if (typeof each === 'string') yield each
    else if ('repeat' in each) for (const text of each.item) if (typeof text === 'string') yield* cutAtNames(text, stride).filter(isText)
  }
}

const isText = (piece: string | RowName): piece is string => typeof piece === 'string'

function* stepsOf(laid: readonly Laid[], press: Press, stride: number): Generator<Step> {
  const usual = press.usual.values()
  const next = (): Segment => usual.next().value as Segment
  const known = new Map<string, Segment>()
  const shared = (text: string): Segment => {
    const segment = known.get(text) ?? press.segment(text)
    known.set(text, segment)
    return segment
  }
  const parts = (text: string) => cutAtNames(text, stride).map((piece) => (isText(piece) ? shared(piece) : piece))
  const slot = ({ tag, blank, around, says }: Control): Slot => ({ tag, blank: parts(blank), around: around.map(parts), says })
  for (const each of laid) {
    if (typeof each === 'string') yield next()
    else if (isControl(each)) yield slot(each)
    else {
      const item = each.item.flatMap((piece): (Segment | RowName | Slot)[] =>
        isControl(piece) ? [slot(piece)] : cutAtNames(piece, stride).map((part) => (isText(part) ? next() : part)),
      )
      const before = item.filter((step) => typeof step === 'object' && 'bytes' in step)
      yield { tag: each.repeat.tag, item, blankRows: press.segment(each.repeat.blankRows, before) }
    }
  }
}

const none: ByTag = new Map()
const isRows = (step: Step): step is Rows => 'item' in step

function write(sequence: (Segment | string)[], step: Segment | RowName | Slot, answers: ByTag, row: number): void {
  const put = (part: Segment | RowName) => sequence.push(typeof part === 'function' ? part(row) : part)
  if (typeof step === 'function' || 'bytes' in step) {
    put(step)
    return
  }
  const answer = answers.get(step.tag)
  if (!answer) for (const part of step.blank) put(part)
  else
    for (const [part, text] of step.around.entries()) {
      if (part) sequence.push(step.says[part - 1]?.(answer) ?? '')
      for (const each of text) put(each)
    }
}

/** The words of the form, as a sample of the language that answers will be in. */
const visibleWords = (texts: readonly string[]): string =>
  [...texts.join('').matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, words]) => words).join(' ')
