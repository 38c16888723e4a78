/** The answers of a draft one by one: where each stands, and the draft with one of them changed. */
import type { Draft, Item, Question } from '../../src/form.ts'
import { isSingle, kindOf } from '../../src/kinds/index.ts'
import { segments } from '../../src/pointer.ts'

/** One answer given by one control. */
export interface Place {
  readonly question: Question
  /** JSON Pointer, with row numbers. */
  readonly pointer: string
  readonly value: unknown
}

/** The parts of a draft that a form's items name. */
export const nameOf = ({ path }: Item): string => path.slice(path.lastIndexOf('/') + 1)

/** The section or question at a path; undefined where the form has none there. */
export function itemAt(items: readonly Item[], path: string): Item | undefined {
  const around = items.find((item) => path === item.path || path.startsWith(`${item.path}/`))
  if (!around || around.path === path) return around
  return itemAt(around.type === 'section' ? around.items : around.parts, path)
}

/** Every single answer of a draft, in the form's order. */
export const answersIn = (items: readonly Item[], value: unknown, pointer = ''): Place[] =>
  items.flatMap((item) => {
    const name = nameOf(item)
    const answer = isObject(value) ? value[name] : undefined
    return answer === undefined ? [] : answersOf(item, answer, `${pointer}/${name}`)
  })

function answersOf(item: Item, value: unknown, pointer: string): Place[] {
  if (item.type === 'section') return answersIn(item.items, value, pointer)
  const kind = kindOf(item)
  if (isSingle(kind)) return [{ question: item, pointer, value }]
  if (kind.control !== 'items') return answersIn(item.parts, value, pointer)
  return (value as unknown[]).flatMap((row, index) => answersIn(item.parts, row, `${pointer}/${index}`))
}

/** A draft with one answer set, or with `undefined` taken out, along with whatever holds nothing then. */
export const withAnswer = (draft: Draft, pointer: string, value: unknown): Draft => (placed(draft, segments(pointer), value) ?? {}) as Draft

function placed(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(whole)) {
    const rows = whole.map((row, index) => (String(index) === key ? placed(row, rest, value) : row)).filter((row) => row !== undefined)
    return rows.length ? rows : undefined
  }
  const { [key]: old, ...others } = isObject(whole) ? whole : {}
  const answer = placed(old, rest, value)
  // An answer keeps its place among the others; a new one comes last.
  const all = old === undefined ? { ...others, [key]: answer } : { ...(whole as Draft), [key]: answer }
  const entries = Object.entries(all).filter(([, each]) => each !== undefined)
  return entries.length ? Object.fromEntries(entries) : undefined
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
