/** Ways through a form's questions. */
import type { Form, Item, Question, Section, Tier } from './form.ts'

/** The questions of a section or form that are placed on a page, in order: parts not counted, smaller sections opened. */
export const questionsOf = (items: readonly Item[]): Question[] =>
  items.flatMap((item) => (item.type === 'section' ? questionsOf(item.items) : [item]))

/** A question and every part of it, outermost first. */
export const withParts = (question: Question): Question[] => [question, ...question.parts.flatMap(withParts)]

/** Every question of a form, parts included. */
export const allQuestions = (form: Form): Question[] => questionsOf(form.sections).flatMap(withParts)

const tiers: readonly Tier[] = ['brief', 'standard', 'inDepth']

/**
 * The sections as asked at one depth: questions kept for deeper conversations are left out, and sections left empty with them.
 * @param depth The tier of the conversation; `inDepth` leaves nothing out.
 */
export function atDepth(sections: readonly Section[], depth: Tier): Section[] {
  const keep = (item: Item): Item[] => {
    if (item.type === 'question') return tiers.indexOf(item.tier) <= tiers.indexOf(depth) ? [item] : []
    const items = item.items.flatMap(keep)
    return items.length ? [{ ...item, items }] : []
  }
  return sections.flatMap((section) => keep(section) as Section[])
}
