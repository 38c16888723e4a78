/** When questions must be answered: `required`, and the if/then conditions with their words. */
import type { Report } from '../diagnostics.ts'
import type { Path } from '../form.ts'
import { nearest } from '../nearest.ts'
import { child, type JsonFiles, keywordPlace, type Node, placeOf } from './node.ts'

export interface Requirement {
  readonly always: boolean
  readonly when: readonly string[]
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
 * The conditions of a node, each with the paths (from that node) that must be answered when it holds.
 * Alternatives (`anyOf` without `if`) make no single question required, so they say nothing here.
 */
export function conditionsOf(context: { files: JsonFiles; report: Report }, node: Node): { when: string; requires: Path[] }[] {
  const { files, report } = context
  const all = (node.keywords.allOf ?? []) as unknown[]
  return all.flatMap((_, index) => {
    const condition = child(files, node, report, 'allOf', index)
    if (!condition.keywords.if) return []
    const requires = condition.keywords.then ? requiredBelow(files, child(files, condition, report, 'then'), node, '', report) : []
    const when = condition.keywords['x-when']
    if (!when && requires.length) report('condition-without-words', {}, placeOf(condition.origin))
    return [{ when: String(when ?? ''), requires }]
  })
}

/** Every path a `then` requires, at any depth and under any alternative, checked against the questions that are there. */
function requiredBelow(files: JsonFiles, then: Node, subject: Node, path: Path, report: Report): Path[] {
  const known = Object.keys((subject.keywords.properties ?? {}) as object)
  const own = ((then.keywords.required ?? []) as string[]).map((name) => {
    if (!known.includes(name)) report('required-unknown', { name, nearest: nearest(name, known) }, keywordPlace(then, 'required'))
    return `${path}/${name}`
  })
  const deeper = Object.keys((then.keywords.properties ?? {}) as object).flatMap((name) =>
    known.includes(name)
      ? requiredBelow(
          files,
          child(files, then, report, 'properties', name),
          child(files, subject, report, 'properties', name),
          `${path}/${name}`,
          report,
        )
      : [],
  )
  const either = ((then.keywords.anyOf ?? []) as unknown[]).flatMap((_, index) =>
    requiredBelow(files, child(files, then, report, 'anyOf', index), subject, path, report),
  )
  return [...own, ...deeper, ...either]
}
