import { expect, test } from 'vitest'
import { answerAt } from '../src/answer.ts'
import { carry } from '../src/carry.ts'
import type { Draft, Form } from '../src/form.ts'
import { questionsOf } from '../src/questions.ts'
import { forms, sources } from './own.ts'

const formOf = (stage: string): Form => {
  const form = forms.find((each) => each.stage === stage)
  if (!form) throw new Error(`no form for ${stage}`)
  return form
}
const people = [...sources.keys()]
  .filter((path) => path.startsWith(`examples/${formOf('review').id}/`) && !path.endsWith('.notes.json'))
  .map((path) => path.replace(/^.*\/|\.json$/g, ''))
const recordOf = (stage: string, person: string): Draft => JSON.parse(sources.get(`examples/${formOf(stage).id}/${person}.json`) ?? '')

const steps = people.flatMap((person) => [[person, 'assessment', 'plan'] as const, [person, 'plan', 'review'] as const])

const idsIn = (value: unknown): unknown[] => (Array.isArray(value) ? value.map((row) => Object.values(row as object)[0]) : [])

test('there are three people, each with three forms', () => expect(people.length).toBeGreaterThanOrEqual(3))

test.each(steps)('%s, %s to %s: every answer that is carried stands in the next form', (person, from, to) => {
  const next = formOf(to)
  const { draft, carried } = carry(next, [{ form: formOf(from), record: recordOf(from, person) }])
  const record = recordOf(to, person)
  const copied = carried.filter(({ mode }) => mode === 'locked' || mode === 'confirm')
  expect(copied.length).toBeGreaterThan(3)
  for (const { path, mode } of carried) {
    const value = answerAt(draft, path)
    if (mode === 'locked') expect(answerAt(record, path), path).toEqual(value)
    // Asked again, it may have changed; it is there.
    if (mode === 'confirm') expect(answerAt(record, path), path).toBeDefined()
    if (mode === 'context') expect(value, path).toBeUndefined()
    // A row that is carried may be completed in the next form, but it keeps its number.
    if (mode === 'reference' && Array.isArray(value))
      expect(idsIn(answerAt(record, path)), path).toEqual(expect.arrayContaining(idsIn(value)))
  }
})

test.each(steps)('%s, %s to %s: advocacy and capacity are never copied', (person, from, to) => {
  const { draft } = carry(formOf(to), [{ form: formOf(from), record: recordOf(from, person) }])
  expect(JSON.stringify(draft)).not.toMatch(/"advocacy"|"capacity"/)
})

test('a new version of a plan takes over the old one and what the review added, and asks afresh what it must', () => {
  const [person = ''] = people
  const plan = formOf('plan')
  const review = recordOf('review', person)
  const { draft } = carry(plan, [
    { form: plan, record: recordOf('plan', person) },
    { form: formOf('review'), record: review },
  ])
  const before = recordOf('plan', person)
  const said = carry(plan, [{ form: formOf('review'), record: review }]).draft
  for (const { path } of questionsOf(plan.sections)) {
    const afresh = plan.afresh?.some((each) => path === each || path.startsWith(`${each}/`))
    if (afresh) expect(answerAt(draft, path), path).toBeUndefined()
    else if (!Array.isArray(answerAt(before, path)))
      expect(answerAt(draft, path), path).toEqual(answerAt(said, path) ?? answerAt(before, path))
    else expect(answerAt(draft, path), path).toEqual(expect.arrayContaining(answerAt(before, path) as unknown[]))
  }
})

test('a review alone starts the next version: who it is about, which plan, and what is new', () => {
  for (const person of people) {
    const { draft, carried } = carry(formOf('plan'), [{ form: formOf('review'), record: recordOf('review', person) }])
    const before = recordOf('plan', person)
    for (const path of ['/aboutPlan/fullName', '/aboutPlan/dateOfBirth', '/aboutPlan/planId']) {
      expect(answerAt(draft, path), path).toEqual(answerAt(before, path))
    }
    expect(carried.length).toBeGreaterThan(4)
  }
})

test('what does not fit is left out and nothing throws', () => {
  const record = {
    form: 'assessment',
    strengths: { strengths: 'no list' },
    dailyLife: { dailyOutcomes: [1, null] },
    outcomes: { ideas: [{}] },
  }
  const { draft } = carry(formOf('plan'), [{ form: formOf('assessment'), record }])
  expect(draft).toMatchObject({ form: formOf('plan').id })
})
