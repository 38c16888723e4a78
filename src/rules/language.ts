/** The language rules are written in: CEL (Common Expression Language) over a record. Runs in Node and in browsers. */
import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { days, distinct, max, min, sum } from './words.ts'

/** CEL with optional fields (`record.?a.?b`), and the project's own words. */
const environment = new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true })
  .registerFunction('days(string, string): int', days)
  .registerFunction('sum(list): double', sum)
  .registerFunction('min(list): dyn', min)
  .registerFunction('max(list): dyn', max)
  .registerFunction('distinct(list): bool', distinct)

export type Expression = (variables: Readonly<Record<string, unknown>>) => unknown

/** An expression, taken apart. */
export type Tree = ASTNode

/**
 * Reads an expression.
 * @throws Where it is not CEL, or names a function that is not there; the message says where.
 */
export function readExpression(text: string): Expression {
  const parsed = parse(text)
  return (variables) => parsed(variables)
}

/** Takes an expression apart. @throws As `readExpression`. */
export const treeOf = (text: string): Tree => parse(text).ast

function parse(text: string) {
  const problem = environment.check(text).error
  if (problem) throw problem
  return environment.parse(text)
}
