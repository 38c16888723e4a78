/** Rules and a record → what each of them says of it. Runs in Node and in browsers. */
import type { Rule } from '../form.ts'
import type { Expression } from './language.ts'
import { optional } from './meaning.ts'

/** What a rule says of a record, or of one row of it. */
export interface Finding<R extends ToldRule = ToldRule> {
  readonly rule: R
  /** JSON Pointer to the answer it shows at. */
  readonly pointer: string
  /** silent: its condition does not hold, or an answer that it needs is not there. */
  readonly result: 'kept' | 'broken' | 'silent'
}

/** A rule whose expressions have been read once, to be run many times. */
export interface ReadyRule<R extends ToldRule = ToldRule> {
  readonly rule: R
  readonly check: Expression
  readonly when: Expression
}

/** What running a rule and telling its breach takes. */
export type ToldRule = Pick<Rule, 'id' | 'level' | 'each' | 'against' | 'message' | 'remedy' | 'questions'>

/** Every breach of the rules: the findings that are broken. */
export const breachesOf = (rules: readonly ReadyRule[], record: unknown, earlier?: Readonly<Record<string, unknown>>): Finding[] =>
  findingsOf(rules, record, earlier, 'broken')

/**
 * What every rule says, in the order of the rules: one finding for each, or one for each row of its repeat.
 * @param record A record that its schema accepts, or any JSON value: a rule that cannot be run on it is silent.
 * @param earlier Records of earlier forms, by stage; a rule against one that is not there is silent.
 * @param only Leaves out findings of other results, which a validator has no use for.
 */
export function findingsOf<R extends ToldRule>(
  rules: readonly ReadyRule<R>[],
  record: unknown,
  earlier: Readonly<Record<string, unknown>> = {},
  only?: Finding['result'],
): Finding<R>[] {
  const $memo = new Map<unknown, unknown>() // for compiled rules: CEL itself cannot name it
  const findings: Finding<R>[] = []
  for (const ready of rules) {
    const { rule } = ready
    const { against, each, questions } = rule
    const before = against === undefined ? {} : optional(earlier, against)
    const [first = ''] = questions
    for (const [key, row] of each === undefined ? whole : rowsAt(record, each)) {
      const result = before === undefined ? 'silent' : resultOf(ready, { record, earlier: before, row, key, $memo })
      if (only !== undefined && result !== only) continue
      findings.push({ rule, pointer: each === undefined ? first : `${each}/${key}${first.slice(each.length + 2)}`, result })
    }
  }
  return findings
}

type Row = readonly [key: string, row: unknown]

/** What a rule without rows is held against: once, the record itself. */
const whole: readonly Row[] = [['', {}]]

function resultOf({ check, when }: ReadyRule, variables: Readonly<Record<string, unknown>>): Finding['result'] {
  try {
    if (when(variables) !== true) return 'silent'
    const keeps = check(variables)
    return keeps === true ? 'kept' : keeps === false ? 'broken' : 'silent'
  } catch {
    return 'silent' // an answer it needs is missing or of the wrong kind, which the schema has said already
  }
}

/** The rows of a repeat, or of a grid with named rows, by their keys. */
function rowsAt(record: unknown, path: string): readonly Row[] {
  const rows = path
    .split('/')
    .slice(1)
    .reduce<unknown>((each, key) => optional(each, key), record)
  return rows === null || typeof rows !== 'object' ? [] : Object.entries(rows)
}
