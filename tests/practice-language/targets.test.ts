/** The labelled corpus, and what the practice language has to reach on the half that nobody tuned it on. */
import { describe, expect, test } from 'vitest'
import { ours } from '../../scripts/bench/noticing.ts'
import { patternsOf } from '../../src/practice-language.ts'
import { found, language } from '../own.ts'
import { corpus, isTheirOwn } from './corpus.ts'
import { judge, precision, recall } from './score.ts'

const halves = { tune: corpus('tune'), quote: corpus('quote') }
const all = [...halves.tune, ...halves.quote]
const { notice } = ours(language)

test('the practice language is right as data', () => expect(found).toEqual([]))

describe('the corpus', () => {
  test('has 400 sentences and 20 whole answers, half of them sound', () => {
    const answers = all.filter(({ id }) => id.startsWith('answer-'))
    expect(all.length - answers.length).toBeGreaterThanOrEqual(400)
    expect(answers.length).toBeGreaterThanOrEqual(20)
    const sound = all.filter(({ expect }) => !expect.length).length / all.length
    expect(sound).toBeGreaterThan(0.45)
    expect(sound).toBeLessThan(0.6)
  })

  test('says everything once, and names patterns that there are', () => {
    const ids = new Set(patternsOf(language).map(({ id }) => id))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.flatMap(({ expect }) => expect).filter((id) => !ids.has(id))).toEqual([])
    const texts = (half: typeof all) => new Set(half.map(({ text, about }) => `${about} ${text.toLowerCase().replace(/\W+/g, ' ')}`))
    expect([...texts(halves.tune)].filter((text) => texts(halves.quote).has(text))).toEqual([])
  })

  test('tries every pattern, in both halves, where it must be noticed', () => {
    const patterns = patternsOf(language).filter(({ level }) => level !== 'good')
    for (const half of Object.values(halves)) {
      const tried = new Set(half.flatMap(({ expect }) => expect))
      expect(patterns.filter(({ id }) => !tried.has(id)).map(({ id }) => id)).toEqual([])
    }
  })
})

test('of what is noticed in the half it was not tuned on, 95 in 100 are right; of what should be, 90 in 100 are noticed', () => {
  const score = judge(halves.quote, notice)
  expect(precision(score)).toBeGreaterThanOrEqual(0.95)
  expect(recall(score)).toBeGreaterThanOrEqual(0.9)
})

test('nothing is ever noticed in the person’s own words', () => {
  expect(all.filter(isTheirOwn).filter((item) => notice(item).length)).toEqual([])
})
