/** Expressions in the sources: each is read once while a form is parsed, so that none fails on a person's answers. */
import type { Place, Report } from '../diagnostics.ts'
import { readExpression } from '../rules/language.ts'

/** Reports an expression that is not CEL. */
export function checkExpression(expression: string, place: Place, report: Report): void {
  try {
    readExpression(expression)
  } catch (problem) {
    report('bad-expression', { problem: (problem as Error).message.split('\n')[0] ?? '' }, place)
  }
}
