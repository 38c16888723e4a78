/** Word files that mean harm, and what a person is told of each. */
import { bookmarkOf } from '../../src/tag.ts'
import {
  bomb,
  control,
  documentType,
  type Hostile,
  override,
  page,
  properties,
  property,
  relationship,
  relationships,
  types,
  withPage,
  wordFile,
  words,
} from './files.ts'

const tooLarge = 'Refused: The part “word/document.xml” is too large: 629145600 bytes, where'
const mayHarm = 'It may be meant to do harm, so it was not read.'
const tooMuch = `Refused: The file holds more than any form can. ${mayHarm}`
const tooManyAnswers = `Refused: The file holds more answers than any form can. ${mayHarm}`
const tooDeep = `Refused: The file is nested more deeply than any Word file. ${mayHarm}`
const declares = `Refused: The file declares a document type, which no Word file does. ${mayHarm}`
const notXml = 'Refused: The Word file is damaged: a part of it is not well-formed XML ('
const macros = 'Refused: The file contains macros, which no form needs. Save it as .docx without macros.'
const notWord = 'Refused: This is not a Word file. Send the form as .docx.'

const parts = ['word/document.xml', 'docProps/custom.xml', '[Content_Types].xml', '_rels/.rels', 'word/footer1.xml']
const inEach = (name: string, text: string, said: string): Hostile[] =>
  parts.map((part) => [`${name} in ${part}`, () => wordFile({ [part]: text }), said])

const laughs = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
const deep = (depth: number): string => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
const million = 1_000_000
export const bookmarkNamed = bookmarkOf
const mark = bookmarkOf('about.name')
const many = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, index) => each(index)).join('')
const start = (id: number): string => `<w:bookmarkStart w:id="${id}" w:name="${mark}_${id}"/>`
const end = (id: number): string => `<w:bookmarkEnd w:id="${id}"/>`
const nested = (depth: number, tag: string, inside: string): string =>
  `${`<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>`.repeat(depth)}${inside}${'</w:sdtContent></w:sdt>'.repeat(depth)}`

