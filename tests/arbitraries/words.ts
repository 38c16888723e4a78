/** Words people type, and words that break programs: everything that XML can carry and that is not blank. */
import fc from 'fast-check'
import { capital } from '../../src/document/key.ts'
import type { Form, Question } from '../../src/form.ts'
import { allQuestions } from '../../src/questions.ts'
import { tagOf } from '../../src/tag.ts'
import { prompts } from '../../src/word/prompts.ts'

const everyday = [
  'Sunday dinner with my grandsons, and my allotment.',
  '“Lose those and I have lost myself.”',
  'Ana',
  'She’s slow on the stairs – knock, and wait.',
  'no',
  '0',
]

const scripts = [
  '👩🏽‍🦽',
  '👨‍👩‍👧‍👦 👍🏿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇬🇧',
  'שלום עולם',
  'مرحبا \u200Fabc\u200E 123',
  '\u202Bעברית\u202C in English',
  '\u2067مرحبا\u2069',
  'e\u0301 is not é',
  'Z̷a̴l̵g̶o',
  '𝒜 𠮷',
  '各位好',
]

const spaces = [
  'no\u00A0break',
  'zero\u200Bwidth',
  'a\uFEFFb',
  'thin\u2009space',
  'tab\there',
  'two  spaces',
  '\u00A0',
  ' ',
  'soft\u00ADhyphen',
  'line\u2028separator',
  'paragraph\u2029separator',
]

const xml = [
  '<w:t>',
  '</w:p></w:sdt>',
  '&amp;',
  '&#65;',
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!-- -->',
  '_x0041_',
  '<w:id w:val="1"/>',
]

const markdown = [
  '```',
  '````',
  '```````',
  '~~~',
  '# heading',
  '> quote',
  '* item',
  '1. item',
  '_em_ **strong**',
  '[link](x)',
  '![picture](x)',
  '`code`',
  '---',
  '===',
  '| a | b |',
  '\\',
  'back\\slash\\',
  '<div>',
  '[x] Yes',
  '[ ] No',
  '- [x] done',
  '*Strength 2*',
  '**Name**',
  '{{handlebars}}',
  '{{{triple}}}',
  '{{> partial}}',
  '$& $1 $$',
  '%s %20',
  '__proto__',
]

const breaks = ['\n', '\n\n', '\n\n\n', '\t', '\n    indented', '\n\t', '  \n', '\\\n', '\n```\n', '\n---\n']

/** Words that a reader could take for the form's own. */
function marksOf(form: Form): string[] {
  const markOf = ({ path, label, options, item }: Question): string[] => [
    `\`\`\`${tagOf(path)}`,
    `**${label}**`,
    ...(item ? [`*${capital(item)} 1*`, `\`\`\`${tagOf(path)} 1`] : []),
    ...options.flatMap((option) => [`[x] ${option.label}`, tagOf(path, option.value)]),
  ]
  return [...new Set(allQuestions(form).flatMap(markOf))]
}

const promptWords: readonly string[] = Object.values(prompts)

/** True for words that are an answer: not blank, and not what an empty control says. */
export const isSaid = (text: string): boolean => text.trim() !== '' && !promptWords.includes(text.trim())

/**
 * True where XML 1.0 carries a text unchanged: no control characters but tab and line feed, no lone surrogates, no U+FFFE and U+FFFF
 * (section 2.2, Char), and no carriage return, which every XML reader turns into a line feed (section 2.11).
 */
export const isCarried = (text: string): boolean => !/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u.test(text)

/** True for a text that stays on one line, and loses nothing where outer space is trimmed. */
export const isLine = (text: string): boolean => !/[\n\u2028\u2029]/.test(text) && text.trim() === text

/** Two ways of making words. */
export interface Words {
  /** One line, with no outer space. */
  readonly line: fc.Arbitrary<string>
  /** Any number of lines, with whatever space there is. */
  readonly lines: fc.Arbitrary<string>
}

/** Words to answer a form's questions with; some look like the form itself. */
export function wordsFor(form: Form): Words {
  const odd = [...scripts, ...spaces, ...xml, ...markdown, ...promptWords]
  const anyGraphemes = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(isCarried)
  const pieces = (extra: readonly string[]) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...everyday) },
      { weight: 4, arbitrary: fc.constantFrom(...odd) },
      { weight: 2, arbitrary: fc.constantFrom(...marksOf(form)) },
      { weight: 1, arbitrary: anyGraphemes },
      ...(extra.length ? [{ weight: 4, arbitrary: fc.constantFrom(...extra) }] : []),
    )
  const joined = (piece: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(piece, { minLength: 1, maxLength }).map((each) => each.join(''))
  // Most answers are plain, so that a draft of hundreds is made in a few milliseconds.
  const often = (hard: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...everyday) }, { weight: 1, arbitrary: hard })
  return {
    line: often(joined(pieces([]), 3).map(asLine).filter(isSaid)),
    lines: often(joined(pieces(breaks), 6).filter(isSaid)),
  }
}

const asLine = (text: string): string => text.replace(/[\n\u2028\u2029]/g, ' ').trim()
