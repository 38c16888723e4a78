/** When questions must be answered: `required`, and the if/then conditions with their words. */
import type { Report } from '../diagnostics.ts'
import type { Condition, Path } from '../form.ts'
import { nearest } from '../nearest.ts'
import { child, type JsonFiles, keywordPlace, type Node, placeOf } from './node.ts'

export interface Requirement {
  readonly always: boolean
  readonly when: readonly string[]
  /** Names of other questions beside it, any of which will do instead. */
  readonly orElse: readonly string[]
}

/** The names a node always requires; a name that is no property of it is reported. */
export function alwaysRequired(node: Node, report: Report): ReadonlySet<string> {
  const required = (node.keywords.required ?? []) as string[]
  const known = Object.keys((node.keywords.properties ?? {}) as object)
  for (const name of required) {
    if (!known.includes(name)) report('required-unknown', { name, nearest: nearest(name, known) }, keywordPlace(node, 'required'))
  }
  return new Set(required)
}

/**
 * The conditions of a node, with paths counted from that node.
 * `anyOf` without `if` is a condition that always holds: one of its alternatives is always needed.
 */
export function conditionsOf(context: { files: JsonFiles; report: Report }, node: Node): Condition[] {
  const { files, report } = context
  const all = (node.keywords.allOf ?? []) as unknown[]
  return all.flatMap((_, index): Condition[] => {
    const condition = child(files, node, report, 'allOf', index)
    const { if: holds, then } = condition.keywords
    const needs = holds ? (then ? child(files, condition, report, 'then') : undefined) : condition
    if (!needs) return []
    const { requires, alternatives } = needsOf(files, needs, node, '', report)
    const when = holds ? String(condition.keywords['x-when'] ?? '') : ''
    if (holds && !when && requires.length) report('condition-without-words', {}, placeOf(condition.origin))
    return [{ when, requires, alternatives }]
  })
}

/** Every path that is required, at any depth, checked against the questions that are there; and sets of paths of which one will do. */
function needsOf(files: JsonFiles, then: Node, subject: Node, path: Path, report: Report): Omit<Condition, 'when'> {
  const known = Object.keys((subject.keywords.properties ?? {}) as object)
  const own = ((then.keywords.required ?? []) as string[]).map((name) => {
    if (!known.includes(name)) report('required-unknown', { name, nearest: nearest(name, known) }, keywordPlace(then, 'required'))
    return `${path}/${name}`
  })
  const deeper = Object.keys((then.keywords.properties ?? {}) as object)
    .filter((name) => known.includes(name))
    .map((name) =>
      needsOf(
        files,
        child(files, then, report, 'properties', name),
        child(files, subject, report, 'properties', name),
        `${path}/${name}`,
        report,
      ),
    )
  const branches = ((then.keywords.anyOf ?? []) as unknown[]).map((_, index) =>
    needsOf(files, child(files, then, report, 'anyOf', index), subject, path, report),
  )
  const either = branches.flatMap(({ requires }) => requires)
  return {
    requires: [...own, ...deeper.flatMap(({ requires }) => requires)],
    alternatives: [...(either.length ? [either] : []), ...deeper.flatMap(({ alternatives }) => alternatives)],
  }
}
