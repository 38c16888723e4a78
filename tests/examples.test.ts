import { expect, test } from 'vitest'
import { answerAt } from '../src/answer.ts'
import type { Draft } from '../src/form.ts'
import { questionsOf } from '../src/questions.ts'
import { standardFor } from '../src/validator/standard.ts'
import { verdict } from '../src/validator/verdict.ts'
import { forms, sources } from './own.ts'

const records = forms.flatMap((form) =>
  [...sources.keys()]
    .filter((path) => path.startsWith(`examples/${form.id}/`) && /\/[^./]+\.json$/.test(path))
    .map((path) => ({ form, person: path.replace(/^.*\/|\.json$/g, ''), record: JSON.parse(sources.get(path) ?? '') as Draft })),
)
const notesOf = (id: string, person: string): Record<string, string> =>
  JSON.parse(sources.get(`examples/${id}/${person}.notes.json`) ?? '{}')
const standards = new Map(forms.map((form) => [form, standardFor(form)]))

/** Records of people whose story runs through several forms. */
const journeys = records.filter(({ person }) => records.filter((other) => other.person === person).length >= 3)

test('three people go through three forms each', () => {
  expect(new Set(journeys.map(({ person }) => person)).size).toBeGreaterThanOrEqual(3)
  expect(new Set(journeys.map(({ form }) => form.stage))).toEqual(new Set(['assessment', 'plan', 'review']))
})

test.each(records.map((each) => [each.person, each.form.id, each] as const))(
  '%s, %s: nothing to mend, alone or beside the earlier forms',
  (person, _, each) => {
    const standard = standards.get(each.form)
    if (!standard) throw new Error('no standard')
    const earlier = Object.fromEntries(
      records.filter((other) => other.person === person && other !== each).map(({ form, record }) => [form.stage, record]),
    )
    expect(verdict(standard, each.record, earlier)).toEqual({ valid: true, record: each.record, warnings: [] })
  },
)

test('every record of theirs is annotated, and no note is said twice', () => {
  const all = records.flatMap(({ form, person }) => Object.values(notesOf(form.id, person)))
  for (const { form, person } of journeys)
    expect(Object.keys(notesOf(form.id, person)).length, `${form.id} ${person}`).toBeGreaterThanOrEqual(10)
  expect(new Set(all).size).toBe(all.length)
})

test('a note stands on a question, where it is printed', () => {
  for (const { form, person, record } of records) {
    const paths = questionsOf(form.sections).map(({ path }) => path)
    for (const path of Object.keys(notesOf(form.id, person))) {
      expect(paths, `${form.id} ${person}`).toContain(path)
      expect(answerAt(record, path), `${form.id} ${person} ${path}`).toBeDefined()
    }
  }
})

test('no number or address of a real person can be in them', () => {
  for (const { record } of records) {
    const text = JSON.stringify(record)
    for (const [phone] of text.matchAll(/\b0\d[\d ]{8,12}\d\b/g)) expect(phone).toMatch(/^(020 7946 0\d{3}|07700 900\d{3})$/)
    for (const [number] of text.matchAll(/"nhsNumber":"\d+"/g)) expect(number).toMatch(/"999/)
    for (const [postcode] of text.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g)) expect(postcode).toMatch(/^ZZ99/)
    for (const [, domain] of text.matchAll(/@([\w.-]+\w)/g)) expect(domain).toMatch(/(^|\.)example\.org$/)
  }
})
