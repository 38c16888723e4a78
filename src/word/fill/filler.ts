/** One template, many records: its text is compressed once, and each record pays for its own answers alone. */
import { type Answers, answersOf, type ByTag } from '../../answers/answers.ts'
import type { Draft } from '../../form.ts'
import { type Known, newPress, type Sequence } from '../../zip/press.ts'
import { zipOf } from '../../zip/write.ts'
import { type Filled, partsFor } from './fill.ts'
import { problemsFor } from './places.ts'
import { type Plan, planOf, type Step } from './plan.ts'
import type { Template } from './scan.ts'

export interface Filler {
  /** Fills in one record, as `fill` does: the same text, in other bytes. */
  fill(draft: Draft): Filled
}

/**
 * Gets a template ready. It takes about as long as filling ten records without it.
 * @param sample A record like those to come: its letters get short codes.
 */
export function fillerOf(template: Template, sample: Draft): Filler {
  const texts: Known[] = []
  const plan = planOf(template, (known) => texts.push(known) - 1)
  const press = newPress(texts, sequenceOf(plan, answersOf(template.outline, sample)))
  return {
    fill(draft) {
      const answers = answersOf(template.outline, draft)
      const page = { name: template.main, method: 8 as const, ...press.deflate(sequenceOf(plan, answers)) }
      return { docx: zipOf(partsFor(template, draft, page)), problems: [...answers.problems, ...problemsFor(template.misplaced, answers)] }
    },
  }
}

/** The page of a record: texts known to the press, by number, and what the record says between them. */
function sequenceOf(plan: Plan, { single, rows }: Answers): Sequence {
  const sequence: (number | string)[] = []
  const put = (step: Step, byTag: ByTag, row: number): void => {
    if (typeof step === 'number') sequence.push(step)
    else if (typeof step === 'function') sequence.push(step(row))
    else {
      const answer = byTag.get(step.tag)
      if (!answer) for (const part of step.blank) put(part, byTag, row)
      else
        for (const part of step.answered) {
          if (typeof part === 'object') sequence.push(part.says(answer))
          else put(part, byTag, row)
        }
    }
  }
  for (const step of plan) {
    if (typeof step !== 'object' || !('first' in step)) {
      put(step, single, 1)
      continue
    }
    const answered = rows.get(step.tag)
    for (const [index, row] of (answered ?? [none]).entries()) for (const each of index ? step.next : step.first) put(each, row, index + 1)
    if (!answered) for (const part of step.blankRows) put(part, none, 1)
  }
  return sequence
}

const none: ByTag = new Map()
