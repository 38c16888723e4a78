/** What several questions of a form share, so that a page says it once: lists of options, and parts that are the same in each. */
import type { Heading } from 'mdast'
import type { Entry } from '../codebook.ts'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { likeness } from './alike.ts'
import { capital } from './key.ts'
import { heading } from './prose.ts'

export interface Shared {
  /** In the order in which they are first met. */
  readonly all: readonly SharedPiece[]
  /** What an entry shares with others. */
  readonly of: (entry: Entry) => SharedPiece | undefined
}

export interface SharedPiece {
  /** The first of those that share it, without its rules. */
  readonly entry: Entry
  readonly heading: Heading
}

/** The lists of options that more than one of these has. */
export const sharedOptions = (entries: readonly Entry[]): Shared =>
  shared(entries, ({ question }) => (question.options.length ? JSON.stringify(question.options.map(optionWords)) : ''), nameOfOptions)

/** The parts that more than one of these has, alike in everything but the rules that touch them: those are each question’s own. */
export const sharedParts = (entries: readonly Entry[]): Shared =>
  shared(entries, ({ question, parts }) => (parts.length ? JSON.stringify(parts.map((part) => likeness(part, question))) : ''), nameOfParts)

/** An option as a developer reads it: the value that a record holds, and its words. */
export const optionWords = ({ value, label }: { value: string; label: string }): string => `${value} = ${label}`

/**
 * @param keyOf The same for those that share something; empty for what has nothing to share.
 * @param nameOf What their piece is called.
 */
function shared(entries: readonly Entry[], keyOf: (entry: Entry) => string, nameOf: (users: readonly Question[]) => string): Shared {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key) groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const pieces = new Map<string, SharedPiece>()
  for (const [key, users] of groups) {
    const [entry] = users
    if (entry && users.length > 1)
      pieces.set(key, { entry: withoutRules(entry), heading: heading(3, nameOf(users.map(({ question }) => question))) })
  }
  return { all: [...pieces.values()], of: (entry) => pieces.get(keyOf(entry)) }
}

const withoutRules = (entry: Entry): Entry => ({ ...entry, rules: [], parts: entry.parts.map(withoutRules) })

/** What they are all asked, or the options themselves where they are few words. */
function nameOfOptions(users: readonly Question[]): string {
  const [{ label = '', options = [] } = {}] = users
  const all = options.map((option) => option.label).join(' / ')
  return users.every((each) => each.label === label) || all.length > 60 ? label : all
}

/** An open answer is one by itself, and a row of a list has a name. */
function nameOfParts([first]: readonly Question[]): string {
  const kind = first && kindOf(first)
  return first && kind ? capital(kind.control === 'words' ? kind.holds(first) : (first.item ?? first.label)) : ''
}
