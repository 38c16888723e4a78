/** A form as the places where its answers are written. Filling and reading walk this same outline, in opposite directions. */
import type { Form, Item, Option, Question } from '../form.ts'
import { isSingle, kindOf } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { bookmarkOf, tagOf } from '../tag.ts'

/** What stands at one name of a record. */
export type Place = Section | Field | Group | Rows

/** Names and what stands there, in the form's order. */
export type Names = ReadonlyMap<string, Place>

interface Section {
  readonly type: 'section'
  readonly path: string
  readonly inner: Names
}

/** A question answered in one place. */
export interface Field {
  readonly type: 'field'
  readonly question: Question
  readonly kind: Kind
  readonly tag: string
  /** The tags under which it is found: its own, or one for each of its boxes. */
  readonly tags: readonly string[]
  /** What a hand does there. An answer that is worked out is text, whatever its kind. */
  readonly manner: Manner
  /** One for each choice, where any may be ticked; each has a place of its own. */
  readonly boxes: readonly Box[]
}

export type Manner = 'text' | 'date' | 'choice' | 'tick' | 'boxes'

export interface Box extends Option {
  readonly tag: string
}

/** Questions answered together: the parts of a group, of an open answer, or the rows of a grid. */
interface Group {
  readonly type: 'group'
  readonly question: Question
  readonly inner: Names
}

/** As many rows as there are. */
export interface Rows {
  readonly type: 'rows'
  readonly question: Question
  readonly tag: string
  /** The parts of each row. */
  readonly inner: Names
}

/** A form ready to be filled and read: compiled once, walked for every record. */
export interface Outline {
  readonly names: Names
  /** Every field, by the tag of its question. */
  readonly fields: ReadonlyMap<string, Placed>
  /** Every field, by the tags it is found under: where any may be ticked, by one for each box. */
  readonly places: ReadonlyMap<string, Placed>
  /** Those tags by the bookmarks that stand for them. */
  readonly bookmarks: ReadonlyMap<string, string>
}

/** A field, with the repeat it stands in. */
export interface Placed {
  readonly field: Field
  readonly rows: Rows | undefined
}

export function outlineOf({ sections }: Pick<Form, 'sections'>): Outline {
  const names = named(sections)
  const fields = placedIn(names)
  const places = new Map(fields.flatMap((placed) => placed.field.tags.map((tag) => [tag, placed] as const)))
  return {
    names,
    fields: new Map(fields.map((placed) => [placed.field.tag, placed])),
    places,
    bookmarks: new Map([...places.keys()].map((tag) => [bookmarkOf(tag), tag])),
  }
}

/** Every field below, in order. */
function placedIn(names: Names, rows?: Rows): Placed[] {
  return [...names.values()].flatMap((place) => {
    if (place.type === 'field') return [{ field: place, rows }]
    return placedIn(place.inner, place.type === 'rows' ? place : rows)
  })
}

const named = (items: readonly Item[]): Names => new Map(items.map((item) => [lastName(item.path), placeFor(item)]))

function placeFor(item: Item): Place {
  if (item.type === 'section') return { type: 'section', path: item.path, inner: named(item.items) }
  const kind = kindOf(item)
  if (isSingle(kind)) return fieldOf(item)
  const inner = named(item.parts)
  return kind.control === 'items'
    ? { type: 'rows', question: item, tag: tagOf(item.path), inner }
    : { type: 'group', question: item, inner }
}

/** The place of a question that is answered in one. */
export function fieldOf(question: Question): Field {
  const kind = kindOf(question)
  if (!isSingle(kind)) throw new Error(`Bug: ${question.path} is not answered in one place`)
  const manner = mannerOf(question, kind)
  const boxes = manner === 'boxes' ? question.options.map((option) => ({ ...option, tag: tagOf(question.path, option.value) })) : []
  const tag = tagOf(question.path)
  return { type: 'field', question, kind, tag, tags: manner === 'boxes' ? boxes.map((box) => box.tag) : [tag], manner, boxes }
}

function mannerOf({ calculated }: Question, { control }: Kind): Manner {
  const manners: Partial<Record<Kind['control'], Manner>> = { date: 'date', pickOne: 'choice', tick: 'tick', pickMany: 'boxes' }
  return calculated ? 'text' : (manners[control] ?? 'text')
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
