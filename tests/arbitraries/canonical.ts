/** What keeps a draft from being told apart from an emptier one on paper, or from being read back as it is. */
import { isDeepStrictEqual } from 'node:util'
import type { Draft, Form, Item, Question } from '../../src/form.ts'
import { isSingle, kindOf } from '../../src/kinds/index.ts'
import { isObject, nameOf } from './places.ts'
import { isCarried, isLine, isSaid } from './words.ts'

/** Each place where a draft is not canonical, with what is wrong there; empty where all is well. */
export function faultsOfForm(form: Form, { form: id, formVersion, ...answers }: Draft): string[] {
  const named = id === form.id && formVersion === form.version ? [] : ['it does not name the form and its version']
  return [...named, ...(Object.keys(answers).length ? inParts(form.sections, answers, '') : [])]
}

function inParts(items: readonly Item[], value: unknown, pointer: string): string[] {
  if (!isObject(value)) return [`${pointer} holds no answers`]
  if (!Object.keys(value).length) return [`${pointer} is empty`]
  const byName = new Map(items.map((item) => [nameOf(item), item]))
  return Object.entries(value).flatMap(([name, answer]) => {
    const item = byName.get(name)
    return item ? inAnswer(item, answer, `${pointer}/${name}`) : [`${pointer}/${name} answers no question`]
  })
}

function inAnswer(item: Item, value: unknown, pointer: string): string[] {
  if (item.type === 'section') return inParts(item.items, value, pointer)
  const kind = kindOf(item)
  if (isSingle(kind)) return inSingle(item, value).map((fault) => `${pointer} ${fault}: ${JSON.stringify(value)}`)
  if (kind.control !== 'items') return inParts(item.parts, value, pointer)
  if (!Array.isArray(value) || !value.length) return [`${pointer} has no rows`]
  return value.flatMap((row, index) => inParts(item.parts, row, `${pointer}/${index}`))
}

function inSingle(question: Question, value: unknown): string[] {
  const kind = kindOf(question)
  if (!isSingle(kind)) return []
  const words = kind.format(value, question)
  const texts = typeof value === 'string' ? [value] : []
  return [
    ...(isDeepStrictEqual(kind.parse(words, question), value) ? [] : ['is not read back from its words']),
    ...(texts.every(isCarried) ? [] : ['has a character that XML cannot carry']),
    ...(texts.every(isSaid) ? [] : ['says nothing']),
    ...(kind.control !== 'line' || texts.every(isLine) ? [] : ['is not one line']),
  ]
}
