/** The language rules are written in: CEL (Common Expression Language) over a record. Runs in Node and in browsers. */
import { Environment } from '@marcbachmann/cel-js'

const day = 24 * 60 * 60 * 1000
const time = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)

/** CEL with optional fields (`record.?a.?b`), and the few words that rules about dates, money and names need. */
const environment = new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true })
  .registerFunction('days(string, string): int', (from: string, to: string) => BigInt(Math.round((time(to) - time(from)) / day)))
  .registerFunction('sum(list): double', (list: readonly unknown[]) => list.reduce<number>((total, each) => total + Number(each), 0))
  .registerFunction('min(list): dyn', (list: readonly string[]) => [...list].sort()[0] ?? '')
  .registerFunction('max(list): dyn', (list: readonly string[]) => [...list].sort().at(-1) ?? '')
  .registerFunction('distinct(list): bool', (list: readonly unknown[]) => new Set(list).size === list.length)

export type Expression = (variables: Readonly<Record<string, unknown>>) => unknown

/**
 * Reads an expression.
 * @throws Where it is not CEL, or names a function that is not there; the message says where.
 */
export function readExpression(text: string): Expression {
  const problem = environment.check(text).error
  if (problem) throw problem
  const parsed = environment.parse(text)
  return (variables) => parsed(variables)
}
