import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingsOf } from '../src/rules/run.ts'
import { readyRule, rulesOf, standardFor } from '../src/validator/standard.ts'
import { verdict } from '../src/validator/verdict.ts'
import { forms, found, sources } from './own.ts'
import { load, root, set } from './project.ts'

/** How to break one rule: the smallest change to a record that keeps it. */
interface Breaking {
  readonly record: string
  /** Records of earlier forms, by stage. */
  readonly earlier?: Readonly<Record<string, string>>
  /** What has to be added before the record keeps it. */
  readonly given?: Breaking['edits']
  /** Pointer and new value; null takes the answer out. */
  readonly edits: readonly (readonly [string, unknown])[]
  /** Where the breach is shown. */
  readonly at: string
}

const folder = join(root, 'tests/fixtures/rules')
const breakings = readdirSync(folder).flatMap((name) => {
  const form = forms.find(({ id }) => `${id}.json` === name)
  if (!form) throw new Error(`${name} belongs to no form`)
  const cases: Record<string, Breaking> = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return Object.entries(cases).map(([id, breaking]) => ({ form, id, ...breaking }))
})
const standards = new Map(forms.map((form) => [form.id, standardFor(form)]))

const text = (path: string): string => sources.get(path) ?? ''
const prompts = new Map(forms.map(({ id, rules }) => [id, rules.filter(({ level }) => level === 'prompt').map(readyRule)]))
const examples = forms.flatMap((form) =>
  [...sources.keys()]
    .filter((path) => path.startsWith(`examples/${form.id}/`) && /\/[^./]+\.json$/.test(path))
    .map((path) => ({ form, path })),
)

/** What the form's prompts ask of a record. */
const asked = (form: { id: string }, record: unknown): string[] =>
  findingsOf(prompts.get(form.id) ?? [], record)
    .filter(({ result }) => result === 'broken')
    .map(({ rule, pointer }) => `${rule.id} ${pointer}`)

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
  (_, { form, id, record, earlier = {}, given = [], edits, at }) => {
    const standard = standards.get(form.id)
    if (!standard) throw new Error('no standard')
    const before = Object.fromEntries(Object.entries(earlier).map(([stage, path]) => [stage, JSON.parse(text(path))]))
    const keeping = edited(record, given)
    const kept = verdict(standard, keeping, before)
    expect({ ...kept, record: undefined }).toEqual({ valid: true, record: undefined, warnings: [] })
    const breaking = edited(record, [...given, ...edits])
    const rule = form.rules.find((each) => each.id === id)
    if (rule?.level === 'prompt') {
      const results = [keeping, breaking].map((each) => findingsOf([readyRule(rule)], each).find(({ pointer }) => pointer === at)?.result)
      expect(results).toEqual(['kept', 'broken'])
      return
    }
    const broken = verdict(standard, breaking, before)
    const told = rule?.level === 'error' ? (broken.valid ? [] : broken.problems) : broken.warnings
    expect(told.filter((problem) => problem.rule === id).map(({ pointer }) => pointer)).toContain(at)
  },
)

test('every best-practice example keeps every prompt', () => {
  expect(examples.length).toBeGreaterThan(8)
  for (const { form, path } of examples) expect(asked(form, JSON.parse(text(path))), path).toEqual([])
})

test('no prompt asks for what a draft has not come to yet, in whatever order its sections are filled in', () => {
  for (const { form, path } of examples) {
    const sections = Object.entries(JSON.parse(text(path)))
    for (const [index] of sections.entries()) {
      expect(asked(form, Object.fromEntries(sections.slice(0, index))), path).toEqual([])
      expect(asked(form, Object.fromEntries(sections.slice(index, index + 1))), path).toEqual([])
    }
  }
})

test('a prompt has nothing to say of a blank form', () => {
  for (const form of forms) {
    const said = findingsOf(prompts.get(form.id) ?? [], { form: form.id, formVersion: form.version })
    expect(new Set(said.map(({ result }) => result))).toEqual(new Set(['silent']))
  }
})

test.each([
  ['broken', ['The team', 'carers and family', 'Social workers, nurses', 'Home care agency 020 7946 0100', 'Staff at the centre', 'tbc']],
  ['kept', ['Me', 'Mum', 'Ann Lee, reablement team', 'Ann and the carers', 'Staff nurse Joy', `${'team in a and '.repeat(5000)}!x`]],
])('a name is told from a group of people: %s', (result, answers) => {
  const named = (prompts.get('assessment') ?? []).filter(({ rule }) => rule.id === 'AP15')
  const results = findingsOf(named, { decision: { next: { nextSteps: answers.map((who) => ({ who })) } } }).map((each) => each.result)
  expect(results).toEqual(answers.map(() => result))
})

test('a prompt says which quality it looks for, and the quality is one of the framework’s', () => {
  const path = 'schemas/forms/review/rules.json'
  const index = JSON.parse(text(path)).rules.findIndex(({ level }: { level: string }) => level === 'prompt')
  const codes = (quality?: string) => load(set(sources, path, `/rules/${index}/quality`, quality)).found.map(({ code }) => code)
  expect(codes('quality-flexible')).toEqual([])
  expect(codes('quality-flexable')).toEqual(['unknown-framework-id'])
  expect(codes('principle-hope')).not.toEqual([])
  expect(codes()).not.toEqual([])
})

test('a form has a dozen prompts or so, and its validator none of them', () => {
  for (const form of forms) {
    expect(rulesOf(form).filter(({ level }) => level === 'prompt')).toEqual([])
    const own = form.rules.filter(({ level }) => level === 'prompt')
    expect(own.length).toBeGreaterThan(11)
    expect(own.length).toBeLessThan(19)
  }
})

test('statute and regulation give errors, and every rule says where it comes from', () => {
  for (const form of forms) for (const rule of form.rules) expect(rule.cites.length, rule.id).toBeGreaterThan(0)
})

test('every rule answers yes or no on every example', () => {
  for (const { form, path } of examples) {
    for (const { rule, check, when } of [...(standards.get(form.id)?.rules ?? []), ...(prompts.get(form.id) ?? [])]) {
      if (rule.each !== undefined || rule.against !== undefined) continue
      const variables = { record: JSON.parse(text(path)), row: {}, key: '', earlier: {} }
      if (when(variables) === true) expect([true, false], `${path} ${rule.id}`).toContain(check(variables))
    }
  }
  const written = forms.flatMap(({ rules }) => rules.filter(({ level }) => level !== 'prompt'))
  expect(forms.flatMap(rulesOf).length).toBeGreaterThan(written.length)
})
