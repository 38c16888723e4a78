/** What a thread says at each form that it passes through, in two or three answers. */
import { answerWords, excerpt } from '../answer-words.ts'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { idOf, type Stop, type Thread, tieBetween } from './threads.ts'

export interface Said {
  readonly label: string
  readonly words: string
}

/** As many answers as can be taken in at a glance, and as long. */
const most = { answers: 3, letters: 150 }

/** What a thread is about: the first words of its first row. */
export function titleOf({ stops, number }: Thread): string {
  const first = stops.find((stop) => stop !== undefined)
  const name = first && nameOf(first)
  return cut(name ? wordsAt(first)(name) : number, 90)
}

/** The part of a row that says what it is about. */
const nameOf = (stop: Stop): Question | undefined => partsOf(stop).filter(isOpen).find(wordsAt(stop))

/**
 * What to tell of each stop: what is asked of everybody there and was not asked before, none of it twice. Where the thing is first named, in
 * words alone; later, what was chosen too, as that is where people judge.
 * @returns For each stop its answers; none for a form that says nothing of it.
 */
export function tellingAnswers({ stops }: Thread): Said[][] {
  const start = stops.findIndex((stop) => stop !== undefined)
  const said = new Set<string>()
  return stops.map((stop, index) => {
    if (!stop) return []
    const earlier = stops.slice(0, index).filter((each) => each !== undefined)
    const words = wordsAt(stop)
    // The heading has said what it is about.
    const name = index === start ? nameOf(stop) : undefined
    const answered = partsOf(stop).filter(
      (part) => words(part) && !said.has(words(part)) && part !== name && !namesAgain(part, stop, earlier),
    )
    const fresh = answered.filter(
      (part) =>
        part.required && (isOpen(part) || (index > start && isChoice(part))) && !earlier.some((before) => askedAs(part, stop, before)),
    )
    const chosen = fresh.slice(0, most.answers)
    const spare = chosen.some(isOpen) ? [] : answered.filter(isOpen).slice(0, 1)
    const telling = answered.filter((part) => chosen.includes(part) || spare.includes(part))
    for (const part of telling) said.add(words(part))
    return telling.map((part) => ({ label: part.label, words: cut(words(part), most.letters) }))
  })
}

/** The parts of a row, but for its number. */
const partsOf = ({ question }: Stop): readonly Question[] => question.parts.slice(1)

const wordsAt =
  ({ filled, row }: Stop) =>
  (part: Question | undefined): string =>
    part ? answerWords(part, filled.record, [row]).trim() : ''

/** Numbers of other rows say nothing by themselves. */
const isOpen = (part: Question): boolean => ['line', 'lines'].includes(kindOf(part).control) && part.kind !== 'references'
const isChoice = (part: Question): boolean => kindOf(part).control === 'pickOne'

/** The part of an earlier row that asked the same; undefined where that did not. */
function askedAs(part: Question, { question }: Stop, before: Stop): Question | undefined {
  const tie = tieBetween(question, before.question, before.filled.form)
  return tie && before.question.parts.find((each) => idOf(each) === (tie.parts?.[idOf(part)] ?? idOf(part)))
}

const namesAgain = (part: Question, stop: Stop, earlier: readonly Stop[]): boolean =>
  earlier.some((before) => {
    const same = askedAs(part, stop, before)
    return same !== undefined && same === nameOf(before)
  })

/** The start of some words; a quotation that is cut ends as one. */
function cut(words: string, length: number): string {
  const start = excerpt(words, length)
  return start.lastIndexOf('“') > start.lastIndexOf('”') ? `${start}”` : start
}
