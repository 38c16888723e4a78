/** A form as developers look things up in it: every question, parts included, with when it is needed and the rules that touch it. */
import type { Carry, Form, Question, Section, Tier } from './form.ts'
import { kindOf } from './kinds/index.ts'
import { neededWhen } from './needed.ts'

/** A question or a part of one. */
export interface Entry {
  readonly question: Question
  /** The sections it stands in, outermost first. */
  readonly within: readonly Section[]
  /** In a sentence, when an answer is needed; for a part, within its row or group. */
  readonly needed: string
  /** The rules that name it, by id. */
  readonly rules: readonly string[]
  readonly parts: readonly Entry[]
  /** The rows of a grid, where `parts` says once what is asked of each. */
  readonly rows?: readonly Question[]
}

/** The questions that stand in a section itself, in its order: those of smaller sections are theirs. */
export const entriesIn = (section: Section, within: readonly Section[], form: Form): Entry[] =>
  section.items.flatMap((item) => (item.type === 'section' ? [] : [entry(item, [...within, section], form)]))

/** Every question and part of a form, in its order. */
export function entriesOf(form: Form): Entry[] {
  const walk = (section: Section, within: readonly Section[]): Entry[] => [
    ...entriesIn(section, within, form).flatMap(flat),
    ...section.items.flatMap((item) => (item.type === 'section' ? walk(item, [...within, section]) : [])),
  ]
  return form.sections.flatMap((section) => walk(section, []))
}

/** An entry and all of its parts, outermost first. */
export const flat = (entry: Entry): Entry[] => [entry, ...entry.parts.flatMap(flat)]

/**
 * The words for tiers.
 * Source: Care and Support (Assessment) Regulations 2014, reg 3, as the forms put it.
 */
export const depths: Readonly<Record<Tier, string>> = { brief: 'Brief', standard: 'Standard', inDepth: 'In depth' }

/** Where an answer is taken over from, and how: `assessment /aboutMe/myStory (confirm)`. */
export const carriedFrom = ({ form, question, mode }: Carry): string => `${form} ${question} (${mode})`

function entry(question: Question, within: readonly Section[], form: Form, whole?: Question): Entry {
  return {
    question,
    within,
    needed: whole ? partNeeded(question, whole, form) : neededWhen(question, within, form, { always: 'Always.', optional: 'Optional.' }),
    rules: form.rules.filter(({ questions }) => questions.some((each) => names(each, question.path))).map(({ id }) => id),
    parts: question.parts.map((part) => entry(part, within, form, question)),
  }
}

/** True for the path itself, and for one with `*` where a grid's row stands: rules look at all of its rows. */
function names(pattern: string, path: string): boolean {
  const [keys, own] = [pattern.split('/'), path.split('/')]
  return keys.length === own.length && keys.every((key, index) => key === '*' || key === own[index])
}

/** An answer in words needs its parts in one of two ways, which its kind says better than each part for itself. */
function partNeeded(part: Question, whole: Question, form: Form): string {
  const kind = kindOf(whole)
  return kind.control === 'words' ? kind.want(whole) : neededWhen(part, [], form, { always: 'With its question.', optional: 'Optional.' })
}
