/** Rules and a record → what is wrong across its questions. Runs in Node and in browsers. */

import type { Rule } from '../form.ts'
import { valueAt } from '../pointer.ts'
import { type Expression, readExpression } from './language.ts'

/** A rule that a record breaks. */
export interface Breach {
  readonly rule: Rule
  /** JSON Pointer to the answer it shows at. */
  readonly pointer: string
}

/** A rule whose expressions have been read once, to be run many times. */
export interface ReadyRule {
  readonly rule: Rule
  readonly check: Expression
  readonly when: Expression
}

/** @throws Where an expression is not CEL; the build has made sure that it is. */
export const readyRule = (rule: Rule): ReadyRule => ({ rule, check: readExpression(rule.check), when: readExpression(rule.when ?? 'true') })

/**
 * Every breach of the rules.
 * @param record A record that its schema accepts, or any JSON value: a rule that cannot be run on it says nothing.
 * @param earlier Records of earlier forms, by stage; rules against one that is not there are left out.
 */
export function breachesOf(rules: readonly ReadyRule[], record: unknown, earlier: Readonly<Record<string, unknown>> = {}): Breach[] {
  return rules.flatMap((ready) => {
    const { rule } = ready
    if (rule.against !== undefined && !Object.hasOwn(earlier, rule.against)) return []
    const variables = { record, earlier: rule.against === undefined ? {} : earlier[rule.against] }
    const subjects = rule.each === undefined ? [{ pointer: '', row: {}, key: '' }] : rowsAt(record, rule.each)
    return subjects.flatMap(({ pointer, row, key }) => {
      if (keeps(ready, { ...variables, row, key })) return []
      const [first = ''] = rule.questions
      return [{ rule, pointer: rule.each === undefined ? first : pointer + first.slice(rule.each.length + 2) }]
    })
  })
}

function keeps({ check, when }: ReadyRule, variables: Readonly<Record<string, unknown>>): boolean {
  try {
    return when(variables) !== true || check(variables) !== false
  } catch {
    return true // an answer it needs is missing or of the wrong kind, which the schema has said already
  }
}

/** The rows of a repeat, or of a grid with named rows. */
function rowsAt(record: unknown, path: string): { pointer: string; row: unknown; key: string }[] {
  const whole = valueAt(record, path)
  if (whole === null || typeof whole !== 'object') return []
  return Object.entries(whole).map(([key, row]) => ({ pointer: `${path}/${key}`, row, key }))
}
