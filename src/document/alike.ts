/** Parts of questions that are asked alike: every row of a grid mostly is, and is then told of once. */
import type { Entry } from '../codebook.ts'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'

/**
 * The entry with what is asked of every row of a grid said once, at `*`, as a list has it; the rows are named in the grid itself.
 * A grid whose rows are not asked alike stays as it is.
 */
export function gridsFolded(entry: Entry): Entry {
  const { question, rules } = entry
  const parts = entry.parts.map(gridsFolded)
  const [row] = parts
  if (kindOf(question).control !== 'rows' || !row || !alike(parts.map((part) => ({ ...part, question: { ...part.question, label: '' } }))))
    return { ...entry, parts }
  return {
    ...entry,
    rules: union([rules, ...parts.map((part) => part.rules)]),
    rows: parts.map((part) => part.question),
    parts: row.parts.map((_, index) =>
      merged(
        parts.flatMap((part) => part.parts[index] ?? []),
        row.question.path,
        `${question.path}/*`,
      ),
    ),
  }
}

/** The same part of several rows as one, its path beginning with `to` and no more with `from`. */
function merged(parts: readonly Entry[], from: string, to: string): Entry {
  const [first] = parts as readonly [Entry, ...Entry[]]
  return {
    ...first,
    question: { ...first.question, path: to + first.question.path.slice(from.length) },
    rules: union(parts.map(({ rules }) => rules)),
    parts: first.parts.map((_, index) =>
      merged(
        parts.flatMap((part) => part.parts[index] ?? []),
        from,
        to,
      ),
    ),
  }
}

export const union = (all: readonly (readonly string[])[]): string[] => [...new Set(all.flat())]

const alike = (entries: readonly Entry[]): boolean => new Set(entries.map((entry) => JSON.stringify(likeness(entry)))).size === 1

/**
 * Everything about a part that its row says, but the rules that touch it.
 * @param whole What it is part of: its name is counted from there. Without it, it has none.
 */
export function likeness({ question, needed, parts }: Entry, whole?: Question): unknown {
  const { path, label, kind, tier, options, item, want, calculated, carry } = question
  const name = whole ? path.slice(whole.path.length) : ''
  const depth = tier === whole?.tier ? '' : tier
  return [name, label, kind, depth, options, item, want, calculated, carry, needed, parts.map((part) => likeness(part, question))]
}
