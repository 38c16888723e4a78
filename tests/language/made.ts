/** A practice language made for tests: one pattern, and small lists. */
import { type Reader, readerOf } from '../../src/language/reader.ts'
import type { Passage, Pattern, WordLists } from '../../src/practice-language.ts'

export const lists: WordLists = {
  sets: {},
  ownChoice: ['own word~', '(calls|called) (herself|himself)'],
  organisations: ['society', 'team', 'club'],
  acronyms: ['GP', 'NHS'],
  firstNames: ['Joan', 'Nadia', 'Callum'],
  relations: ['sister', 'brother', 'neighbour', 'mother-in-law'],
}

/** A pattern that says nothing but what a test is about. */
export const pattern = (says: Partial<Pattern>): Pattern => ({
  id: 'made',
  term: 'made',
  level: 'warning',
  phrases: [],
  butNot: [],
  unless: { sentence: [], nearby: [], answer: [] },
  about: [],
  exempt: [],
  atLeast: 1,
  quality: 'quality-person-centred',
  cites: [],
  why: '',
  suggest: '',
  source: '',
  caught: 'a',
  sound: 'b',
  ...says,
})

export const readerFor = (says: Partial<Pattern>): Reader =>
  readerOf({ themes: [{ id: 'made', title: 'Made', description: '', patterns: [pattern(says)] }], lists })

/** The words that a pattern notices in a passage. */
export const noticed = (says: Partial<Pattern>, passage: Passage | string): string[] => {
  const given = typeof passage === 'string' ? { text: passage } : passage
  return readerFor(says)(given).map(({ start, end }) => given.text.slice(start, end))
}
