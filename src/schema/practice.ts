/** What a question answers to: framework items and law, each of which must exist. */
import type { Practice } from '../form.ts'
import { isLaw } from '../framework.ts'
import { nearest } from '../nearest.ts'
import { below } from '../pointer.ts'
import type { Context } from './context.ts'
import { type Node, placeOf } from './node.ts'

/**
 * The ids a question cites.
 * @param isPart True for a part of a question: what it answers to is said by the whole.
 */
export function checkPractice(context: Context, node: Node, label: string, isPart: boolean): Practice {
  const items = [...context.framework.values()]
  const framework = cited(
    context,
    node,
    'x-framework',
    'unknown-framework-id',
    items.filter((item) => !isLaw(item)).map(({ id }) => id),
  )
  const law = cited(
    context,
    node,
    'x-law',
    'unknown-law-id',
    items.filter(isLaw).map(({ id }) => id),
  )
  if (!isPart && !framework.length && !law.length) context.report('no-practice', { label }, placeOf(node.origin))
  return { framework, law }
}

function cited(
  { report }: Context,
  node: Node,
  keyword: 'x-framework' | 'x-law',
  code: 'unknown-framework-id' | 'unknown-law-id',
  known: readonly string[],
): string[] {
  const ids = (node.keywords[keyword] ?? []) as string[]
  const origin = node.origins[keyword] ?? node.origin
  for (const [index, id] of ids.entries()) {
    if (known.includes(id)) continue
    report(code, { name: id, nearest: nearest(id, known) }, placeOf({ file: origin.file, pointer: below(origin.pointer, index) }))
  }
  return ids
}
