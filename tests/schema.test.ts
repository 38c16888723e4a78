import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Job } from '../src/emit/emitter.ts'
import { schema } from '../src/emit/schema.ts'
import type { Form, JsonSchema } from '../src/form.ts'
import { isDay } from '../src/kinds/date.ts'
import { segments, valueAt } from '../src/pointer.ts'
import { allQuestions } from '../src/questions.ts'
import { readSources } from '../src/schema/sources.ts'
import { compileCheck } from '../src/validator/compile.ts'
import { allotmentFolder, load, root } from './project.ts'

const sources = await readSources(root)
const { folder, remove } = allotmentFolder()
const allotment = await readSources(folder)
remove()
const subjects = await Promise.all(
  [sources, allotment].flatMap((from) =>
    load(from).forms.map(async (form) => ({
      form,
      published: await publishedOf(form),
      records: [...from].filter(([path]) => path.startsWith(`examples/${form.id}/`) && /^[^.]+\.json$/.test(path)).map(([, text]) => text),
    })),
  ),
)

async function publishedOf(form: Form): Promise<JsonSchema> {
  const [made] = await schema.emit({ form } as Job)
  expect(made?.path).toBe(`${form.id}/${form.id}.schema.json`)
  return JSON.parse(String(made?.contents))
}

/** Ajv with nothing added to it: an unknown keyword or format, or a schema that it thinks unclear, throws. */
const check = (published: JsonSchema) => new Ajv2020({ strict: true, allErrors: true }).compile(published)

/** The record with one answer changed, or taken out. */
function changed(text: string, pointer: string, value: unknown): unknown {
  const record = JSON.parse(text)
  const keys = segments(pointer)
  const last = keys.pop() ?? ''
  const holder = valueAt(record, keys.map((key) => `/${key}`).join('')) as Record<string, unknown>
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return record
}

test.each(subjects)('$form.id says which form and which version it is', ({ form, published }) => {
  expect(published).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://forms.example/schemas/forms/${form.id}-${form.version}.json`,
    title: form.title,
    description: form.intro,
  })
})

test.each(subjects)('$form.id has every question, with its label as title and its hint as description', ({ form, published }) => {
  const followed = (at: JsonSchema | undefined): JsonSchema =>
    typeof at?.$ref === 'string' ? { ...followed(valueAt(published, at.$ref.slice(1)) as JsonSchema), ...at, $ref: undefined } : (at ?? {})
  for (const { path, label, hint } of allQuestions(form)) {
    const place = segments(path).reduce<JsonSchema>(
      (above, key) => followed((key === '*' ? above.items : (above.properties as JsonSchema | undefined)?.[key]) as JsonSchema),
      published,
    )
    expect([place.title, place.description], path).toEqual([label, hint])
  }
})

test.each(subjects)('every example of $form.id is valid by Ajv alone', ({ published, records }) => {
  const validate = check(published)
  expect(records.length).toBeGreaterThan(0)
  for (const record of records) {
    validate(JSON.parse(record))
    expect(validate.errors).toBeNull()
  }
})

/** Answers that no question of a kind may have. */
const wrong: Readonly<Record<string, readonly unknown[]>> = {
  text: ['', ' space before', 4],
  note: ['  ', null],
  date: ['2026-02-30', '3 May 2026', '0000-01-01'],
  number: [-1, 1.5],
  money: [-1, '£5'],
  tick: [false, 'yes'],
  choice: ['nonsense', true],
  choices: [[], ['nonsense']],
  nhsNumber: ['943 476 5919', 9434765919],
  references: [[], 'S1'],
  longText: [{}, { text: 'Words without a voice.' }],
  group: [[], { nonsense: true }],
  rows: [[], { nonsense: true }],
  repeat: [{}, ['nonsense']],
}

test.each(subjects)(
  'twenty and more faults in a record of $form.id are found by Ajv alone',
  ({ form, published, records: [text = '{}'] }) => {
    const validate = check(published)
    const record = JSON.parse(text)
    const answered = allQuestions(form).map(({ path, kind }) => ({ kind, pointer: path.replaceAll('*', '0') }))
    const byKind = Object.entries(wrong).flatMap(([kind, values]) => {
      const place = answered.find((each) => each.kind === kind && valueAt(record, each.pointer) !== undefined)
      return place ? values.map((value) => ({ pointer: place.pointer, value })) : []
    })
    const faults = [
      ...byKind,
      ...['/form', '/formVersion', ...form.sections.filter(({ required }) => required).map(({ path }) => path)].map((pointer) => ({
        pointer,
        value: undefined,
      })),
      { pointer: '/form', value: 'another-form' },
      { pointer: '/formVersion', value: 'latest' },
      { pointer: '/nonsense', value: true },
      { pointer: `${form.sections[0]?.path}/nonsense`, value: true },
    ]
    expect(faults.length).toBeGreaterThanOrEqual(20)
    for (const { pointer, value } of faults)
      expect(validate(changed(text, pointer, value)), `${pointer}: ${JSON.stringify(value)}`).toBe(false)
  },
)

/** Places of a record, by pointer. */
const placesOf = (value: unknown, above = ''): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, below]) => [`${above}/${key}`, ...placesOf(below, `${above}/${key}`)])
    : []

test.each(subjects)('$form.id is published as it is checked: the same records are valid', ({ form, published, records }) => {
  const [validate, own] = [check(published), compileCheck(form).check]
  const odd = fc.constantFrom(undefined, null, '', 'yes', 'no', 'none', 'manage', '2026-02-30', '2028-02-29', 'S1', 0, 1.5, true, [], {}, [
    'S1',
  ])
  const law = fc.property(fc.constantFrom(...records), fc.nat(), odd, (text, which, value) => {
    const places = placesOf(JSON.parse(text))
    const pointer = places[which % places.length] ?? ''
    const record = changed(text, pointer, value)
    expect(validate(record), `${pointer}: ${JSON.stringify(value)}`).toBe(own(record))
  })
  fc.assert(law, { numRuns: 400 })
})

test('a date by its pattern is a day of the calendar', () => {
  const { pattern: source } = valueAt(subjects[0]?.published, '/$defs/date') as { pattern: string }
  const pattern = new RegExp(source, 'u')
  const two = (number: number) => String(number).padStart(2, '0')
  for (let year = 0; year <= 9999; year++) {
    const edges = [`02-28`, `02-29`, `02-30`, '12-31']
    const days = [1900, 2000, 2027, 2028].includes(year)
      ? Array.from({ length: 14 * 33 }, (_, at) => `${two(Math.floor(at / 33))}-${two(at % 33)}`)
      : edges
    for (const day of days) {
      const text = `${String(year).padStart(4, '0')}-${day}`
      if (pattern.test(text) !== isDay(text)) throw new Error(`${text} is ${isDay(text) ? 'a' : 'no'} day`)
    }
  }
  for (const text of ['2026-5-3', ' 2026-05-03', '2026-05-03\n', '12026-05-03', '2026-05-03T00:00:00Z']) expect(text).not.toMatch(pattern)
})
