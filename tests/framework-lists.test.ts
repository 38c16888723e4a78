/** The lists of the framework stand in the order that they ask for. */
import { expect, test } from 'vitest'
import { collector } from '../src/diagnostics.ts'
import { listsOf } from '../src/schema/framework.ts'
import { loadModel } from '../src/schema/load.ts'
import { readSources, type Sources } from '../src/schema/sources.ts'
import { root, set } from './project.ts'

const sources = await readSources(root)
const titlesOf = (given: Sources): string[] => [...listsOf(loadModel(given, collector().report).files).values()].map(({ title }) => title)

test('what people look up most comes first, and what is behind it comes after', () => {
  const titles = titlesOf(sources)
  expect(titles.slice(0, 3)).toEqual(['Principles', 'The four steps', 'Making it Real'])
  expect(titles.indexOf('Aims')).toBeGreaterThan(titles.indexOf('Safeguards'))
})

test('a list that is given another place moves there, and one that asks for none comes last', () => {
  const first = set(sources, 'schemas/framework/aims.json', '/x-order', 1)
  expect(titlesOf(first).slice(0, 2).sort()).toEqual(['Aims', 'Principles'])
  const none = set(sources, 'schemas/framework/principles.json', '/x-order', undefined)
  expect(titlesOf(none).slice(-2).sort()).toEqual(['Law, regulations and guidance', 'Principles'])
})

test('a place that is no whole number is a mistake with its line', () => {
  const { found, report } = collector()
  loadModel(set(sources, 'schemas/framework/aims.json', '/x-order', 'first'), report)
  expect(found).toEqual([expect.objectContaining({ file: 'schemas/framework/aims.json', line: 5 })])
})
