/** The arithmetic behind the accuracy that the README quotes, on a corpus and a practice language of its own. */
import { describe, expect, test } from 'vitest'
import { accuracy, mistakes } from '../scripts/bench/accuracy-report.ts'
import { keywordSearch, keywordsIn, ours } from '../scripts/bench/noticing.ts'
import { noLists, type Pattern, type PracticeLanguage } from '../src/practice-language.ts'
import type { Item } from './practice-language/corpus.ts'
import { judgeSentences } from './practice-language/score.ts'

const pattern = (id: string, term: string, phrases: string[]): Pattern => ({
  ...{ id, term, phrases, level: 'warning', butNot: [], about: [], exempt: [], atLeast: 1, quality: '', cites: [] },
  ...{ unless: { sentence: [], nearby: [], answer: [] }, why: '', suggest: '', source: '', caught: '', sound: '' },
})

const language: PracticeLanguage = {
  themes: [{ id: 'labels', title: 'Labels', description: '', patterns: [pattern('frail', 'frail, N/A (alone)', ['frail', 'poorly'])] }],
  lists: noLists,
}

const items: Item[] = [
  { id: 'frail-1', text: 'Mrs Bell is frail.', expect: ['frail'] },
  { id: 'frail-2', text: 'Mr Bell is getting on.', expect: ['frail'] },
  { id: 'frail-3', text: 'The bridge is poorly lit.', expect: [] },
  { id: 'voices-1', text: 'I am frail and I know it.', expect: [], voice: 'personOwnWords' },
  { id: 'elsewhere-1', text: 'She said “I am frail” and laughed.', expect: [] },
]

test('a term is searched for as the phrases that it lists', () => {
  expect(keywordsIn('lacks capacity (for what?), NOK / next of kin, N/A')).toEqual(['lacks capacity', 'NOK', 'next of kin', 'N/A'])
})

describe('a keyword search', () => {
  const { notice } = keywordSearch(language)
  const found = (text: string) => notice({ id: '', text, expect: [] })

  test('finds whole words in any case, wherever they stand', () => {
    expect(found('FRAIL, frailty; n/a. “Frail”')).toEqual(['FRAIL', 'n/a', 'Frail'])
  })

  test('finds nothing where there are no patterns', () => {
    expect(keywordSearch({ themes: [], lists: noLists }).notice({ id: '', text: 'frail', expect: [] })).toEqual([])
  })
})

test('by the sentence, any finding is right where something is to be noticed and wrong where nothing is', () => {
  expect(judgeSentences(items, ({ text }) => /frail|lit/.test(text))).toEqual({ right: 1, missed: 1, wrong: 3 })
})

test('the table judges ours strictly and by the sentence, others by the sentence, and counts findings in the person’s own words', () => {
  const silent = { name: 'silent', notice: () => [] }
  const [, , labels, all, own] = accuracy(language, items, ours(language), [keywordSearch(language), silent])
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(labels?.slice(1, -1)).toEqual(['Labels', '2', '0.50 / 0.50', '0.50 / 0.50', '1.00 / 0.50', '– / 0.00'])
  expect(all?.slice(1, -1)).toEqual(['**All**', '2', '0.50 / 0.50', '0.50 / 0.50', '0.33 / 0.50', '– / 0.00'])
  expect(own?.slice(3, -1)).toEqual(['0', '0', '1', '0'])
})

test('what ours got wrong is listed by item', () => {
  const told = mistakes(items, ours(language))
  expect(told).toContain('frail-2  missed frail')
  expect(told).toContain('frail-3  wrongly frail')
  expect(told).not.toContain('voices-1')
})