/** More than there can be. */
export const large: readonly Hostile[] = [
  ['zeros by the gigabyte', () => wordFile({ 'word/document.xml': bomb(600) }), tooLarge],
  ['text by the gigabyte', () => wordFile({ 'word/document.xml': bomb(600, 'a') }), tooLarge],
  ['elements by the gigabyte', () => wordFile({ 'word/document.xml': bomb(600, '<w:p></w:p>') }), tooLarge],
  [
    'a gigabyte that says it is small',
    () => wordFile({ 'word/document.xml': bomb(600, 'a', 1000) }),
    'Refused: This file is damaged: its part “word/document.xml” is longer than it says.',
  ],
  ['a footer by the gigabyte', () => wordFile({ 'word/footer1.xml': bomb(600) }), 'Refused: The part “word/footer1.xml” is too large'],
  [
    'properties by the gigabyte',
    () => wordFile({ 'docProps/custom.xml': bomb(600) }),
    'Refused: The part “docProps/custom.xml” is too large',
  ],
  [
    '60,000 parts',
    () => wordFile(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`a${at}`, '']))),
    'Refused: This file holds 60004 parts',
  ],
  ['200 MB that begin as a zip', () => Buffer.alloc(200_000_000, 'PK\x03\x04'), 'Refused: This file is larger than any form (100 MB).'],
  ['200 MB of text', () => Buffer.alloc(200_000_000, 'Rose '), 'Refused: This file is larger than any form (100 MB).'],
  ['90 MB that begin as a zip', () => Buffer.alloc(90_000_000, 'PK\x03\x04'), 'Refused: The end of this file is missing'],
  ...inEach('100,000 levels', deep(100_000), tooDeep),
  ['five million elements', () => withPage('<a/>'.repeat(5 * million)), tooMuch],
  ['five million comments', () => withPage('<!---->'.repeat(4 * million)), tooMuch],
  ['five million references', () => withPage(words('&amp;'.repeat(5 * million))), tooMuch],
  ['a million attributes', () => withPage(`<a ${many(million, (at) => `a${at}="" `)}/>`), tooMuch],
  ['a million namespaces', () => withPage(`<a ${many(million, (at) => `xmlns:a${at}="" `)}/>`), tooMuch],
  ['thirty million brackets in CDATA', () => withPage(words(`<![CDATA[${']'.repeat(30 * million)}]]>`)), tooMuch],
  ['30 MB of one attribute', () => withPage(control('x'.repeat(30 * million), 'Rose')), 'Refused: There is nothing to fill in'],
  ['30 MB of one name', () => withPage(`<${'x'.repeat(30 * million)}/>`), 'Refused: There is nothing to fill in'],
  ['30 MB of one wrong name', () => withPage(`<${'x'.repeat(30 * million)}></b>`), notXml],
  [
    '30 MB of one prefix',
    () => withPage(`<${'x'.repeat(30 * million)}:a/>`),
    'Refused: The Word file is damaged: it uses the prefix “xxxx',
  ],
  ['30 MB of one entity', () => withPage(words(`&${'x'.repeat(30 * million)};`)), notXml],
  ['30 MB of new lines', () => withPage(words('\r'.repeat(30 * million))), 'Refused: There is nothing to fill in'],
  [
    '30 MB of one answer',
    () => withPage(control('about.name', 'x'.repeat(30 * million))),
    'Your name: More than a million characters stand here: “xxx',
  ],
  [
    '30 MB of blank answer',
    () => withPage(control('about.dateOfBirth', ' '.repeat(30 * million))),
    'Date of birth: More than a million characters stand here',
  ],
  [
    '30 MB of tick',
    () => withPage(control('about.toldAboutRecords', '☒'.repeat(10 * million), '<w14:checkbox/>')),
    'More than a million characters',
  ],
  ['30 MB between two bookmarks', () => withPage(start(1) + words('x'.repeat(30 * million)) + end(1)), 'More than a million characters'],
  [
    'a million characters in each kind of answer',
    () =>
      withPage(
        [
          'about.name',
          'about.dateOfBirth',
          'about.nhsNumber',
          'about.depth',
          'money.weekly',
          'money.visits',
          'money.uses',
          'about.sensory=sight',
        ]
          .flatMap((tag) =>
            [' ', '1', ',000', ' ,;', '[', '£1', '- '].map((text) => control(tag, `1${text.repeat(million / 2 / text.length - 1)}.`)),
          )
          .join(''),
      ),
    'NHS number: The document answers this in 7 places, and not alike',
  ],
  ['200,000 controls of one question', () => withPage(control('about.name', 'Rose').repeat(200_000)), tooMuch],
  [
    '90,000 controls of one question',
    () => withPage(many(90_000, (at) => control('about.name', `R${at}`))),
    'The document answers this in 90000 places, and not alike',
  ],
  [
    '90,000 answers nobody asked for',
    () => withPage(many(90_000, (at) => control(`about.a${at}`, 'Rose'))),
    'There is more to look at: 80',
  ],
  [
    '90,000 rows',
    () => withPage(control('strengths.strengths.description', 'Rose').repeat(90_000)),
    'Refused: The file holds more rows than any form can.',
  ],
  ['10,000 rows', () => withPage(control('strengths.strengths.description', 'Rose').repeat(10_000)), 'There is more to look at: '],
  [
    '100,000 choices of one list',
    () =>
      withPage(
        control('about.depth', 'Rose', `<w:dropDownList>${many(100_000, (at) => `<w:listItem w:value="${at}"/>`)}</w:dropDownList>`),
      ),
    'How much detail fits?: “Rose” is not one of the choices',
  ],
  [
    '120 controls in one another, around a million characters',
    () => withPage(nested(120, 'about.name', words('x'.repeat(million)))),
    tooManyAnswers,
  ],
  [
    '120 controls in one another, around a million paragraphs',
    () => withPage(nested(120, 'about.name', '<w:p/>'.repeat(million) + words('x'))),
    tooManyAnswers,
  ],
  ['400,000 bookmarks', () => withPage(many(400_000, start)), tooManyAnswers],
  [
    '90,000 bookmarks never closed, and words',
    () => withPage(many(90_000, start) + many(150_000, () => words('Rose'))),
    'Refused: There is nothing to fill in',
  ],
  [
    '90,000 bookmarks that overlap, around words',
    () => withPage(many(90_000, start) + many(50_000, () => words('Rose')) + many(90_000, end)),
    tooManyAnswers,
  ],
  [
    '45,000 bookmarks around as many controls',
    () => withPage(many(45_000, start) + many(45_000, () => control('about.name', 'Rose')) + many(45_000, end)),
    'Read.',
  ],
  ['90,000 bookmarks in a row', () => withPage(many(90_000, (at) => start(at) + words('Rose') + end(at))), 'Read.'],
  ['500,000 table rows in one another', () => withPage('<w:tr>'.repeat(500_000)), tooDeep],
  [
    '20 footers, and more',
    () => wordFile(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`word/footer${at}.xml`, page(words('x'.repeat(1_000_000)))]))),
    'Read.',
  ],
]

