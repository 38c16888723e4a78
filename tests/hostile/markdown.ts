/** Markdown files that mean harm, and what a person is told of each. */
import type { Hostile } from './files.ts'

const foot = '\n\nVersion 1.0.0, kitchen-table\n'
const text = (words: string): Uint8Array => Buffer.from(words + foot)
const fence = (info: string, answer = '', marks = '```'): string => `${marks}${info}\n${answer}\n${marks}\n`
const many = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, index) => each(index)).join('')
const million = 1_000_000

const unknown = 'Refused: This file does not say which form it is, and its questions do not tell.'
const tooManyFences = 'Refused: This file has more fences (```) than any form.'
const tooLong = 'More than a million characters stand here'
const notUtf8 = 'Refused: This text file is not in UTF-8.'

export const large: readonly Hostile[] = [
  ['one line of 15 MB', () => text('x'.repeat(15 * million)), 'Refused: There is nothing to fill in'],
  ['20 MB', () => text('x'.repeat(20 * million)), 'Refused: This file is larger than any form.'],
  ['15 million lines', () => text('\n'.repeat(15 * million)), 'Refused: There is nothing to fill in'],
  ['15 million lines of an old Mac', () => text('\r'.repeat(15 * million)), 'Refused: There is nothing to fill in'],
  ['15 million lines in one answer', () => text(fence('about.name', '\n'.repeat(15 * million))), tooLong],
  ['500,000 fences', () => text(fence('about.name', 'Rose').repeat(500_000)), tooManyFences],
  ['a million fences of nobody', () => text(fence('js').repeat(million)), tooManyFences],
  [
    '99,000 fences of one question',
    () => text(many(99_000, (at) => fence('about.name', `R${at}`))),
    'answers this in 99000 places, and not alike',
  ],
  ['99,000 fences nobody asked for', () => text(many(99_000, (at) => fence(`about.a${at}`, 'Rose'))), 'There is more to look at: 89'],
  [
    '100,000 fences never closed, each begun within another',
    () => text('```about.name\nRose\n'.repeat(100_000)),
    'so nothing tells where it ends: “Rose”',
  ],
  ['a million fences begun in a fence of others', () => text(`~~~\n${'```js\n'.repeat(million)}`), 'Refused: There is nothing to fill in'],
  ['a fence of a million backticks', () => text(fence('about.name', 'Rose', '`'.repeat(million))), 'Read.'],
  ['fences in steps', () => text(many(5000, (at) => `${'`'.repeat(5003 - at)}\n`)), 'Refused: There is nothing to fill in'],
  [
    'a line of backticks, and one more',
    () => text(`${'`'.repeat(5 * million)}x\`${'`'.repeat(5 * million)}`),
    'Refused: There is nothing to fill in',
  ],
  [
    'a line of backticks and spaces',
    () => text(`\`\`\`about.name\n${'`'.repeat(5 * million)}${' '.repeat(5 * million)}x\n\`\`\``),
    tooLong,
  ],
  ['100,000 levels of quotation', () => text('>'.repeat(100_000) + fence('about.name', 'Rose')), 'Refused: There is nothing to fill in'],
  ['100,000 levels of lists', () => text(many(4000, (at) => `${' '.repeat(2 * at)}- a\n`)), 'Refused: There is nothing to fill in'],
  ['15 MB of brackets', () => text('['.repeat(15 * million)), 'Refused: There is nothing to fill in'],
  ['a million brackets where boxes are', () => text(fence('about.depth', '['.repeat(million - 1))), 'How much detail fits?: “[['],
  [
    '300,000 boxes',
    () => text(fence('about.depth', '[x] '.repeat(240_000))),
    'How much detail fits?: There are many more boxes than choices',
  ],
  [
    '1,000 boxes with long words',
    () => text(fence('about.sensory', `[x] ${'word '.repeat(190)}`.repeat(1000))),
    'Sight and hearing: The box “Trouble seeing” the box “[x] word word',
  ],
  ['a million characters of choices', () => text(fence('about.sensory', 'sight;'.repeat(160_000))), 'Read.'],
  [
    'a million characters of wrong choices',
    () =>
      text(
        fence(
          'about.sensory',
          many(120_000, (at) => `s${at};`),
        ),
      ),
    'Sight and hearing: The box “Trouble seeing” “s0;s1;s2;',
  ],
  ['a tag of 15 MB', () => text(fence(`about.${'x.'.repeat(7 * million)}`, 'Rose')), `about.${'x.'.repeat(20)}`],
  ['15 MB after a tag', () => text(fence(`about.name ${'x '.repeat(7 * million)}`, 'Rose')), 'Read.'],
  ['spaces after a tag', () => text(fence(`about.name${' '.repeat(15 * million)}`, 'Rose')), 'Read.'],
  [
    '99,000 rows',
    () => text(many(99_000, (at) => fence(`strengths.strengths.description ${at}`, 'Rose'))),
    'Refused: The file holds more rows',
  ],
  ['half a million feet', () => Buffer.from('Version 1.0.0, kitchen-table\n'.repeat(500_000)), 'Refused: There is nothing to fill in'],
  ['a foot of digits', () => Buffer.from(`Version ${'1'.repeat(7 * million)}.${'1'.repeat(7 * million)}.1, kitchen-table`), unknown],
  ['a foot of a long name', () => Buffer.from(`Version 1.0.0, ${'a-'.repeat(7 * million)}`), unknown],
  ['feet of spaces', () => Buffer.from(`Version ${' '.repeat(15 * million)}`), unknown],
  ...['dateOfBirth', 'nhsNumber', 'depth', 'toldAboutRecords', 'sensory'].flatMap((name) =>
    ['1', ' ', ',000', '- ', '£', '[', '\n'].map(
      (piece): Hostile => [
        `a million characters of ${JSON.stringify(piece)} as ${name}`,
        () => text(fence(`about.${name}`, `1${piece.repeat((million - 8) / piece.length)}.`)),
        'Read.\nYour name: The document has no box',
      ],
    ),
  ),
  ...['weekly', 'visits', 'uses'].flatMap((name) =>
    ['1', ' ', ',000', ' ,;', 'S1,'].map(
      (piece): Hostile => [
        `a million characters of ${JSON.stringify(piece)} as ${name}`,
        () => text(fence(`money.${name}`, `1${piece.repeat(Math.floor((million - 8) / piece.length))}.`)),
        'Read.\nYour name: The document has no box',
      ],
    ),
  ),
]

export const sly: readonly Hostile[] = [
  [
    'tags up and away',
    () => text(fence('../../etc/passwd', 'Rose') + fence('about.../../etc', 'Rose')),
    'about.../../etc: Version 1.0.0 of the form does not ask this',
  ],
  [
    'tags that every object has',
    () => text(['__proto__', 'constructor.name', 'about.__proto__', 'about.constructor'].map((tag) => fence(tag, 'Rose')).join('')),
    'about.__proto__: Version 1.0.0 of the form does not ask this',
  ],
  ['a fence never closed', () => text('```about.name\nRose'), 'Your name: The line that ends this answer (```) is missing'],
  ['a form called __proto__', () => Buffer.from('Version 1.0.0, __proto__\n'), unknown],
  [
    'a form called constructor',
    () => Buffer.from('Version 1.0.0, constructor\n'),
    'Refused: This is a form called “constructor”, which is not among the forms here',
  ],
  ['zero bytes', () => text('\0'), 'Refused: This is not a Word file.'],
  ['UTF-16', () => Buffer.from('\ufeff# Form', 'utf16le'), notUtf8],
  ['bytes that are no UTF-8', () => Buffer.from('# Form \xff', 'latin1'), notUtf8],
  ['half a character', () => Buffer.from('# Form €').subarray(0, -1), notUtf8],
  ['rich text after a mark', () => Buffer.from('\ufeff{\\rtf1 Hello}'), 'Refused: This is a rich text file (.rtf).'],
]
