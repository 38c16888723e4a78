/** Laws that every pattern there is keeps, shown on the words that it says must be caught. */
import { expect, test } from 'vitest'
import { readerOf } from '../../src/language/reader.ts'
import { type Passage, type Pattern, passageOf, patternsOf } from '../../src/practice-language.ts'
import { language } from '../own.ts'

const patterns = patternsOf(language).map((pattern) => ({
  pattern,
  read: readerOf({ ...language, themes: [{ id: 'one', title: '', description: '', patterns: [pattern] }] }),
}))
const readAll = readerOf(language)

type Each = (typeof patterns)[number]

/** A passage with the first catch in it. */
interface Caught extends Each {
  readonly passage: Passage
  readonly words: string
  /** The passage with other words in place of the catch. */
  readonly said: (words: string) => Passage
}

const caught: Caught[] = patterns.flatMap(({ pattern, read }) => {
  const passage = passageOf(pattern.caught)
  const [first] = read(passage)
  if (!first) return []
  const { text } = passage
  const said = (words: string) => ({ ...passage, text: text.slice(0, first.start) + words + text.slice(first.end) })
  return [{ pattern, read, passage, words: text.slice(first.start, first.end), said }]
})
const worded = caught.filter(({ pattern }) => pattern.check === undefined)
const doubtful = caught.filter(({ pattern }) => pattern.level !== 'good')

/** What breaks a law, with what it was tried on. */
const breaking = <C extends Caught>(
  all: readonly C[],
  tried: (each: C) => readonly Passage[],
  holds: (found: number) => boolean,
): string[] =>
  all.flatMap((each) =>
    tried(each).flatMap((passage) => (holds(each.read(passage).length) ? [] : [`${each.pattern.id}: ${JSON.stringify(passage.text)}`])),
  )
const nothing = (found: number) => found === 0
const something = (found: number) => found > 0

test('every pattern catches its own example', () => {
  expect(patterns.length).toBeGreaterThan(20)
  expect(caught.map(({ pattern }) => pattern.id)).toEqual(patterns.map(({ pattern }) => pattern.id))
})

test.each(['“”', '""', '‘’', "''", '«»', '„“'])('inside %s nothing is noticed', ([open = '', close = '']) => {
  // An example may quote somebody itself: what it quotes already is not asked here.
  const plain = doubtful.filter(({ passage }) => !/[“”"„«‘]|(?<!\p{L})'|'(?!\p{L})/u.test(passage.text) && !/s’/.test(passage.text))
  expect(plain.length).toBeGreaterThan(10)
  const quoted = ({ passage }: Caught) => [{ ...passage, text: `She says: ${open}${passage.text}${close}` }]
  expect(breaking(plain, quoted, nothing)).toEqual([])
})

test.each(['personOwnWords', 'representative'])('in the voice %s nothing is noticed', (voice) => {
  expect(breaking(doubtful, ({ passage }) => [{ ...passage, voice }], nothing)).toEqual([])
})

test('in other letters it is caught all the same, unless it is known by its capitals', () => {
  const plain = worded.filter(({ words }) => !/\p{Lu}/u.test(words.slice(1)))
  expect(plain.length).toBeGreaterThan(10)
  expect(breaking(plain, ({ words, said }) => [said(words.toLowerCase()), said(words.toUpperCase())], something)).toEqual([])
})

test('other spaces and line breaks hide nothing', () => {
  const spaced = ({ words, said }: Caught) => ['\n', '  ', ' \n', '\t', '\u00A0'].map((space) => said(words.replaceAll(' ', space)))
  expect(breaking(worded, spaced, something)).toEqual([])
})

test('other apostrophes hide nothing', () => {
  const apostrophes = ({ words, said }: Caught) => ['’', "'"].map((mark) => said(words.replace(/(?<=\p{L})['’](?=\p{L})/gu, mark)))
  expect(breaking(worded, apostrophes, something)).toEqual([])
})

test('hyphens for spaces, and spaces for hyphens, hide nothing', () => {
  const hyphens = ({ words, said }: Caught) => [
    said(words.replace(/(?<=\p{L}) (?=\p{L})/gu, '-')),
    said(words.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')),
  ]
  expect(breaking(worded, hyphens, something)).toEqual([])
})

test('neutral sentences around it hide nothing', () => {
  const around = ({ passage }: Caught) => {
    const text = /[.!?”]$/.test(passage.text) ? passage.text : `${passage.text}.`
    return [`The kettle is blue. ${text} Lamps were lit.`, `The kettle is blue.\n\n${text}\n\nLamps were lit.`].map((text) => ({
      ...passage,
      text,
    }))
  }
  expect(breaking(worded, around, something)).toEqual([])
})

test('it is caught only in answers that it is about', () => {
  const abouts = ['aboutMe', 'strengths', 'needs', 'outcomes', 'actions', 'legal']
  const elsewhere = ({ about, exempt }: Pattern) =>
    abouts.filter((each) => exempt.includes(each) || (about.length > 0 && !about.includes(each)))
  const within = ({ about, exempt }: Pattern) => (about.length ? about : abouts).filter((each) => !exempt.includes(each))
  expect(breaking(caught, ({ pattern, passage }) => elsewhere(pattern).map((about) => ({ ...passage, about })), nothing)).toEqual([])
  expect(breaking(worded, ({ pattern, passage }) => within(pattern).map((about) => ({ ...passage, about })), something)).toEqual([])
})

test.each<[string, string]>([
  ['nothing', ''],
  ['space', ' \n\t '],
  ['100 KB of space', ' '.repeat(100_000)],
  ['100 KB of line breaks', ' \n'.repeat(50_000)],
  ['100 KB of one small letter', 'a'.repeat(100_000)],
  ['100 KB of one capital', 'A'.repeat(100_000)],
  ['100 KB of apostrophes', "'".repeat(100_000)],
  ['300 brackets', 'a ('.repeat(300)],
  ['100 KB of hyphens', 'a-'.repeat(50_000)],
  ['emoji', '👩🏽‍🦽👍🏿'.repeat(2000)],
  ['Hebrew', 'שלום עולם. '.repeat(100)],
  ['Arabic with marks', '\u202Bمرحبا\u202C '.repeat(200)],
  ['half characters', '\uD83D '.repeat(300)],
])('in %s nothing is noticed but how long it is', (_, text) => {
  const found = readAll({ text, person: { name: 'Joan Smith', pronouns: 'she/her' } }).map(({ pattern }) => pattern.id)
  expect(found.filter((id) => id !== 'long-sentence')).toEqual([])
})

test('in 5,000 words without a full stop nothing is noticed but their number', () => {
  const text = 'kettle and lamp by window near garden with roses '.repeat(550)
  expect(readAll({ text }).filter(({ pattern }) => pattern.check === undefined)).toEqual([])
})

test('5,000 words without a full stop that say it all, over and over, are read too', () => {
  const once = worded.map(({ words }) => words.replace(/[.!?]/g, '')).join(' and ')
  const text = `${once} and `.repeat(Math.ceil(5000 / once.split(/\s/).length))
  const found = readAll({ text })
  expect(found.length).toBeGreaterThan(100)
  expect(found.every(({ start, end }) => start < end && end <= text.length)).toBe(true)
})

test('places are of the text, and in order for each pattern', () => {
  const text = caught.map(({ passage }) => passage.text).join(' ')
  for (const { read } of patterns) {
    let last = 0
    for (const { start, end } of read({ text })) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeLessThanOrEqual(text.length)
      last = end
    }
  }
})
