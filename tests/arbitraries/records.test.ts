import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allQuestions } from '../../src/questions.ts'
import { standardFor } from '../../src/validator/standard.ts'
import { verdict } from '../../src/validator/verdict.ts'
import { faultsOfForm } from './canonical.ts'
import { subjects } from './forms.ts'
import { answersIn } from './places.ts'
import { attempts, records } from './records.ts'

// A form without a schema has no validity to hold records to.
const all = (await subjects()).filter(({ form }) => 'properties' in form.schema)

describe.each(all.map((subject) => [subject.form.id, subject] as const))('records of %s', (_, { form, examples }) => {
  const standard = standardFor(form)
  const made = [records(form), records(form, examples)].flatMap((arbitrary) => fc.sample(arbitrary, { numRuns: 60, seed: 2026 }))

  test('are all valid, and can be told apart from emptier ones', () => {
    for (const record of made) {
      expect(verdict(standard, record)).toMatchObject({ valid: true })
      expect(faultsOfForm(form, record)).toEqual([])
    }
  })

  test('are hardly ever thrown away', () => {
    const tried = fc.sample(attempts(form), { numRuns: 60, seed: 2027 })
    expect(tried.filter((record) => record !== undefined).length / tried.length).toBeGreaterThan(0.9)
  })

  test('are from short to long, and differ', () => {
    const lengths = made.map((record) => answersIn(form.sections, record).length)
    expect(Math.max(...lengths)).toBeGreaterThan(Math.min(...lengths))
    expect(new Set(made.map((record) => JSON.stringify(record))).size).toBeGreaterThan(made.length / 3)
  })

  test('answer every question now and then', () => {
    const answered = new Set(made.flatMap((record) => answersIn(form.sections, record).map(({ question }) => question.path)))
    const never = allQuestions(form).filter(({ path, parts }) => !parts.length && !answered.has(path))
    expect(never.map(({ path }) => path)).toEqual([])
  })

  test('are the same again from the same seed', () => {
    const [first, second] = [1, 2].map(() => fc.sample(records(form, examples), { numRuns: 5, seed: 3 }))
    expect(JSON.stringify(first)).toBe(JSON.stringify(second))
  })
})
