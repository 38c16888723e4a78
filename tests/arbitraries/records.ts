/** Valid records of any form. */
import fc from 'fast-check'
import type { Draft, Form } from '../../src/form.ts'
import { isSingle, kindOf } from '../../src/kinds/index.ts'
import { standardFor } from '../../src/validator/standard.ts'
import { drafts } from './drafts.ts'
import { mended } from './mend.ts'
import { answersIn, isObject, withAnswer } from './places.ts'

/**
 * Any valid record of a form: a draft, or an example with answers added, changed and taken out, mended until the form accepts it.
 * Made like drafts, so nothing in it is empty. What cannot be mended is thrown away.
 * @param examples Valid records to start from, besides drafts.
 */
export function records(form: Form, examples: readonly Draft[] = []): fc.Arbitrary<Draft> {
  return attempts(form, examples)
    .filter((record) => record !== undefined)
    .map((record) => record as Draft)
}

/** The same before the failures are thrown away: undefined for each. */
export function attempts(form: Form, examples: readonly Draft[] = []): fc.Arbitrary<Draft | undefined> {
  const standard = standardFor(form)
  const starts = examples.length ? fc.oneof(drafts(form), variationsOf(form, examples)) : drafts(form)
  const spares = drafts(form, { presence: 1, longTexts: false })
  return fc.tuple(starts, spares, fc.nat(999)).map(([start, spare, choice]) => mended({ form, standard, spare, choice }, start))
}

function variationsOf(form: Form, examples: readonly Draft[]): fc.Arbitrary<Draft> {
  const starts = examples.map((example) => asReadBack(form, example))
  const removals = fc.array(fc.nat(9999), { maxLength: 12 })
  return fc
    .tuple(fc.constantFrom(...starts), drafts(form, { presence: 0.03 }), removals)
    .map(([example, changes, taken]) => taken.reduce((draft, which) => without(form, draft, which), merged(example, changes) as Draft))
}

/** A draft as it is read back from its own words: choices in the form's order, for one. */
function asReadBack(form: Form, draft: Draft): Draft {
  return answersIn(form.sections, draft).reduce((each, { question, pointer, value }) => {
    const kind = kindOf(question)
    return isSingle(kind) ? withAnswer(each, pointer, kind.parse(kind.format(value, question), question)) : each
  }, draft)
}

/** The draft with one of its answers taken out. */
function without(form: Form, draft: Draft, which: number): Draft {
  const places = answersIn(form.sections, draft)
  const place = places[which % places.length]
  return place ? withAnswer(draft, place.pointer, undefined) : draft
}

/** Answers with those of another draft over them, row by row. */
function merged(below: unknown, above: unknown): unknown {
  if (isRows(below) && isRows(above))
    return Array.from({ length: Math.max(below.length, above.length) }, (_, row) => merged(below[row], above[row]))
  if (!isObject(below) || !isObject(above)) return above ?? below
  const names = new Set([...Object.keys(below), ...Object.keys(above)])
  return Object.fromEntries([...names].map((name) => [name, merged(below[name], above[name])]))
}

const isRows = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.every(isObject)
