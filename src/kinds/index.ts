/** Every kind of question there is. Adding one is a file and a line here. */
import type { Question } from '../form.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { date } from './date.ts'
import type { Kind, Structure } from './kind.ts'
import { money } from './money.ts'
import { nhsNumber } from './nhs-number.ts'
import { note } from './note.ts'
import { number } from './number.ts'
import { references } from './references.ts'
import { group, longText, repeat, rows } from './structures.ts'
import { text } from './text.ts'
import { tick } from './tick.ts'

export const kinds: readonly (Kind<never> | Structure)[] = [
  text,
  note,
  date,
  number,
  money,
  tick,
  choice,
  choices,
  nhsNumber,
  references,
  longText,
  group,
  rows,
  repeat,
]

const byName = new Map(kinds.map((kind) => [kind.name, kind]))

/** The kind of a parsed question. The parser has refused unknown kinds, so a miss here is a bug. */
export function kindOf(question: Question): Kind | Structure {
  const kind = byName.get(question.kind)
  if (!kind) throw new Error(`Bug: no kind called ${question.kind}`)
  return kind as Kind | Structure
}

/** True for a kind answered by one control. */
export function isSingle(kind: Kind | Structure): kind is Kind {
  return 'format' in kind
}
