import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validator } from '../src/emit/validator.ts'
import { compiled } from '../src/rules/compile.ts'
import { type Expression, readExpression } from '../src/rules/language.ts'
import * as meaning from '../src/rules/meaning.ts'
import { compileCheck } from '../src/validator/compile.ts'
import { rulesOf } from '../src/validator/standard.ts'
import { forms, sources } from './own.ts'
import { allotment, load } from './project.ts'

type Variables = Readonly<Record<string, unknown>>

/** The compiled expressions as a validator runs them; undefined for one that is left to the interpreter. */
function running(expressions: readonly string[]): (Expression | undefined)[] {
  const { shared, functions } = compiled(expressions)
  const declared = [...shared].map(([name, code]) => `const ${name} = ${code}\n`).join('')
  return new Function('cel', `${declared}return [${functions.map((each) => each ?? 'undefined').join(',\n')}]`)(meaning)
}

/** What comes of an expression: its value, or that it cannot be decided. */
function outcome(expression: Expression, variables: Variables): unknown {
  try {
    return { value: expression(variables) }
  } catch {
    return 'undecided'
  }
}

function compare(expression: string, interpreted: Expression, run: Expression | undefined, variables: Variables): void {
  if (!run) throw new Error(`${expression} is not compiled`)
  const said = `${expression} on ${JSON.stringify(variables).slice(0, 2000)}`
  expect(outcome(run, { ...variables, $memo: new Map() }), said).toEqual(outcome(interpreted, variables))
}

const records = [...sources].filter(([path]) => /^examples\/[^/]+\/[^/.]+\.json$/.test(path)).map(([path, text]) => ({ path, text }))
const recordsOf = (id: string) => records.filter(({ path }) => path.startsWith(`examples/${id}/`)).map(({ text }) => text)
const everyRule = forms.flatMap((form) => rulesOf(form).map((rule) => ({ form, rule })))

/** Places of a record, where something can be put wrong. */
const placesOf = (value: unknown, above: readonly string[] = []): string[][] => [
  [...above],
  ...(value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, below]) => placesOf(below, [...above, key])) : []),
]

/** The record with other values at some places; undefined takes the answer out. */
function spoilt(text: string, changes: readonly (readonly [number, unknown])[]): unknown {
  const record = JSON.parse(text)
  const places = placesOf(record)
  for (const [which, value] of changes) {
    const keys = [...(places[which % places.length] ?? [])]
    const last = keys.pop()
    const above = keys.reduce<unknown>((each, key) => (each as Variables | undefined)?.[key], record)
    if (last === undefined || above === null || typeof above !== 'object') continue
    if (value === undefined && Array.isArray(above)) above.splice(Number(last), 1)
    else if (value === undefined) delete (above as Record<string, unknown>)[last]
    else (above as Record<string, unknown>)[last] = structuredClone(value)
  }
  return record
}

