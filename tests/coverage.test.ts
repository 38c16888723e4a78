import { expect, test } from 'vitest'
import { checkCoverage, coverageOf } from '../src/coverage.ts'
import { collector } from '../src/diagnostics.ts'
import { usesOf } from '../src/explain.ts'
import type { Form, Item, Question } from '../src/form.ts'
import { forms, framework } from './own.ts'

/** The form as if no question had ever cited an item. */
function without(form: Form, id: string): Form {
  const strip = (question: Question): Question => ({
    ...question,
    practice: {
      framework: question.practice.framework.filter((each) => each !== id),
      law: question.practice.law.filter((each) => each !== id),
    },
    options: question.options.filter(({ value }) => value !== id),
    parts: question.parts.map(strip),
  })
  const inItem = (item: Item): Item => (item.type === 'section' ? { ...item, items: item.items.map(inItem) } : strip(item))
  return { ...form, sections: form.sections.map((section) => ({ ...section, items: section.items.map(inItem) })) }
}

test('every item that names a form is answered to by a question of it', () => {
  for (const form of forms) {
    const { found, report } = collector()
    checkCoverage(form, framework, report)
    expect(found).toEqual([])
  }
})

test('taking an item’s references out of a form fails the build with the item’s name', () => {
  for (const form of forms) {
    const owed = coverageOf(form, framework).filter(({ item }) => item.appliesTo.includes(form.stage))
    if (['assessment', 'plan', 'review'].includes(form.stage)) expect(owed.length).toBeGreaterThan(40)
    for (const { item } of owed) {
      const { found, report } = collector()
      checkCoverage(without(form, item.id), framework, report)
      expect(found.map(({ code, reason }) => `${code} ${reason}`).join(), item.id).toContain(`\`${item.id}\` (${item.title})`)
    }
  }
})

test('every item says what it is, where it comes from and where it is used', () => {
  for (const item of framework.values()) {
    expect(item.description, item.id).toMatch(/\w{3}/)
    expect(item.source.act ?? item.source.document, item.id).toBeTruthy()
    for (const { questions } of usesOf(item.id, forms)) expect(questions.length, item.id).toBeGreaterThan(0)
  }
})

test('the framework has all its items, and the defects of the documents are not among them', () => {
  const count = (pattern: RegExp) => [...framework.keys()].filter((id) => pattern.test(id)).length
  expect(count(/^i-/)).toBe(12)
  expect(count(/^we-/)).toBe(23)
  expect(count(/^rq-[a-z]+-\d+$/)).toBe(35)
  expect(count(/^wb-(?!no-hierarchy)/)).toBe(9)
  expect(count(/^mir-theme-/)).toBe(6)
  expect(count(/^char-/)).toBe(6)
  expect(count(/^advocacy-difficulty-/)).toBe(4)
  expect(count(/^iqam-\d/)).toBe(4)
  expect(framework.get('wb-relationships')?.title).toMatch(/relationships/i)
})
