/** A question → any answer that its kind could hold and that its form's schema lets stand by itself. */
import fc from 'fast-check'
import type { JsonSchema, Path, Question } from '../../src/form.ts'
import { isNhsNumber } from '../../src/kinds/nhs-number.ts'
import { isCarried, isLine, isSaid, type Words } from './words.ts'

type Make = (question: Question, limits: JsonSchema, words: Words) => fc.Arbitrary<unknown>

/** By the name of the kind; kinds made of parts are not here. */
const makes: Readonly<Record<string, Make>> = {
  text: (_, { pattern }, { line }) => matching(pattern, line),
  note: (_, { pattern }, { lines }) => matching(pattern, lines),
  date: () =>
    fc.oneof({ weight: 9, arbitrary: days('1900-01-01', '2100-12-31') }, { weight: 1, arbitrary: days('0001-01-01', '9999-12-31') }),
  number: (_, limits) => whole(limits, 999_999_999_999_999),
  money: (_, limits) => whole(limits, 99_999_999_999_999),
  tick: () => fc.constant(true),
  choice: ({ options }) => fc.constantFrom(...options.map(({ value }) => value)),
  choices: ({ options }) =>
    fc.subarray(
      options.map(({ value }) => value),
      { minLength: 1 },
    ),
  nhsNumber: () => fc.nat(999_999).map(invented),
  references: (_, { items }) => {
    const token = fc.stringMatching(new RegExp(String((items as JsonSchema | undefined)?.pattern ?? '^[A-Z][1-9][0-9]?$'), 'u'))
    return fc.uniqueArray(token, { minLength: 1, maxLength: 5 })
  },
}

/** @throws For a kind that has no way of making answers yet. */
export function answersTo(question: Question, limits: JsonSchema, words: Words): fc.Arbitrary<unknown> {
  const make = makes[question.kind]
  if (!make) throw new Error(`Say in tests/arbitraries/answers.ts how answers of the kind “${question.kind}” are made.`)
  return make(question, limits, words)
}

/** What a form's schema says of the answers at a path; `{}` where it says nothing. */
export function limitsAt(root: JsonSchema, path: Path): JsonSchema {
  const resolved = (schema: unknown): JsonSchema => {
    const { $ref, ...own } = (schema ?? {}) as JsonSchema
    if (typeof $ref !== 'string') return own
    const name = $ref.slice('#/$defs/'.length)
    return { ...resolved((root.$defs as JsonSchema | undefined)?.[name]), ...own }
  }
  return path
    .split('/')
    .slice(1)
    .reduce((schema, key) => resolved(key === '*' ? schema.items : (schema.properties as JsonSchema | undefined)?.[key]), root)
}

/** Texts that match a pattern: ordinary words where they do, else texts made from it. */
function matching(pattern: unknown, words: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (typeof pattern !== 'string') return words
  const regex = new RegExp(pattern, 'u')
  if (fc.sample(words, { numRuns: 20, seed: 1 }).every((text) => regex.test(text))) return words.filter((text) => regex.test(text))
  return fc
    .stringMatching(regex, { size: 'xsmall' })
    .map((text) => text.trim())
    .filter((text) => regex.test(text) && isLine(text) && isCarried(text) && isSaid(text))
}

const day = 24 * 60 * 60 * 1000
const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / day

/** The ISO day so many days later, or earlier. */
export const daysAfter = (iso: string, days: number): string => new Date((dayNumber(iso) + days) * day).toISOString().slice(0, 10)

/** Days between two, both included; the simplest is the one nearest to 1 January 1970. */
const days = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map((number) => daysAfter('1970-01-01', number))

function whole({ minimum, maximum }: JsonSchema, most: number): fc.Arbitrary<number> {
  const min = typeof minimum === 'number' ? minimum : 0
  const max = typeof maximum === 'number' ? maximum : most
  return fc.oneof(fc.integer({ min, max: Math.min(max, min + 200) }), fc.integer({ min, max }))
}

/** A number from the range that is never given to anyone; where its check would be ten, the next one's. */
function invented(number: number): string {
  const start = `999${String(number).padStart(6, '0')}`
  const found = [...'0123456789'].map((digit) => start + digit).find(isNhsNumber)
  return found ?? invented((number + 1) % 1_000_000)
}
