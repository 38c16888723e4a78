/** What a strengths map shows: a person's name, and four kinds of things around it, each taken from the questions that say so. */

import { rowCount } from '../answer.ts'
import { answerWords, excerpt } from '../answer-words.ts'
import type { Draft, Form, MapPlace, Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { questionsOf, withParts } from '../questions.ts'

export interface StrengthsMap {
  /** Empty on a map to draw together. */
  readonly name: string
  readonly areas: readonly Area[]
}

export interface Area {
  readonly place: Exclude<MapPlace, 'name'>
  readonly heading: string
  /** What might go there, for a map without answers. */
  readonly prompt: string
  /** A line of words each, in full. */
  readonly items: readonly string[]
}

/** Every map has all four, as people talk about more than the form asks. */
const areas: readonly Omit<Area, 'items'>[] = [
  { place: 'strengths', heading: 'What I am good at', prompt: 'What I know, do, enjoy or have come through' },
  { place: 'people', heading: 'People', prompt: 'Family, friends, neighbours, and who I am to them' },
  { place: 'places', heading: 'Places and groups', prompt: 'Where I go or belong, and where I would like to' },
  { place: 'hopes', heading: 'What I want', prompt: 'To do, to change or to keep, big or small' },
]

/** The map of a form, filled from a draft; `{}` gives a blank one. Undefined where no question belongs on it. */
export function mapOf(form: Form, draft: Draft): StrengthsMap | undefined {
  const questions = questionsOf(form.sections)
  if (!questions.flatMap(withParts).some(({ map }) => map)) return undefined
  const all = (place: MapPlace) => questions.flatMap((question) => itemsOf(question, place, draft, []))
  return { name: all('name').join(', '), areas: areas.map((area) => ({ ...area, items: all(area.place) })) }
}

/** What a question puts in one place of the map: the parts of a row that belong there together make one item. */
function itemsOf(question: Question, place: MapPlace, draft: Draft, rows: readonly number[]): string[] {
  const parts = (within: readonly number[]) => question.parts.flatMap((part) => itemsOf(part, place, draft, within))
  const found =
    question.map === place
      ? [answerWords(question, draft, rows)]
      : kindOf(question).control === 'items'
        ? Array.from({ length: rowCount(draft, question.path) }, (_, row) => parts([...rows, row]).join(' – '))
        : parts(rows)
  return found.map((words) => words.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

export const titleOf = ({ name }: StrengthsMap): string => (name ? `Strengths map: ${excerpt(name, 60)}` : 'Strengths map')

/** The map in words, for whoever does not see it. */
export function describe({ name, areas }: StrengthsMap): string {
  const around = areas.map(({ heading, prompt, items }) =>
    sentence(`${heading}: ${items.map((item) => excerpt(item, 200)).join('; ') || `room to write. ${prompt}`}`),
  )
  return `A circle in the middle ${name ? `with the name ${name}` : 'to write a name in'}, and four areas around it. ${around.join(' ')}`
}

const sentence = (words: string): string => (/[.!?…]”?$/.test(words) ? words : `${words}.`)
