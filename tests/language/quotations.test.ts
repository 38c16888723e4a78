/** Quotations: whose words stand between which marks, and which apostrophes are no marks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotationsIn } from '../../src/language/quotations.ts'

const quoted = (text: string): string[] => quotationsIn(text).map(({ start, end }) => text.slice(start, end))

test.each<[text: string, quoted: string[]]>([
  ['She said “I am a burden. I always was.” Yes.', ['“I am a burden. I always was.”']],
  ['"a b" c "d"', ['"a b"', '"d"']],
  ["'I don't want it,' she said. 'It's mine.'", ["'I don't want it,'", "'It's mine.'"]],
  ['‘I don’t want it,’ she said.', ['‘I don’t want it,’']],
  ['“He said ‘no’ to me.” Then she left.', ['“He said ‘no’ to me.”']],
  ['“He said “no” to me.” Then she left.', ['“He said “no” to me.”']],
  ['‘He said “no” to me.’ Then she left.', ['‘He said “no” to me.’']],
  // Over paragraphs: closed once at the end, or opened anew in each.
  ['“One.\n\nTwo.” Three.', ['“One.\n\nTwo.”']],
  ['"One.\n\nTwo." Three.', ['"One.\n\nTwo."']],
  ['“One.\n\n“Two.” Three.', ['“One.', '“Two.”']],
  ['"One.\n\n"Two." Three.', ['"One.', '"Two."']],
  ['‘One\ntwo’ three.', ['‘One\ntwo’']],
  // Never closed.
  ['“One two.\nThree.\n\nFour.', ['“One two.\nThree.']],
  ['"One two.\n\nFour.', ['"One two.']],
  ['“One.\n\nTwo “three” four.', ['“One.', '“three”']],
  ["'One two three.", []],
  // Apostrophes and inches.
  ['The carers’ room and the boys’ club.', []],
  ["The carers' room and the boys' club.", []],
  ["rock 'n' roll, ’tis the girls' club", []],
  ["In the '90s she ran the carers' room.", []],
  ["'I like the carers' room and hate it,' she said.", ["'I like the carers' room and hate it,'"]],
  ['‘I like the carers’ room and hate it,’ she said.', ['‘I like the carers’ room and hate it,’']],
  ["'Call us' he said, in the carers' room", ["'Call us'"]],
  ['A step 6" high, and "too high".', ['"too high"']],
  // Other languages.
  ['Elle dit « Je suis fatiguée » souvent.', ['« Je suis fatiguée »']],
  ['Sie sagt „Ich bin müde“ und “no”.', ['„Ich bin müde“', '“no”']],
  ['Mówi „Jestem zmęczona” często.', ['„Jestem zmęczona”']],
  ['Hun siger »Jeg er træt« ofte.', ['»Jeg er træt«']],
  ['‹Ja› and 「はい」', ['‹Ja›', '「はい」']],
])('in %j', (text, expected) => {
  expect(quoted(text)).toEqual(expected)
})

const marks = ['“”', '„“', '„”', '«»', '""', '‘’', "''"]
const words = fc
  .array(fc.constantFrom('I', 'don’t', "can't", 'like', 'it', 'at', 'all', 'No.', 'Why?', 'home,'), { minLength: 1, maxLength: 20 })
  .map((all) => all.join(' '))

test('whatever stands between marks is quoted, and nothing around it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...marks), words, words, words, ([open = '', close = ''], before, inside, after) => {
      const text = `${before} ${open}${inside}${close} ${after}`
      expect(quoted(text)).toEqual([`${open}${inside}${close}`])
    }),
  )
})

test('spans lie in the text, in order, and never over each other, whatever it holds', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '„',
    '‘',
    '’',
    "'",
    '"',
    '«',
    '»',
    's',
    'a',
    ' ',
    '\n',
    '\n\n',
    's’ a',
    "'n'",
    '6"',
    '👩🏽‍🦽',
    'ש',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { start, end } of quotationsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
    { numRuns: 2000 },
  )
})

test.each(['“', '“a ', '"', ' "a', " 'a", " 'as' b", '“a\n \n', '« ', '„a“', "s' a"])('100 KB of %j are looked through', (piece) => {
  // With a way of looking that goes back over the text for every mark, this would take minutes.
  const text = piece.repeat(100_000 / piece.length)
  expect(quotationsIn(text).every(({ end }) => end <= text.length)).toBe(true)
})
