/** When wording is nobody's business: the person's words, their choice of words, names; and what makes words sound. */
import { expect, test } from 'vitest'
import { noticed } from './made.ts'

const frail = { phrases: ['frail', 'wheelchair bound'] }

test('words in quotation marks are the person’s, and those beside them are not', () => {
  expect(noticed(frail, 'She is frail. “I am frail,” she says. She is frail.')).toEqual(['frail', 'frail'])
  expect(noticed(frail, "She says she is “frail” or 'wheelchair-bound'.")).toEqual([])
})

test.each(['personOwnWords', 'representative'])('the voice %s is left as it is, except for what is good', (voice) => {
  expect(noticed(frail, { text: 'I am frail.', voice })).toEqual([])
  expect(noticed({ ...frail, level: 'good' }, { text: 'I am frail.', voice })).toEqual(['frail'])
})

test.each(['practitioner', 'writtenTogether', undefined])('the voice %s is not', (voice) => {
  expect(noticed(frail, { text: 'She is frail.', voice })).toEqual(['frail'])
})

test('a sentence that says the words are chosen silences itself, and no other', () => {
  expect(noticed(frail, 'She calls herself frail. He calls her frail.')).toEqual(['frail'])
  expect(noticed(frail, '“Frail” is her own word for it. Wheelchair-bound, in her own words.')).toEqual([])
})

test.each<[chosen: string, noticed: string[]]>([
  ['Frail', []],
  ['“frail”, please', []],
  ["I say 'frail', and wheelchair user", []],
  ['frailty', ['frail']],
  ['Never say frail', ['frail']],
  ['I am disabled, not frail', ['frail']],
  ['Disabled. I don’t want to hear frail or weak.', ['frail']],
  ['I hate the word weak. Frail is right.', []],
  ['', ['frail']],
])('where the person’s words are “%s”', (chosenWords, expected) => {
  expect(noticed(frail, { text: 'She is frail.', person: { chosenWords } })).toEqual(expected)
})

test('hyphens make no difference to what is chosen', () => {
  const text = 'She is wheelchair-bound.'
  expect(noticed(frail, { text, person: { chosenWords: 'wheelchair bound' } })).toEqual([])
  expect(noticed(frail, { text: 'She is wheelchair bound.', person: { chosenWords: 'Wheelchair-bound' } })).toEqual([])
})

test.each<[text: string, noticed: string[]]>([
  ['She goes to the Frail Society.', []],
  ['She goes to the Frail and Elderly Team’s lunch.', []],
  ['She goes to the Society for the Frail.', []],
  ['She goes to the frail team.', ['frail']],
  ['Frail, the Team said.', ['Frail']],
  ['Frail. Society Team.', ['Frail']],
  ['FRAIL', ['FRAIL']],
])('names: %s', (text, expected) => {
  expect(noticed(frail, text)).toEqual(expected)
})

test('longer phrases, the same sentence, a neighbour, the whole answer: each makes words sound as far as it says', () => {
  const tried = (says: Parameters<typeof noticed>[0]) =>
    noticed({ ...frail, ...says }, 'He is frail. A tall tree. It says why. He is frail.')
  const unless = (where: 'sentence' | 'nearby' | 'answer', phrase: string) =>
    tried({ unless: { sentence: [], nearby: [], answer: [], [where]: [phrase] } }).length
  expect(tried({ butNot: ['is frail'] })).toEqual([])
  expect(tried({ butNot: ['why'] }).length).toBe(2)
  expect([unless('sentence', 'he is'), unless('sentence', 'tree'), unless('sentence', 'why')]).toEqual([0, 2, 2])
  expect([unless('nearby', 'he'), unless('nearby', 'tree'), unless('nearby', 'why')]).toEqual([0, 1, 1])
  expect([unless('answer', 'tree'), unless('answer', 'bush')]).toEqual([0, 2])
  // Words are no excuse for themselves.
  expect(unless('sentence', 'frail')).toBe(2)
})

test('of phrases over each other, the longest counts once', () => {
  expect(noticed({ phrases: ['frail', 'very frail', 'frail old man'] }, 'A very frail old man, frail and very frail.')).toEqual([
    'frail old man',
    'frail',
    'very frail',
  ])
})

test('only, and never, in answers about what the pattern says', () => {
  const about = (says: object, about?: string) => noticed({ ...frail, ...says }, { text: 'Frail.', about }).length
  expect([about({ about: ['needs'] }, 'needs'), about({ about: ['needs'] }, 'legal'), about({ about: ['needs'] })]).toEqual([1, 0, 0])
  expect([about({ exempt: ['legal'] }, 'needs'), about({ exempt: ['legal'] }, 'legal'), about({ exempt: ['legal'] })]).toEqual([1, 0, 1])
})
