/** Drafts of any form, from blank to full, such that what is filled into a document can be read back as the same value. */
import fc from 'fast-check'
import type { Draft, Form, Item, Question } from '../../src/form.ts'
import { isSingle, kindOf } from '../../src/kinds/index.ts'
import { answersTo, limitsAt } from './answers.ts'
import { answersIn, nameOf, withAnswer } from './places.ts'
import { wordsFor } from './words.ts'

export interface DraftOptions {
  /** How likely each answer is to be there, from 0 to 1. Left out, it differs from draft to draft. */
  readonly presence?: number
  /** False for no text of 50,000 characters. */
  readonly longTexts?: boolean
}

/**
 * Any partial draft of a form. Every answer is one that its kind could hold, alone; together they need not be valid. Nothing in it is
 * empty: no blank text, and no section, group or row without an answer, since a page cannot show those. One draft in forty has one very long text.
 */
export function drafts(form: Form, { presence, longTexts = true }: DraftOptions = {}): fc.Arbitrary<Draft> {
  const parts = partsOf(form)
  const any = presence === undefined ? fc.oneof({ withCrossShrink: true }, ...presences.map((each) => parts(each))) : parts(presence)
  const lengths = fc.oneof(
    { withCrossShrink: true },
    { weight: 39, arbitrary: fc.constant(undefined) },
    { weight: longTexts ? 1 : 0, arbitrary: fc.nat(999) },
  )
  return fc.tuple(any, lengths).map(([draft, which]) => (which === undefined ? draft : lengthened(form, draft, which)))
}

/** From nearly blank to nearly always full: an answer that could not be missing would not shrink to being so. */
const presences = [0.02, 0.15, 0.4, 0.75, 0.9999]

/** Makes drafts at a given presence. What answers a question is worked out once, for all of them. */
function partsOf(form: Form): (presence: number) => fc.Arbitrary<Draft> {
  const words = wordsFor(form)
  const singles = new Map<string, fc.Arbitrary<unknown>>()
  const singleFor = (question: Question): fc.Arbitrary<unknown> => {
    const known = singles.get(question.path) ?? answersTo(question, limitsAt(form.schema, question.path), words)
    singles.set(question.path, known)
    return known
  }
  return (presence) => {
    const answer = (item: Item): fc.Arbitrary<unknown> => {
      if (item.type === 'section') return maybe(Math.sqrt(presence), together(item.items))
      const kind = kindOf(item)
      if (isSingle(kind)) return maybe(presence, singleFor(item))
      return maybe(Math.sqrt(presence), kind.control === 'items' ? rows(item) : together(item.parts))
    }
    const together = (items: readonly Item[]): fc.Arbitrary<Draft | undefined> => {
      const names = items.map(nameOf)
      return fc.tuple(...items.map(answer)).map((values) => filled(names, values))
    }
    const rows = ({ path, parts }: Question): fc.Arbitrary<unknown> => {
      const { maxItems = Number.POSITIVE_INFINITY } = limitsAt(form.schema, path) as { maxItems?: number }
      const row = together(parts)
      const several = (minLength: number, maxLength: number) =>
        fc.array(row, { minLength: Math.min(minLength, maxItems), maxLength: Math.min(maxLength, maxItems) })
      return fc
        .oneof({ weight: 19, arbitrary: several(1, 3) }, { weight: 1, arbitrary: several(4, 9) })
        .map((all) => all.filter((each) => each !== undefined))
        .map((all) => (all.length ? all : undefined))
    }
    return together(form.sections).map((answers) => ({ form: form.id, formVersion: form.version, ...answers }))
  }
}

/** The answers there are, by name; undefined where there is none. */
function filled(names: readonly string[], values: readonly unknown[]): Draft | undefined {
  const entries = names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]] as const]))
  return entries.length ? Object.fromEntries(entries) : undefined
}

/** An answer that may be missing, and shrinks to being so. */
function maybe(presence: number, answer: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (presence >= 1) return answer
  const there = Math.round(presence * 10_000)
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 10_000 - there, arbitrary: fc.constant(undefined) },
    { weight: there, arbitrary: answer },
  )
}

const long = 50_000

/** A draft with one of its answers of several lines said over and over. */
function lengthened(form: Form, draft: Draft, which: number): Draft {
  const notes = answersIn(form.sections, draft).filter(({ question }) => question.kind === 'note')
  const note = notes[which % notes.length]
  if (!note) return draft
  const text = `${note.value}\n`
  const repeated = text.repeat(Math.ceil(long / text.length))
  // Half a character outside the basic plane is no character.
  return withAnswer(draft, note.pointer, repeated.slice(0, long).replace(/[\uD800-\uDBFF]$/, ''))
}
