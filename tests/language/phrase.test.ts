/** Phrases: what they match, what they do not, and that none of them can make a reader hang. */
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { BadPhrase, readPhrase, saidIn } from '../../src/language/phrase.ts'
import { sentencesOf } from '../../src/language/words.ts'

const parser = unified().use(retextEnglish).freeze()
const sentences = (text: string) => sentencesOf(parser.parse(text), text)
const sets = { be: ['is', 'was', "isn't"], kin: ['(his|her) {parent}', 'sister'], parent: ['mother', 'father'] }

/** The words of a text that say a phrase. */
const said = (phrase: string, text: string): string[] =>
  sentences(text).flatMap((sentence) =>
    saidIn(readPhrase(phrase, sets), sentence).map(({ from, to }) => text.slice(sentence[from]?.start ?? 0, sentence[to - 1]?.end)),
  )

test.each<[phrase: string, text: string, said: string[]]>([
  ['service user~', 'The service users, and one Service-User.', ['service users', 'Service-User']],
  ['suffer~ from', 'She suffers from, suffered\nfrom and is suffering  from it.', ['suffers from', 'suffered\nfrom', 'suffering  from']],
  ['(his|her) wife', 'His wife and her wife; their wife.', ['His wife', 'her wife']],
  ['poor [old] soul', 'Poor soul, poor old soul, poor dear soul.', ['Poor soul', 'poor old soul']],
  ['needs … care', 'She needs care. She needs all of our care. She needs a lot of our best care.', ['needs care', 'needs all of our care']],
  ['needs … care', 'Her needs; she takes care.', []],
  ['aged #', 'Aged 82, aged eighty, aged two.', ['Aged 82', 'aged two']],
  ['told @', 'She told Joan. She told them.', ['told Joan']],
  ['a _ person', 'A kind person, and a person.', ['A kind person']],
  ['^ no', 'No. He has no tea. No tea.', ['No', 'No']],
  ['at all $', 'None at all. At all times.', ['at all']],
  ['{be} a {parent}', 'She is a mother, he was a father, he isn’t a father.', ['is a mother', 'was a father', 'isn’t a father']],
  ['{kin}', 'Her father, his sister.', ['Her father', 'sister']],
  ['SU', 'The SU and the SU’s su, Su and SUs.', ['SU', 'SU’s']],
  ["won't engage", "She won’t engage, and won't engage.", ['won’t engage', "won't engage"]],
  [
    'wheelchair bound',
    'Wheelchair-bound, wheelchair‑bound, wheelchair/bound, wheelchair – bound.',
    ['Wheelchair-bound', 'wheelchair‑bound', 'wheelchair/bound'],
  ],
  ['wheelchair-bound', 'Wheelchair bound; wheelchair, bound.', ['Wheelchair bound']],
  ['carer', 'The carer’s room, the carer.', ['carer’s', 'carer']],
  ['[very] [very] old', 'He is very very old.', ['very very old', 'very old', 'old']],
  ['non compliant', '- non\n- compliant\n- non compliant', ['non compliant']],
  ['(^|so) frail', 'Frail. So frail. Not frail.', ['Frail', 'So frail']],
])('“%s” in “%s”', (phrase, text, expected) => {
  expect(said(phrase, text)).toEqual(expected)
})

test.each([
  ['(a|b', 'a “(” is not closed'],
  ['[a', 'a “[” is not closed'],
  ['a)', '“)” closes what was not opened'],
  ['a | b', '“|” closes what was not opened'],
  ['… ^ $', 'it has no words'],
  ['', 'it has no words'],
  ['{nobody} a', 'there is no list {nobody}'],
  ['{constructor} a', 'there is no list {constructor}'],
  ['{be a', 'a list is named as {list}'],
  ['be} a', 'a list is named as {list}'],
  ['he, she', '“he,” is no word'],
  ['user ~', '“~” is no word'],
  ['user~s', '“user~s” is no word'],
  ['(a)'.padStart(200, '(').padEnd(400, ')'), 'too many brackets'],
  ['a … '.repeat(100), 'it can go on for more than 60 words'],
])('%s cannot be read', (phrase, problem) => {
  expect(() => readPhrase(phrase, sets)).toThrow(BadPhrase)
  expect(() => readPhrase(phrase, sets)).toThrow(problem)
})

test('lists that lead back to themselves, or to more than anybody means, are refused', () => {
  expect(() => readPhrase('{a}', { a: ['x {b}'], b: ['y {a}'] })).toThrow('the list {a} leads back to itself')
  expect(() => readPhrase('{a}', { a: ['x', 'y)'] })).toThrow('closes what was not opened, in the list {a}')
  const laughs = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`l${n}`, Array.from({ length: 10 }, () => `{l${n + 1}}`)]))
  expect(() => readPhrase('{l0}', { ...laughs, l9: ['ha'] })).toThrow('it stands for more than 5000 words')
})

describe('hostile phrases in hostile texts', () => {
  // Walked way by way, each of these would take longer than there is.
  const long = sentences(`${'a '.repeat(500)}b`)[0] ?? []
  test.each([
    ['gaps', 'a … … … … … … … … … … … … … … c'],
    ['alternatives', `${'(a|a|a) '.repeat(50)}c`],
    ['things left out', `${'[a] '.repeat(55)}c`],
    ['all of them', `a ${'([a]|_|a|…) '.repeat(14)}c`],
  ])('%s', (_, phrase) => {
    expect(long.length).toBe(501)
    expect(saidIn(readPhrase(phrase, {}), long)).toEqual([])
    expect(saidIn(readPhrase(phrase.replace(/c$/, 'b'), {}), long).length).toBeGreaterThan(0)
  })
})
