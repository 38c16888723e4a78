/** Whether a template has one place for every answer a form can have. */
import type { Form, Question } from '../form.ts'
import { isSingle, kindOf } from '../kinds/index.ts'
import { questionsOf } from '../questions.ts'
import { tagOf } from '../tag.ts'
import { type Answers, slotFor } from './answers.ts'
import type { Problem } from './problem.ts'
import type { Piece, Template } from './scan.ts'
import type { SlotKind } from './slots.ts'

type Found = SlotKind | 'repeat'

/** Controls that are missing, doubled or of the wrong kind, by the questions they belong to. */
export function misplaced({ sections }: Form, template: Template, { byPlace, rowCounts }: Answers): Problem[] {
  const found = new Map<string, Found[]>()
  index(
    template.blocks.flatMap((block) => block.pieces),
    '',
    found,
  )
  const answered = new Set([...byPlace.keys(), ...rowCounts.keys()].map((key) => key.split('\n')[0]))
  const problems: Problem[] = []

  const expect = (question: Question, label: string, tag: string, slot: Found, within: string): boolean => {
    const controls = found.get(`${within}${tag}`) ?? []
    const right = controls.filter((each) => each === slot)
    const lost = answered.has(tag) && right.length === 0 ? ', so the answer is not shown' : ''
    const reason = fault(controls.length, right.length, slot)
    if (reason) problems.push({ path: question.path, label, reason: `${reason}${lost}` })
    return right.length > 0
  }

  const visit = (question: Question, within: string): void => {
    const tag = tagOf(question.path)
    const kind = kindOf(question)
    if (kind.control === 'items') {
      // A lost repeat is one problem, not one for each of its questions.
      if (expect(question, question.label, tag, 'repeat', within)) {
        for (const part of question.parts) visit(part, `${within}${tag}/`)
      }
    } else if (!isSingle(kind)) for (const part of question.parts) visit(part, within)
    else if (kind.control === 'pickMany' && !question.calculated) {
      for (const { value, label } of question.options) {
        expect(question, `${question.label}: ${label}`, tagOf(question.path, value), 'checkbox', within)
      }
    } else expect(question, question.label, tag, slotFor(question), within)
  }

  for (const question of questionsOf(sections)) visit(question, '')
  return problems
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

/** Notes each control under the repeats it stands in. */
function index(pieces: readonly Piece[], within: string, found: Map<string, Found[]>): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') continue
    const key = `${within}${piece.tag}`
    found.set(key, [...(found.get(key) ?? []), piece.slot])
    if (piece.slot === 'repeat') index(piece.item, `${key}/`, found)
  }
}