const evil = (target: string, more = ''): Uint8Array => wordFile({ '_rels/.rels': relationships(relationship(target, more)) })
const compound = (stream: string): Buffer => {
  const file = Buffer.alloc(1536)
  file.writeUInt32BE(0xd0cf11e0)
  file.write(stream, 1152, 'utf16le')
  file.writeUInt16LE(2 * stream.length + 2, 1216)
  return file
}
const ofType = (type: string): Uint8Array => wordFile({ '[Content_Types].xml': types(override('word/document.xml', type)) })

/** Other than it seems. */
export const sly: readonly Hostile[] = [
  ...inEach('a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`, declares),
  ...inEach('a file behind an entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', declares),
  ...inEach('a site behind a document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>', declares),
  ...inEach('an entity nobody declared', '<a>&e;</a>', notXml),
  ...inEach(
    'UTF-16',
    Buffer.from('\ufeff<a/>', 'utf16le') as never,
    'Refused: The Word file is damaged: a part of it is not text in UTF-8.',
  ),
  ...inEach(
    'bytes that are no UTF-8',
    Buffer.from('<a>\xff</a>', 'latin1') as never,
    'Refused: The Word file is damaged: a part of it is not text in UTF-8.',
  ),
  ...inEach('zero bytes', '<a>\0</a>', notXml),
  ...inEach('half a part', '<a><b>', notXml),
  ...inEach('nothing in it', '', notXml),
  ['a page up and away', () => evil('../../etc/passwd'), notWord],
  ['a page at the root of a disk', () => evil('/etc/passwd'), notWord],
  ['a page on a site', () => evil('http://127.0.0.1/page.xml'), notWord],
  [
    'a page on a site, said openly',
    () => evil('http://127.0.0.1/page.xml', ' TargetMode="External"'),
    'Refused: The page of this Word file is somewhere else',
  ],
  [
    'a page behind file://',
    () => evil('file:///etc/passwd', ' TargetMode="External"'),
    'Refused: The page of this Word file is somewhere else',
  ],
  ['a page on a server', () => evil('\\\\server\\share\\page.xml'), notWord],
  ['a page that is the list of pages', () => evil('_rels/.rels'), notWord],
  ['a page that is a folder', () => evil('word/'), notWord],
  ['a page called __proto__', () => evil('__proto__'), notWord],
  [
    'no page',
    () => wordFile({ 'word/document.xml': undefined }),
    'Refused: The Word file is damaged: its page, word/document.xml, is missing.',
  ],
  [
    'two pages',
    () => wordFile({ '_rels/.rels': relationships(relationship('word/document.xml') + relationship('word/document2.xml')) }),
    'Refused: This Word file has two pages',
  ],
  ['no types', () => wordFile({ '[Content_Types].xml': undefined }), 'Refused: This is a zip file, but not a Word file.'],
  ['no relationships', () => wordFile({ '_rels/.rels': undefined }), 'Refused: This is a zip file, but not a Word file.'],
  ['macros by name', () => wordFile({ 'word/vbaProject.bin': 'Sub AutoOpen()' }), macros],
  [
    'macros by another name',
    () =>
      wordFile({
        'word/a.bin': 'Sub',
        '[Content_Types].xml': types(override('word/document.xml') + override('word/a.bin', 'application/vnd.ms-office.vbaProject')),
      }),
    macros,
  ],
  ['a .docm', () => ofType('application/vnd.ms-word.document.macroEnabled.main+xml'), 'Refused: The file may contain macros (.docm)'],
  ['a .dotm', () => ofType('application/vnd.ms-word.template.macroEnabledTemplate.main+xml'), 'Refused: The file may contain macros'],
  [
    'a workbook',
    () => ofType('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    'Refused: This is an Excel workbook',
  ],
  [
    'a presentation',
    () => ofType('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    'Refused: This is a PowerPoint presentation',
  ],
  [
    'a text of OpenOffice',
    () => wordFile({ ...Object.fromEntries(parts.map((name) => [name, undefined])), mimetype: 'application/vnd.oasis.opendocument.text' }),
    'Refused: This is a zip file, but not a Word file.',
  ],
  [
    'a zip with the form in it',
    () => wordFile({ ...Object.fromEntries(parts.map((name) => [name, undefined])), 'form.docx': wordFile() }),
    'Refused: This is a zip file, but not a Word file.',
  ],
  ['an old Word file', () => compound('WordDocument'), 'Refused: This is an old Word file (.doc). Open it in Word and save it as .docx.'],
  ['a file with a password', () => compound('EncryptedPackage'), 'Refused: This file is locked by a password or a sensitivity label.'],
  ['a PDF', () => Buffer.from('%PDF-1.7\nhello'), 'Refused: This is a PDF'],
  ['rich text', () => Buffer.from('{\\rtf1 Hello}'), 'Refused: This is a rich text file (.rtf).'],
  ['a page to sign in', () => Buffer.from('\n<!DOCTYPE html><title>Sign in</title>'), 'Refused: This is a web page.'],
  ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'Refused: This is a picture'],
  ['half a file', () => wordFile().subarray(0, 700), 'Refused: The end of this file is missing'],
  ['nothing', () => new Uint8Array(), 'Refused: This file is empty.'],
  [
    'a form with the name of a path',
    () => wordFile({ 'docProps/custom.xml': properties(property('formId', '../../etc/passwd')) }),
    'Refused: This is a form called “../../etc/passwd”, which is not among the forms here: kitchen-table.',
  ],
  [
    'a form called __proto__',
    () => wordFile({ 'docProps/custom.xml': properties(property('formId', '__proto__')) }),
    'Refused: This is a form called “__proto__”',
  ],
  [
    'a form with a long name',
    () => wordFile({ 'docProps/custom.xml': properties(property('formId', 'x'.repeat(100_000))) }),
    `Refused: This is a form called “${'x'.repeat(255)}”`,
  ],
  [
    'a form whose name cannot be printed',
    () => wordFile({ 'docProps/custom.xml': properties(property('formId', 'a\u202eb\n')) }),
    'Refused: This is a form called “a?b?”',
  ],
  [
    'a version that is a story',
    () =>
      wordFile({ 'docProps/custom.xml': properties(property('formId', 'kitchen-table') + property('formVersion', 'x'.repeat(100_000))) }),
    `This is version ${'x'.repeat(255)} of the form`,
  ],
  [
    'a choice called __proto__',
    () =>
      withPage(
        control(
          'about.depth',
          'constructor',
          '<w:dropDownList><w:listItem w:value="__proto__" w:displayText="constructor"/></w:dropDownList>',
        ),
      ),
    'How much detail fits?: “constructor” is not one of the choices',
  ],
  ['a template in place of a document', () => ofType(documentType.replace('document.main', 'template.main')), 'Read.'],
]
