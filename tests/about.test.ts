/** What answers are about and whose record it is: said once, known everywhere inside. */
import { expect, test } from 'vitest'
import type { Form } from '../src/form.ts'
import { allQuestions } from '../src/questions.ts'
import { forms } from './own.ts'
import { allotment, allotmentSchema, load, set } from './project.ts'

const sources = await allotment()

/** What each question of a form is about, by path. */
const abouts = (form: Form | undefined) => new Map((form ? allQuestions(form) : []).map(({ path, about }) => [path, about]))

test('what a section is about holds inside it, until a question or a part says otherwise', () => {
  const repeat = '/properties/work/properties/jobs'
  const section = set(sources, allotmentSchema, '/properties/work/x-about', 'needs')
  const question = set(section, allotmentSchema, `${repeat}/x-about`, 'actions')
  const part = Object.keys(JSON.parse(sources.get(allotmentSchema) ?? '').properties.work.properties.jobs.items.properties)[0]
  const { forms, found } = load(set(question, allotmentSchema, `${repeat}/items/properties/${part}/x-about`, 'outcomes'))
  expect(found).toEqual([])
  const about = abouts(forms[0])
  const inside = [...about].filter(([path]) => path.startsWith('/work/'))
  expect(about.get('/work/jobs')).toBe('actions')
  expect(about.get(`/work/jobs/*/${part}`)).toBe('outcomes')
  const others = inside.filter(([path]) => path.startsWith('/work/jobs/*/') && path !== `/work/jobs/*/${part}`)
  expect(new Set(others.map(([, each]) => each))).toEqual(new Set(['actions']))
  expect(new Set(inside.filter(([path]) => !path.startsWith('/work/jobs')).map(([, each]) => each))).toEqual(new Set(['needs']))
  expect(about.get('/plot/holder')).toBeUndefined()
})

test('an answer that says whose record it is has to be one line of text', () => {
  const { found } = load(set(sources, allotmentSchema, '/properties/plot/properties/beds/x-person', 'fullName'))
  expect(found).toMatchObject([{ code: 'keyword-misused', pointer: '/properties/plot/properties/beds/x-person' }])
  expect(load(set(sources, allotmentSchema, '/properties/plot/properties/holder/x-person', 'fullName')).found).toEqual([])
})

test.each(forms)('$id says of each detail of the person where it stands, once', (form) => {
  const details = allQuestions(form).flatMap(({ person }) => person ?? [])
  expect(details).toEqual(['fullName', 'preferredName', 'pronouns', 'chosenWords'])
})

test.each([
  ['assessment', '/strengths/strengths/*/description', 'strengths'],
  ['assessment', '/dailyLife/dailyOutcomes/eatAndDrink/howIManage', 'strengths'],
  ['assessment', '/dailyLife/dailyOutcomes/eatAndDrink/whatGetsInTheWay', 'obstacles'],
  ['assessment', '/takingPart/capacity/bestInterestsDecision', 'legal'],
  ['assessment', '/takingPart/capacity/wishesFeelingsBeliefs', 'aboutMe'],
  ['assessment', '/decision/eligibility/eligibilityReasons', 'legal'],
  ['assessment', '/decision/next/nextSteps/*/what', 'actions'],
  ['care-and-support-plan', '/needs/needs/*/notMetReason', 'legal'],
  ['care-and-support-plan', '/outcomes/planOutcomes/*/outcome', 'outcomes'],
  ['review', '/safety/newRisks/*/whatWeWillTry', 'actions'],
  ['review', '/decision/reductionJustification', 'legal'],
  ['review', '/aboutReview/dateOfBirth', undefined],
])('%s: %s is about %s', (id, path, about) => {
  const known = abouts(forms.find((form) => form.id === id))
  expect(known.has(path)).toBe(true)
  expect(known.get(path)).toBe(about)
})
