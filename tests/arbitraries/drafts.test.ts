import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft, Form } from '../../src/form.ts'
import { isSingle, kinds } from '../../src/kinds/index.ts'
import { allQuestions } from '../../src/questions.ts'
import { tagOf } from '../../src/tag.ts'
import { ask, form as kitchenTable } from '../word/form.ts'
import { answersTo } from './answers.ts'
import { faultsOfForm } from './canonical.ts'
import { drafts } from './drafts.ts'
import { subjects } from './forms.ts'
import { answersIn, type Place } from './places.ts'
import { isSaid, wordsFor } from './words.ts'

const all = await subjects()
const sample = (form: Form, numRuns = 400): Draft[] => fc.sample(drafts(form), { numRuns, seed: 2026 })

/** The questions that are answered, parts and what holds them. */
function answered(places: readonly Place[]): Set<string> {
  const paths = places.map(({ question }) => question.path.split('/'))
  return new Set(paths.flatMap((names) => names.map((_, index) => names.slice(0, index + 1).join('/'))))
}

const textsIn = (form: Form, draft: Draft): string[] =>
  answersIn(form.sections, draft).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))

describe.each(all.map(({ form }) => [form.id, form] as const))('drafts of %s', (_, form) => {
  const made = sample(form)
  const places = made.map((draft) => answersIn(form.sections, draft))
  const sets = places.map(answered)
  const singles = allQuestions(form).filter(({ parts }) => !parts.length)

  test('can be told apart from emptier ones, and are read back from their words', () => {
    expect(made.flatMap((draft) => faultsOfForm(form, draft))).toEqual([])
  })

  test('answer every question, and leave every question out', () => {
    for (const { path } of allQuestions(form)) {
      expect(
        sets.some((set) => set.has(path)),
        path,
      ).toBe(true)
      expect(
        sets.some((set) => !set.has(path)),
        path,
      ).toBe(true)
    }
  })

  test('choose every option', () => {
    const chosen = new Set(places.flat().flatMap(({ question, value }) => [value].flat().map((each) => tagOf(question.path, String(each)))))
    const offered = allQuestions(form).flatMap(({ path, options }) => options.map(({ value }) => tagOf(path, value)))
    expect(offered.filter((tag) => !chosen.has(tag))).toEqual([])
  })

  test('have no row, one row and many', () => {
    const repeats = allQuestions(form).filter(({ kind }) => kind === 'repeat')
    for (const { path } of repeats) {
      const counts = places.map((each) => rowCount(each, path))
      for (const count of [0, 1, 2, 4]) expect(Math.max(...counts) >= count && counts.includes(Math.min(count, 2)), path).toBe(true)
    }
  })

  test('are sparse often and dense often', () => {
    const shares = sets.map((set) => singles.filter(({ path }) => set.has(path)).length / singles.length)
    const often = made.length / 20
    expect(shares.filter((share) => share < 0.1).length).toBeGreaterThan(often)
    expect(shares.filter((share) => share > 0.2 && share < 0.8).length).toBeGreaterThan(often)
    expect(shares.filter((share) => share === 1).length).toBeGreaterThan(often)
  })

  test('are JSON, and the same again from the same seed', () => {
    expect(made.map((draft) => JSON.parse(JSON.stringify(draft)))).toEqual(made)
    expect(JSON.stringify(sample(form, 50))).toBe(JSON.stringify(sample(form, 50)))
  })

  test('have one very long text now and then, never two', () => {
    const long = made.map((draft) => textsIn(form, draft).filter((text) => text.length >= 49_999).length)
    expect(Math.max(...long)).toBe(1)
    expect(long.filter(Boolean).length).toBeLessThan(made.length / 10)
    const short = fc.sample(drafts(form, { longTexts: false }), { numRuns: 200, seed: 2026 })
    expect(Math.max(...short.flatMap((draft) => textsIn(form, draft)).map(({ length }) => length))).toBeLessThan(5000)
  })
})

const texts = all.slice(0, 1).flatMap(({ form }) => sample(form).flatMap((draft) => textsIn(form, draft)))

test.each<[string, RegExp]>([
  ['new lines', /\n/],
  ['blank lines', /\n\n\n/],
  ['tabs', /\t/],
  ['outer space', /^\s|\s$/],
  ['joined emoji', /👩🏽‍🦽/u],
  ['right to left', /\p{Script=Hebrew}|\p{Script=Arabic}/u],
  ['bidirectional marks', /[\u200E\u200F\u202B\u2067]/],
  ['combining marks', /e\u0301/],
  ['other planes', /𝒜/u],
  ['spaces that are no spaces', /\u00A0|\u200B|\uFEFF/],
  ['line and paragraph separators', /\u2028|\u2029/],
  ['XML', /<w:t>|&amp;|\]\]>/],
  ['fences', /(?:^|\n)(?:`{3}|`{7}|~~~)/],
  ['the form’s own fences', /```[a-z][A-Za-z]*\.[a-z]/],
  ['boxes', /\[x\] /],
  ['templates', /\{\{\{triple/],
  ['backslashes at the end of a line', /\\(?:\n|$)/],
  ['prompts among other words', /.Click or tap to write|Click or tap to write./],
])('texts have %s', (_, pattern) => {
  expect(texts.some((text) => pattern.test(text))).toBe(true)
})

test('a law that fails shrinks to the one answer that breaks it', () => {
  for (const { form } of all) {
    const law = fc.property(drafts(form), (draft) => !textsIn(form, draft).some((text) => text.includes('\n')))
    const { counterexample } = fc.check(law, { seed: 1, numRuns: 500 })
    const [draft = {}] = counterexample ?? []
    expect(answersIn(form.sections, draft).map(({ value }) => value)).toHaveLength(1)
  }
})

test('every kind answered by one control has a way of making answers', () => {
  const words = wordsFor(kitchenTable)
  for (const kind of kinds) {
    if (!isSingle(kind as never)) continue
    const question = ask(kind.name, '/s/q', 'Q', { options: [{ value: 'a', label: 'A' }] })
    expect(fc.sample(answersTo(question, {}, words), 5)).toHaveLength(5)
  }
  expect(() => answersTo(ask('riddle', '/s/q', 'Q'), {}, words)).toThrow('riddle')
})

test('blank words and prompts are not said', () => {
  expect(['', ' \n\t', '\u00A0', 'Choose', ' Pick a date\n'].map(isSaid)).toEqual(Array(5).fill(false))
  expect(isSaid('Choose well')).toBe(true)
})

/** The most rows that a repeat has anywhere. */
const rowCount = (places: readonly Place[], path: string): number =>
  Math.max(
    0,
    ...places
      .filter(({ question }) => question.path.startsWith(`${path}/*`))
      .map(({ pointer }) => Number(pointer.split('/')[path.split('/').length]) + 1),
  )