const odd = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('', 'yes', 'no', 'none', 'manage', 'eligible', 'notEligible', '2026-02-30', '2026-05-03', 'S1', '('),
  },
  { weight: 3, arbitrary: fc.constantFrom(null, true, false, 0, 1, 2, -0.5, 1e300) },
  { weight: 2, arbitrary: fc.constantFrom([], {}, [[]], [null], ['S1', 1], [{ date: 5 }, { date: '2026-01-01' }], { id: 'S1' }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)
const changes = fc.array(fc.tuple(fc.nat(), odd), { maxLength: 40 })

test('every rule of the three forms is compiled', () => {
  const { functions } = compiled(everyRule.flatMap(({ rule }) => [rule.check, rule.when ?? 'true']))
  expect(functions).not.toContain(undefined)
})

test('a compiled rule says what the interpreter says, of records with anything wrong in them', () => {
  for (const form of forms) {
    const rules = rulesOf(form)
    const texts = rules.flatMap(({ check, when = 'true' }) => [check, when])
    const [interpreted, run] = [texts.map(readExpression), running(texts)]
    const any = fc.constantFrom(...records.map(({ text }) => text))
    const own = fc.constantFrom(...recordsOf(form.id))
    const law = fc.property(own, changes, any, changes, fc.nat(), (mine, wrong, theirs, alsoWrong, which) => {
      const record = spoilt(mine, wrong)
      const earlier = spoilt(theirs, alsoWrong)
      const $memo = new Map()
      for (const [index, text] of texts.entries()) {
        const { each = '' } = rules[index >> 1] ?? {}
        const rows = Object.entries(each.split('/').slice(1).reduce(meaning.optional, record) ?? {})
        const [key, row] = rows[which % rows.length] ?? ['', {}]
        const variables = { record, earlier, key, row }
        const [expected, found] = [interpreted[index], run[index]]
        if (!expected || !found) throw new Error(`${text} is not compiled`)
        expect(outcome(found, { ...variables, $memo }), text).toEqual(outcome(expected, variables))
      }
    })
    fc.assert(law, { numRuns: 60 })
  }
})

/** Corners of the language, each run on every value below as `record`. */
const corners = [
  'record',
  'record == null',
  'record == 2',
  'record == 2.0',
  'record != "a"',
  'record == [1.0, 2.0]',
  'record == ["a", "b"]',
  'record == {}',
  'record["a"] == record["b"]',
  'record.a',
  'record.a.b',
  'record.?a.b.hasValue()',
  'record.?a.value()',
  'record.?a.orValue(null) == null',
  'record["a"]',
  'record[0]',
  'record[1.0]',
  'has(record.a)',
  'has(record.a.b)',
  'record.size()',
  'size(record) + 1',
  'record == record.size()',
  'record.size() > 1.5',
  'record > 1',
  'record >= "a"',
  'record < 2.5',
  'record <= true',
  'record + "b"',
  'record + 1.0',
  'record + record',
  'record in ["a", "b"]',
  '"a" in record',
  '1 in record',
  '!record',
  'record || true',
  'true || record',
  'record || false',
  'record && false',
  'record && true',
  'record.a == 1.0 && record.b == 1.0',
  'record.a == 1.0 || record.b == 1.0',
  'record ? 1 : 2',
  'record.all(each, each == "a")',
  'record.all(each, each.b == 1.0)',
  'record.exists(each, each.b == 1.0)',
  'record.exists(each, each)',
  'record.exists_one(each, each.?b.orValue(0.0) == 1.0)',
  'record.exists_one(each, each.b == 1.0)',
  'record.filter(each, each)',
  'record.filter(each, record[each] == 1.0)',
  'record.map(each, each)',
  'record.map(each, has(each.b), each.b)',
  'record.exists(each, record.exists(other, each == other))',
  'record.matches("^a")',
  'record.matches("/")',
  'record.matches(record)',
  'record.contains("a")',
  'record.startsWith("a") || record.endsWith("b")',
  'record.trim().lowerAscii() + record.upperAscii()',
  'days(record, "2026-05-03")',
  'sum(record)',
  'min(record)',
  'max(record)',
  'distinct(record)',
  'max(record + [""]) == max(record + [""])',
]
const values: unknown[] = [
  [1, 2],
  { a: [1], b: [1] },
  ['a', ['a']],
  [['a'], 'a'],
  null,
  true,
  false,
  0,
  1,
  2,
  '',
  'a',
  'ab',
  ' B ',
  '😀',
  '(',
  '2026-05-01',
  [],
  {},
  [1, 'a'],
  ['a', 'b'],
  ['a', 1, null],
  [true, 'x'],
  [3, 1, 2],
  [[1], [1]],
  [{ b: 1 }, { b: 2 }],
  [{ b: 1 }, 'x'],
  ['x', { b: 1 }],
  { a: 1 },
  { b: 1 },
  { a: null },
  { a: { b: 1 } },
  { a: 1, b: 1 },
  { a: [1], b: 'x' },
  { a: 'x', b: { a: 1 } },
  JSON.parse('{"__proto__": {"a": 1}, "toString": 1}'),
]

test.each(corners)('%s: compiled as interpreted, whatever the record is', (text) => {
  const [interpreted, [run]] = [readExpression(text), running([text])]
  for (const record of values) compare(text, interpreted, run, { record, earlier: {}, row: {}, key: '' })
})

test.each([
  'timestamp("2026-05-03T00:00:00Z") == record',
  'other == 1',
  'record.exists(record, record)',
  'record.matches("(")',
  '{"a": 1}.a == record',
])('%s is left to the interpreter', (text) => {
  readExpression(text)
  expect(compiled([text]).functions).toEqual([undefined])
})

test('what several rules say of the record alone is written and worked out once', () => {
  const dates = 'min(record.?dates.orValue([]).map(each, has(each.date), each.date))'
  const { shared, functions } = compiled([`${dates} == ""`, `row.date >= ${dates}`])
  expect(shared.size).toBe(2)
  expect(functions.every((each) => each?.includes('once('))).toBe(true)
})

test('a validator carries the interpreter for the rule that needs it, and only then', async () => {
  const rule = {
    id: 'V1',
    level: 'error',
    says: 'the visit is not in the past',
    check: 'timestamp(record.visitDay + "T00:00:00Z") > timestamp("2026-01-01T00:00:00Z")',
    message: 'm',
    remedy: 'r',
    cites: ['grow-together'],
    questions: ['/plot/holder'],
  }
  const before = await allotment()
  const codeOf = async (from: ReadonlyMap<string, string>) => {
    const [form] = load(from).forms
    if (!form) throw new Error('the form has gone')
    const made = await validator.emit({ form, checkSource: compileCheck(form).source, examples: [] } as unknown as Parameters<
      typeof validator.emit
    >[0])
    return String(made.find(({ path }) => path.endsWith('.js'))?.contents)
  }
  const rules = JSON.stringify({ $schema: '../../dialect/rules.json', title: 'Rules', rules: [rule] })
  const code = await codeOf(new Map([...before, ['schemas/forms/allotment-visit/rules.json', rules]]))
  expect(code).toContain('no_such_overload')
  expect(await codeOf(before)).not.toContain('no_such_overload')
  const folder = mkdtempSync(join(tmpdir(), 'validator-'))
  writeFileSync(join(folder, 'validator.mjs'), code)
  const { validateAllotmentVisit } = await import(pathToFileURL(join(folder, 'validator.mjs')).href)
  rmSync(folder, { recursive: true })
  const broken = (visitDay: string) => JSON.stringify(validateAllotmentVisit({ visitDay })).includes('"rule":"V1"')
  expect([broken('2025-12-31'), broken('2026-05-03')]).toEqual([true, false])
})
