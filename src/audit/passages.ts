/** A record → its passages: every open answer, with its place, whose words it is in and whose record it is. */
import { answerAt } from '../answer.ts'
import type { Draft, Form, Item, Path, Question } from '../form.ts'
import type { Passage, Person } from '../practice-language.ts'
import { allQuestions } from '../questions.ts'
import { labelAt } from '../validator/labels.ts'
import { type Wording, wordingOf } from '../validator/wording.ts'

export interface PlacedPassage extends Passage {
  /** JSON Pointer to the text in the record. */
  readonly pointer: string
  /** The question, as the form asks it; for a row, with the row. */
  readonly label: string
  /** The title of the form's section it stands in. */
  readonly section: string
  /** True for an open question about the person, for which somebody has said whose words they are. */
  readonly voiced: boolean
}

export interface Passages {
  readonly all: readonly PlacedPassage[]
  /** Short answers, such as the names of people and places. */
  readonly short: readonly string[]
  readonly person: Person
}

/**
 * Every passage of a record, in the order of its form. Answers of a wrong kind are passed over: the validator speaks of them.
 * @param wording Of the form, where it has been made already: it is the same for all of its records.
 */
export function passagesOf(form: Form, record: Draft, wording = wordingOf(form)): Passages {
  const person = personIn(form, record)
  const all = form.sections.flatMap((section) =>
    inItem(section, record, '', { ofSomebody: false }).map(
      ({ question, text, pointer, voice, voiced, ofSomebody }): PlacedPassage => ({
        text,
        pointer,
        label: labelOf(pointer, wording),
        section: section.title,
        about: question.about,
        voice,
        voiced,
        required: question.kind === 'longText' && (question.required || question.askWhen.length > 0),
        // In a row that names somebody, “she” may be them.
        person: ofSomebody ? { ...person, pronouns: undefined } : person,
      }),
    ),
  )
  return { all, short: form.sections.flatMap((section) => shortIn(section, record)), person }
}

interface Found {
  readonly question: Question
  readonly text: string
  readonly pointer: string
  readonly voice: string | undefined
  readonly voiced: boolean
  /** True in a row that has a name, or another line of text, of its own. */
  readonly ofSomebody: boolean
}

/** What a row or group says of everything in it. */
interface Around {
  /** In whose words it is. */
  readonly voice?: string | undefined
  readonly ofSomebody: boolean
}

function inItem(item: Item, value: unknown, at: string, around: Around): Found[] {
  const name = item.path.slice(item.path.lastIndexOf('/') + 1)
  const answer = part(value, name)
  const pointer = `${at}/${name}`
  if (answer === undefined) return []
  if (item.type === 'section') return item.items.flatMap((inner) => inItem(inner, answer, pointer, { ofSomebody: false }))
  const found = (text: unknown, place: string, voice: string | undefined, voiced = false): Found[] =>
    isText(text) ? [{ question: item, text, pointer: place, voice, voiced, ofSomebody: around.ofSomebody }] : []
  switch (item.kind) {
    case 'longText': {
      const said = part(answer, 'voice')
      return found(part(answer, 'text'), `${pointer}/text`, isText(said) ? said : around.voice, isText(said))
    }
    case 'note':
      return found(answer, pointer, around.voice ?? item.voice)
    case 'text':
      // A line of text is prose only where staff are shown what good prose looks like.
      return item.guidance?.example ? found(answer, pointer, around.voice ?? item.voice) : []
    case 'repeat':
      return Array.isArray(answer)
        ? answer.flatMap((row, index) => {
            const ofSomebody = item.parts.some((each) => each.kind === 'text' && isText(part(row, nameOf(each))))
            return item.parts.flatMap((each) =>
              inItem(each, row, `${pointer}/${index}`, { voice: voiceIn(item, row) ?? around.voice, ofSomebody }),
            )
          })
        : []
    default:
      return item.parts.flatMap((each) => inItem(each, answer, pointer, { ...around, voice: voiceIn(item, answer) ?? around.voice }))
  }
}

const nameOf = ({ path }: Question): string => path.slice(path.lastIndexOf('/') + 1)

/** What a row says of whose words it is in: the answer of a part that offers the voices to choose from. */
function voiceIn({ parts }: Question, row: unknown): string | undefined {
  const asks = parts.find(({ options }) => options.some(({ value }) => value === 'personOwnWords'))
  const said = asks && part(row, nameOf(asks))
  return isText(said) ? said : undefined
}

function shortIn(item: Item, around: unknown): string[] {
  const value = part(around, item.path.slice(item.path.lastIndexOf('/') + 1))
  if (value === undefined) return []
  if (item.type === 'section') return item.items.flatMap((inner) => shortIn(inner, value))
  if (item.kind === 'text') return isText(value) ? [value] : []
  const rows = item.kind === 'repeat' ? (Array.isArray(value) ? value : []) : [value]
  return rows.flatMap((row) => item.parts.flatMap((each) => shortIn(each, row)))
}

/** Whose record it is, from the questions that ask. */
function personIn(form: Form, record: Draft): Person {
  const answers = allQuestions(form).flatMap(({ person, path }) => (person ? [[person, answerAt(record, path)] as const] : []))
  const said = (which: Question['person']): string | undefined => {
    const answer = answers.find(([asked]) => asked === which)?.[1]
    return isText(answer) ? answer : undefined
  }
  return {
    name: said('fullName'),
    preferredName: said('preferredName'),
    pronouns: said('pronouns'),
    chosenWords: said('chosenWords'),
  }
}

/** A place as a person names it: the question behind the text of an open answer. */
const labelOf = (pointer: Path, wording: Wording): string => labelAt(pointer.replace(/\/text$/, ''), wording)

const part = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
