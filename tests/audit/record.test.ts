/** A record → its passages and remarks: every place is where it says it is, whatever state the record is in. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditorOf } from '../../src/audit/audit.ts'
import { passagesOf } from '../../src/audit/passages.ts'
import type { Draft, Form } from '../../src/form.ts'
import { valueAt } from '../../src/pointer.ts'
import { allQuestions } from '../../src/questions.ts'
import { readableForms, readForm } from '../../src/read.ts'
import { Refused } from '../../src/zip/entry.ts'
import { drafts } from '../arbitraries/drafts.ts'
import { isObject, withAnswer } from '../arbitraries/places.ts'
import { lists, pattern } from '../language/made.ts'
import { form as kitchenTable } from '../word/form.ts'
import { examples, forms, language } from './subjects.ts'

const asked = [...forms, kitchenTable]
const auditors = new Map(asked.map((form) => [form.id, auditorOf(form, language)]))
const auditOf = (form: Form, record: Draft) => {
  const audit = auditors.get(form.id)?.(record)
  if (!audit) throw new Error(form.id)
  return audit
}

/** What holds of every audit. */
function expectSound(form: Form, record: Draft): void {
  const { passages, well, remarks, voices, short } = auditOf(form, record)
  const titles = form.sections.map(({ title }) => title)
  for (const { pointer, text, label, section } of passages) {
    expect(valueAt(record, pointer)).toBe(text)
    expect(label).not.toMatch(/^$|\//)
    expect(titles).toContain(section)
  }
  expect(new Set(passages.map(({ pointer }) => pointer)).size).toBe(passages.length)
  for (const each of [...well, ...remarks]) {
    if (!each.words) continue
    const passage = passages.find(({ pointer }) => pointer === each.pointer)
    expect(passage?.text.slice(each.start, each.end)).toBe(each.words)
    expect([passage?.label, passage?.section]).toEqual([each.label, each.section])
  }
  for (const { section } of voices) expect(titles).toContain(section)
  for (const each of short) expect(each.trim()).not.toBe('')
}

test.each(examples.map((each) => [each.path, each] as const))('%s: places and words are those of the record', (_, { form, record }) => {
  expect(auditOf(form, record).passages.length).toBeGreaterThan(10)
  expectSound(form, record)
})

describe.each(asked.map((form) => [form.id, form] as const))('%s', (_, form) => {
  test('any draft is audited, and every place is where it says', () => {
    fc.assert(
      fc.property(drafts(form, { longTexts: false }), (record) => expectSound(form, record)),
      { numRuns: 30, seed: 2026 },
    )
  })

  test('a damaged one is audited as far as it can be read', () => {
    fc.assert(
      fc.property(
        drafts(form, { longTexts: false }),
        fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 8 }),
        (draft, damages) =>
          expectSound(
            form,
            damages.reduce<Draft>((record, [which, value]) => damaged(record, which, value) as Draft, draft),
          ),
      ),
      { numRuns: 30, seed: 2026 },
    )
  })
})

const damage = fc.constantFrom<unknown>(
  null,
  7,
  '',
  ' ',
  'words',
  true,
  [],
  {},
  [null],
  [[]],
  ['words'],
  { text: 7 },
  { text: ['words'] },
  {
    text: 'words',
    voice: {},
  },
)

/** The value with something wrong in one of its places, whichever it is. */
function damaged(value: unknown, which: number, wrong: unknown): unknown {
  const keys = Object.keys(isObject(value) || Array.isArray(value) ? (value as object) : {})
  if (!keys.length || which % 5 === 4) return wrong
  const at = keys[which % keys.length]
  const inside = (each: unknown, key: string) => (key === at ? damaged(each, Math.floor(which / 3), wrong) : each)
  if (Array.isArray(value)) return value.map((each, index) => inside(each, String(index)))
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, inside(each, key)]))
}

test.each<[string, unknown]>([
  ['nothing', {}],
  ['no sections', { form: 'assessment', conversation: null, strengths: 'words', needs: 7, decision: [] }],
  ['an object for rows', { strengths: { strengths: { 0: { what: 'words' }, length: 1 } } }],
  ['rows that are none', { strengths: { strengths: [null, 7, 'words', [], { what: 7 }] } }],
  ['names of the language', { constructor: {}, toString: 'words', __proto__: { strengths: 'words' } }],
])('%s is audited', (_, record) => {
  for (const form of forms) expectSound(form, record as Draft)
})

test('passages of every kind: open answers with their voice, notes with that of their row, lines only where prose is shown', () => {
  const kinds = new Map(
    forms.map((form) => [form.id, examples.filter((each) => each.form === form).flatMap(({ record }) => passagesOf(form, record).all)]),
  )
  for (const [id, passages] of kinds) {
    const open = passages.filter(({ pointer }) => pointer.endsWith('/text'))
    expect(open.length, id).toBeGreaterThan(10)
    expect(
      passages.some(({ pointer }) => /\/\d+\//.test(pointer) && !pointer.endsWith('/text')),
      id,
    ).toBe(true)
    for (const { voiced, pointer } of passages) if (voiced) expect(pointer).toMatch(/\/text$/)
  }
  for (const { form, record } of examples)
    for (const { pointer, voice, voiced } of passagesOf(form, record).all)
      if (voiced) expect(voice).toBe(valueAt(record, pointer.replace(/text$/, 'voice')))
})

test('what is worth a word only where a section says it often is counted by section', () => {
  const rare = { id: 'rare', title: 'Rare', description: '', patterns: [pattern({ id: 'quokka', phrases: ['quokka'], atLeast: 3 })] }
  const [form] = forms
  if (!form) throw new Error('no form')
  const auditor = auditorOf({ ...form, rules: [] }, { themes: [rare], lists })
  const places = (section: string) =>
    allQuestions(form)
      .filter(({ kind, path }) => kind === 'longText' && !path.includes('*') && path.startsWith(`${section}/`))
      .map(({ path }) => `${path}/text`)
  const [one = [], two = []] = form.sections.map(({ path }) => places(path)).filter(({ length }) => length >= 3)
  const told = (...pointers: readonly string[]) =>
    auditor(pointers.reduce<Draft>((record, pointer) => withAnswer(record, pointer, 'A quokka.'), {})).remarks.map(({ pointer }) => pointer)
  expect(told(...one.slice(0, 2), ...two.slice(0, 2))).toEqual([])
  expect(told(...one.slice(0, 3), ...two.slice(0, 2))).toEqual(one.slice(0, 3))
  expect(auditor(withAnswer({}, one[0] ?? '', 'A quokka, a quokka. Quokka!')).remarks.length).toBe(3)
})

test('a record of data that goes down for ever is refused in a sentence', () => {
  const deep = `{"form":"assessment","conversation":${'['.repeat(60_000)}${']'.repeat(60_000)}}`
  expect(() => readForm(Buffer.from(deep), readableForms(forms))).toThrow(Refused)
  expect(readForm(Buffer.from('{"form":"assessment"}'), readableForms(forms)).record).toEqual({ form: 'assessment' })
})
