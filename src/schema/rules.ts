/** The rules beside a form's schema: `schemas/forms/<id>/rules.json`. */
import type { Rule, Section } from '../form.ts'
import { nearest } from '../nearest.ts'
import { questionsOf, withParts } from '../questions.ts'
import type { Context } from './context.ts'
import { checkExpression } from './expressions.ts'

/**
 * Reads the rules of a form, with every expression tried, every citation and every question looked up.
 * @param id The form's id. A form without a rules file has no rules.
 */
export function parseRules({ files, framework, report }: Context, id: string, sections: readonly Section[]): readonly Rule[] {
  const file = files.get(`schemas/forms/${id}/rules.json`)
  if (!file) return []
  const { rules = [] } = file.value as { rules?: Rule[] }
  const paths = questionsOf(sections)
    .flatMap(withParts)
    .map(({ path }) => path)
  // A rule speaks of the rows of a grid as of those of a repeat, by `*`; the model knows a grid's rows by name.
  const known = new Set([...paths, ...paths.map((path) => path.replace(/^((?:\/[^/]+)+)\/[^/*]+(\/[^/]+)$/, '$1/*$2'))])
  for (const [index, rule] of rules.entries()) {
    const at = (keyword: string) => file.place(`/rules/${index}/${keyword}`)
    for (const keyword of ['check', 'when'] as const) checkExpression(rule[keyword] ?? 'true', at(keyword), report)
    const cited = [...rule.cites.map((id) => ['cites', id] as const), ...(rule.quality ? [['quality', rule.quality] as const] : [])]
    for (const [keyword, id] of cited) {
      if (!framework.has(id)) report('unknown-framework-id', { name: id, nearest: nearest(id, framework.keys()) }, at(keyword))
    }
    for (const path of [...rule.questions, ...(rule.each ? [rule.each] : [])]) {
      if (!known.has(path)) report('unknown-question', { name: path, nearest: nearest(path, known) }, at('questions'))
    }
  }
  return rules
}
