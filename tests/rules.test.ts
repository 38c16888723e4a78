import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSources } from '../src/schema/sources.ts'
import { rulesOf, standardFor } from '../src/validator/standard.ts'
import { verdict } from '../src/validator/verdict.ts'
import { load, root, set } from './project.ts'

/** How to break one rule: the smallest change to a record that keeps it. */
interface Breaking {
  readonly record: string
  /** Records of earlier forms, by stage. */
  readonly earlier?: Readonly<Record<string, string>>
  /** Pointer and new value; null takes the answer out. */
  readonly edits: readonly (readonly [string, unknown])[]
  /** Where the breach is shown. */
  readonly at: string
}

const sources = await readSources(root)
const { forms, found } = load(sources)
const folder = join(root, 'tests/fixtures/rules')
const breakings = readdirSync(folder).flatMap((name) => {
  const form = forms.find(({ id }) => `${id}.json` === name)
  if (!form) throw new Error(`${name} belongs to no form`)
  const cases: Record<string, Breaking> = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return Object.entries(cases).map(([id, breaking]) => ({ form, id, ...breaking }))
})
const standards = new Map(forms.map((form) => [form.id, standardFor(form)]))

const text = (path: string): string => sources.get(path) ?? ''
const edited = (path: string, edits: Breaking['edits']): unknown =>
  JSON.parse(
    edits
      .reduce(
        (each, [pointer, value]) => set(each, path, pointer, value === null ? undefined : value),
        sources as ReadonlyMap<string, string>,
      )
      .get(path) ?? '',
  )

test('the rules are right as data', () => expect(found).toEqual([]))

test('every rule has a record that keeps it and one that breaks it', () => {
  for (const form of forms) {
    const tried = breakings.filter((each) => each.form === form).map(({ id }) => id)
    expect(tried.sort()).toEqual(form.rules.map(({ id }) => id).sort())
  }
})

test.each(breakings.map((each) => [`${each.form.id} ${each.id}`, each] as const))(
  '%s',
  (_, { form, id, record, earlier = {}, edits, at }) => {
    const standard = standards.get(form.id)
    if (!standard) throw new Error('no standard')
    const before = Object.fromEntries(Object.entries(earlier).map(([stage, path]) => [stage, JSON.parse(text(path))]))
    const kept = verdict(standard, JSON.parse(text(record)), before)
    expect({ ...kept, record: undefined }).toEqual({ valid: true, record: undefined, warnings: [] })
    const broken = verdict(standard, edited(record, edits), before)
    const rule = form.rules.find((each) => each.id === id)
    const told = rule?.level === 'error' ? (broken.valid ? [] : broken.problems) : broken.warnings
    expect(told.filter((problem) => problem.rule === id).map(({ pointer }) => pointer)).toContain(at)
  },
)

test('statute and regulation give errors, and every rule says where it comes from', () => {
  for (const form of forms) for (const rule of form.rules) expect(rule.cites.length, rule.id).toBeGreaterThan(0)
})

test('every rule answers yes or no on every example', () => {
  for (const form of forms) {
    const examples = [...sources.keys()].filter((path) => path.startsWith(`examples/${form.id}/`) && /\/[^./]+\.json$/.test(path))
    const standard = standards.get(form.id)
    for (const path of examples) {
      for (const { rule, check, when } of standard?.rules ?? []) {
        if (rule.each !== undefined || rule.against !== undefined) continue
        const variables = { record: JSON.parse(text(path)), row: {}, key: '', earlier: {} }
        if (when(variables) === true) expect([true, false], `${path} ${rule.id}`).toContain(check(variables))
      }
    }
  }
  expect(forms.flatMap(rulesOf).length).toBeGreaterThan(forms.flatMap(({ rules }) => rules).length)
})
