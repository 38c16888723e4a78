/** The words of a choice. */
import type { Option } from '../form.ts'
import { longestTag, tagOf } from '../tag.ts'
import type { Context } from './context.ts'
import { child, keywordPlace, type Node, placeOf } from './node.ts'

/** The options of a choice, which for "tick any" stand under `items`; none for other kinds. */
export function parseOptions(context: Context, node: Node, kind: string, name: string): Option[] {
  if (kind !== 'choice' && kind !== 'choices') return []
  const { files, report } = context
  const holder = kind === 'choices' ? child(files, node, report, 'items') : node
  const list = Array.isArray(holder.keywords.oneOf) ? holder.keywords.oneOf : []
  if (!list.length) report('no-options', { name }, placeOf(node.origin))
  const options = list.map((_, index): Option => {
    const { keywords, origin } = child(files, holder, report, 'oneOf', index)
    const value = String(keywords.const ?? '')
    if (typeof keywords.title !== 'string') report('option-without-words', { name: value }, placeOf(origin))
    return {
      value,
      label: String(keywords.title ?? value),
      // The description of a framework item is for staff; only an option written for this question explains itself on paper.
      ...(keywords.description && !keywords['x-source'] ? { description: String(keywords.description) } : {}),
    }
  })
  const labels = options.map(({ label }) => label.toLowerCase())
  for (const label of new Set(labels.filter((each, index) => labels.indexOf(each) !== index))) {
    report('options-alike', { name: label }, keywordPlace(holder, 'oneOf'))
  }
  return options
}

/** Reports the tags of a question that Word would cut short. Where any may be ticked, each option has a tag. */
export function checkTags({ report }: Context, node: Node, path: string, kind: string, options: readonly Option[]): void {
  const boxes = kind === 'choices' ? options.map(({ value }) => tagOf(path, value)) : []
  for (const tag of [tagOf(path), ...boxes]) {
    if (tag.length > longestTag) report('tag-too-long', { tag }, placeOf(node.origin))
  }
}
