/** Rules and a record → what is wrong across its questions. Runs in Node and in browsers. */
import type { Rule } from '../form.ts'
import type { Expression } from './language.ts'
import { optional } from './meaning.ts'

/** A rule that a record breaks. */
export interface Breach {
  readonly rule: ToldRule
  /** JSON Pointer to the answer it shows at. */
  readonly pointer: string
}

/** A rule whose expressions have been read once, to be run many times. */
export interface ReadyRule {
  readonly rule: ToldRule
  readonly check: Expression
  readonly when: Expression
}

/** What running a rule and telling its breach takes. */
export type ToldRule = Pick<Rule, 'id' | 'level' | 'each' | 'against' | 'message' | 'remedy' | 'questions'>

/**
 * Every breach of the rules.
 * @param record A record that its schema accepts, or any JSON value: a rule that cannot be run on it says nothing.
 * @param earlier Records of earlier forms, by stage; rules against one that is not there are left out.
 */
export function breachesOf(rules: readonly ReadyRule[], record: unknown, earlier: Readonly<Record<string, unknown>> = {}): Breach[] {
  const $memo = new Map<unknown, unknown>() // for compiled rules: CEL itself cannot name it
  const breaches: Breach[] = []
  for (const ready of rules) {
    const { against, each, questions } = ready.rule
    const before = against === undefined ? {} : optional(earlier, against)
    if (before === undefined) continue
    const [first = ''] = questions
    if (each === undefined) {
      if (!keeps(ready, { record, earlier: before, row: {}, key: '', $memo })) breaches.push({ rule: ready.rule, pointer: first })
      continue
    }
    for (const [key, row] of rowsAt(record, each)) {
      if (keeps(ready, { record, earlier: before, row, key, $memo })) continue
      breaches.push({ rule: ready.rule, pointer: `${each}/${key}${first.slice(each.length + 2)}` })
    }
  }
  return breaches
}

function keeps({ check, when }: ReadyRule, variables: Readonly<Record<string, unknown>>): boolean {
  try {
    return when(variables) !== true || check(variables) !== false
  } catch {
    return true // an answer it needs is missing or of the wrong kind, which the schema has said already
  }
}

/** The rows of a repeat, or of a grid with named rows, by their keys. */
function rowsAt(record: unknown, path: string): [key: string, row: unknown][] {
  const whole = path
    .split('/')
    .slice(1)
    .reduce<unknown>((each, key) => optional(each, key), record)
  return whole === null || typeof whole !== 'object' ? [] : Object.entries(whole)
}
