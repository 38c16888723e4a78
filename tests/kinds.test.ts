import { expect, test } from 'vitest'
import type { Question } from '../src/form.ts'
import { isSingle, kindOf, kinds } from '../src/kinds/index.ts'
import { isNhsNumber } from '../src/kinds/nhs-number.ts'

const options = [
  { value: 'tea', label: 'Tea' },
  { value: 'blackCoffee', label: 'Coffee, black' },
]

const question = (kind: string): Question => ({
  type: 'question',
  path: '/q',
  label: 'Q',
  kind,
  required: false,
  askWhen: [],
  tier: 'brief',
  practice: { framework: [], law: [] },
  options,
  parts: [],
  carry: [],
  orElse: [],
})

/** For each kind answered by one control: values with their words, and words that must be refused. */
const tables: Record<string, { pairs: [unknown, string][]; read?: [string, unknown][]; refused: string[] }> = {
  text: { pairs: [['Ana', 'Ana']], read: [['  Ana ', 'Ana']], refused: ['', '  '] },
  note: { pairs: [[' a\n\n\tb ', ' a\n\n\tb ']], refused: ['', ' \n '] },
  date: {
    pairs: [
      ['2026-05-03', '3 May 2026'],
      ['2024-02-29', '29 February 2024'],
    ],
    read: [
      ['03/05/2026', '2026-05-03'],
      ['3.5.2026', '2026-05-03'],
      ['3rd Sept 2026', undefined],
      ['3rd Sep 2026', '2026-09-03'],
      ['2026-05-03', '2026-05-03'],
    ],
    refused: ['', '30 February 2026', '2026-13-01', '5 2026', 'next week', '31/04/2026'],
  },
  number: {
    pairs: [
      [0, '0'],
      [12, '12'],
    ],
    refused: ['', '1.5', 'two', '1e3'],
  },
  money: {
    pairs: [
      [0, '£0.00'],
      [1250, '£12.50'],
      [123450, '£1,234.50'],
      [7, '£0.07'],
    ],
    read: [
      ['12', 1200],
      ['£ 1234.50', 123450],
    ],
    refused: ['', '£1.5', '12,34', 'ten pounds', '-£3.00'],
  },
  tick: { pairs: [[true, 'Yes']], refused: ['', ' '] },
  choice: { pairs: [['tea', 'Tea']], read: [['COFFEE, black ', 'blackCoffee']], refused: ['', 'cocoa'] },
  choices: { pairs: [[['tea', 'blackCoffee'], 'Tea; Coffee, black']], refused: ['', 'tea; cocoa'] },
  nhsNumber: {
    pairs: [['9990000018', '999 000 0018']],
    read: [['999-000-0018', '9990000018']],
    refused: ['', '9990000019', '0000000000', '99900'],
  },
  references: { pairs: [[['S1', 'S3'], 'S1, S3']], read: [['S1 S3', ['S1', 'S3']]], refused: ['', ' , '] },
}

const single = kinds.flatMap((kind) => (isSingle(kind as never) ? [kind.name] : []))

test('every kind answered by one control has a table', () => {
  expect(Object.keys(tables).sort()).toEqual([...single].sort())
})

test.each(Object.entries(tables))('%s: reading what was written gives the value back', (name, { pairs, read = [], refused }) => {
  const q = question(name)
  const kind = kindOf(q)
  if (!isSingle(kind)) throw new Error(`${name} has parts`)
  for (const [value, words] of pairs) {
    expect(kind.format(value, q)).toBe(words)
    expect(kind.parse(words, q)).toEqual(value)
  }
  for (const [words, value] of read) expect(kind.parse(words, q)).toEqual(value)
  for (const words of refused) expect(kind.parse(words, q), words).toBeUndefined()
})

test('every kind says what a good answer looks like, in a sentence', () => {
  for (const kind of kinds) expect(kind.want(question(kind.name)), kind.name).toMatch(/^[A-Z].*\.$/)
})

test('every kind says what it is in a few words of its own', () => {
  const words = kinds.map((kind) => kind.holds(question(kind.name)))
  for (const each of words) expect(each).toMatch(/^[a-zA-Z ,]{6,40}$/)
  expect(new Set(words).size).toBe(kinds.length)
})

test('the check digit of an NHS number is held to the published method', () => {
  expect(['9434765919', '9990000018', '9990000026', '9990000034'].map(isNhsNumber)).toEqual([true, true, true, true])
  expect(['9434765918', '9999999999', '999000001', '99900000180', 'abcdefghij'].map(isNhsNumber)).toEqual(Array(5).fill(false))
})
