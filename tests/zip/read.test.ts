import { constants, crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused, type ZipEntry } from '../../src/zip/entry.ts'
import { openZip, unpack } from '../../src/zip/read.ts'
import { packed, zipOf } from '../../src/zip/write.ts'

/** What a header may say of an entry, true or not. */
interface Header {
  readonly name?: string | Uint8Array
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  readonly packedSize?: number
  readonly size?: number
  readonly extra?: Uint8Array
}

/** An entry made by hand: what is true, and what each header says instead. */
interface Part extends Header {
  readonly text?: string | Uint8Array
  readonly own?: Header
  readonly listed?: Header & { readonly at?: number; readonly disk?: number; readonly comment?: string; readonly commentLength?: number }
  /** Bytes between this entry and the next, such as a data descriptor. */
  readonly after?: Uint8Array
}

interface End {
  readonly disk?: number
  readonly count?: number
  readonly countHere?: number
  readonly size?: number
  readonly at?: number
  readonly comment?: string
  /** Bytes between the directory and its end. */
  readonly before?: Uint8Array
}

const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer)
const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer)

/** A zip made by hand, with whatever lies it is told. */
function handmade(parts: readonly Part[], said: End = {}): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { text = '', own, listed, after = new Uint8Array(), ...part } of parts) {
    const bytes = Buffer.from(text)
    const body = part.method === 0 ? bytes : deflateRawSync(bytes)
    const truth = {
      name: 'a.xml',
      flags: 0,
      method: 8,
      crc: crc32(bytes),
      packedSize: body.length,
      size: bytes.length,
      extra: u16(),
      ...part,
    }
    const header = ({ name, flags, method, crc, packedSize, size, extra }: typeof truth) => ({
      fields: Buffer.concat([u16(20, flags, method, 0, 33), u32(crc, packedSize, size), u16(Buffer.from(name).length, extra.length)]),
      rest: Buffer.concat([Buffer.from(name), extra]),
    })
    const first = header({ ...truth, ...own })
    const second = header({ ...truth, ...listed })
    const comment = Buffer.from(listed?.comment ?? '')
    const place = Buffer.concat([u16(listed?.commentLength ?? comment.length, listed?.disk ?? 0, 0), u32(0, listed?.at ?? at)])
    directory.push(u32(0x02014b50), u16(20), second.fields, place, second.rest, comment)
    const whole = Buffer.concat([u32(0x04034b50), first.fields, first.rest, body, after])
    bodies.push(whole)
    at += whole.length
  }
  const list = Buffer.concat(directory)
  const comment = Buffer.from(said.comment ?? '')
  const count = said.count ?? parts.length
  const end = [u32(0x06054b50), u16(said.disk ?? 0, 0, said.countHere ?? count, count), u32(said.size ?? list.length, said.at ?? at)]
  return Uint8Array.from(Buffer.concat([...bodies, list, said.before ?? u16(), ...end, u16(comment.length), comment]))
}

/** The words with which a file is refused. */
function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
  return 'It was not refused.'
}
const refused = (file: Uint8Array): string => refusal(() => openZip(file))
const namesIn = (file: Uint8Array): string[] => openZip(file).map(({ name }) => name)
const textsIn = (file: Uint8Array): string[] => openZip(file).map((entry) => Buffer.from(unpack(entry, 1000)).toString())

/** An old Office file with one stream of a name, after Microsoft's [MS-CFB]. */
function compound(stream: string, at = 1024 + 128): Buffer {
  const file = Buffer.alloc(1536)
  file.writeUInt32BE(0xd0cf11e0)
  file.write(stream, at, 'utf16le')
  file.writeUInt16LE(2 * stream.length + 2, at + 64)
  return file
}

const good = handmade([{ text: 'one' }, { name: 'b.xml', text: 'two' }])

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'This file is empty.'],
  ['an old Word file', compound('WordDocument'), 'This is an old Word file (.doc). Open it in Word and save it as .docx.'],
  [
    'a file with a password',
    compound('EncryptedPackage'),
    'locked by a password or a sensitivity label. Open it in Word, take the lock off',
  ],
  ['an old Excel file', compound('Workbook'), 'an old Office file or an Outlook message'],
  ['a stream named in the text', compound('WordDocument', 1024 + 32), 'an old Office file'],
  ['a name without its length', compound('WordDocument').fill(1, 1024 + 128 + 64, 1024 + 128 + 66), 'an old Office file'],
  ['an old file cut short in a name', compound('WordDocument').subarray(0, 1024 + 128 + 64), 'an old Office file'],
  ['rich text', Buffer.from('{\\rtf1\\ansi Hello}'), 'This is a rich text file (.rtf). Open it in Word and save it'],
  ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'This is a PDF'],
  ['a page to sign in', Buffer.from('\ufeff\n <!DOCTYPE html><title>Sign in</title>'), 'This is a web page.'],
  ['a bare page', Buffer.from('<HTML lang="en">'), 'This is a web page.'],
  ['flat XML', Buffer.from('<?xml version="1.0"?><pkg:package/>'), 'This is an XML file.'],
  ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'This is a picture'],
  ['a JPEG', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), 'This is a picture'],
  ['text', Buffer.from('Dear Rose,\r\n\tthank you – see you soon'), 'This is a plain text file'],
  ['text in UTF-16', Buffer.from('\ufeffDear Rose', 'utf16le'), 'This is a plain text file'],
  ['a short text', Buffer.from('P'), 'This is a plain text file'],
  ['something else', Buffer.from([0, 1, 2, 3, 4, 5]), 'This is not a Word file.'],
  ['a single byte', Buffer.from([0]), 'This is not a Word file.'],
  ['a piece of a zip', Buffer.concat([u32(0x08074b50), good]), 'one piece of several'],
  ['a zip after something', Buffer.concat([Buffer.from([0, 1]), good]), 'Something stands before the beginning'],
])('%s is told for what it is', (_, file, words) => {
  expect(refused(file)).toContain(words)
})

test('a file cut short anywhere is refused', () => {
  for (let length = 0; length < good.length; length++) expect(() => openZip(good.subarray(0, length)), `${length} bytes`).toThrow(Refused)
  expect(refused(good.subarray(0, -1))).toContain('The end of this file is missing')
  expect(refused(good.subarray(0, 40))).toContain('Copy or download it again.')
})

const ones = 0xffffffff
test.each<[string, Uint8Array, string]>([
  ['bytes after the end', Buffer.concat([good, Buffer.from('x')]), 'it goes on after its end'],
  ['an end inside the comment', handmade([{}], { comment: `PK\x05\x06${'\0'.repeat(18)}` }), 'its list of parts is not where it says'],
  ['a forged end inside the comment', handmade([{}], { comment: `PK\x05\x06${'\0'.repeat(16)}\x05\0` }), 'it goes on after its end'],
  ['a directory elsewhere', handmade([{}], { at: 1 }), 'its list of parts is not where it says'],
  ['a directory beyond the file', handmade([{}], { at: 0xfffffff0 }), 'its list of parts is not where it says'],
  ['a shorter directory', handmade([{}], { size: 10 }), 'its list of parts is not where it says'],
  ['more entries than are listed', handmade([{}], { count: 2 }), 'its list of parts breaks off'],
  ['fewer entries than are listed', handmade([{}, { name: 'b' }], { count: 1 }), 'its list of parts is not as long as it says'],
  ['a list with half an entry', handmade([{}], { count: 2, size: 55, before: u32(0x02014b50) }), 'its list of parts breaks off'],
  ['a list that runs over its end', handmade([{ listed: { commentLength: 4 } }]), 'its list of parts is not as long as it says'],
  ['zip64 by its count', handmade([{}], { count: 0xffff }), 'only files over 4 GB'],
  ['zip64 by its offset', handmade([{}], { at: ones }), 'only files over 4 GB'],
  ['zip64 by its locator', handmade([{}], { before: Buffer.concat([u32(0x07064b50), Buffer.alloc(16)]) }), 'only files over 4 GB'],
  ['zip64 by an entry', handmade([{ listed: { size: ones } }]), 'only files over 4 GB'],
  ['a disk of many', handmade([{}], { disk: 1 }), 'one piece of several'],
  ['entries on other disks', handmade([{}], { countHere: 0 }), 'one piece of several'],
  ['an entry on another disk', handmade([{ listed: { disk: 1 } }]), 'one piece of several'],
  ['an encrypted entry', handmade([{ flags: 1 }]), 'locked by a password'],
  ['an entry encrypted by its own header', handmade([{ own: { flags: 1 } }]), 'locked by a password'],
  ['a hidden directory', handmade([{ flags: 0x2000 }]), 'locked by a password'],
  ['another compression', handmade([{ method: 9 }]), 'packed in a way Word does not know (9)'],
  ['two names', handmade([{ own: { name: 'b.xml' } }]), 'it says two things about its part “a.xml”'],
  ['names of two lengths', handmade([{ own: { name: 'a.xm' } }]), 'it says two things'],
  ['two methods', handmade([{ own: { method: 0 } }]), 'it says two things'],
  ['two sizes', handmade([{ own: { size: 7 } }]), 'it says two things'],
  ['two packed sizes', handmade([{ own: { packedSize: 7 } }]), 'it says two things'],
  ['two checksums', handmade([{ own: { crc: 7 } }]), 'it says two things'],
  ['no size, and no descriptor to come', handmade([{ text: 'one', own: { size: 0, packedSize: 0, crc: 0 } }]), 'it says two things'],
  ['a false size with a descriptor', handmade([{ text: 'one', flags: 8, own: { size: 7 } }]), 'it says two things'],
  ['a stored entry of another size', handmade([{ text: 'one', method: 0, size: 4 }]), 'its part “a.xml” is not as long as it says'],
  ['the same name twice', handmade([{}, {}]), 'it holds “a.xml” twice'],
  ['the same name in capitals', handmade([{ name: 'é.xml' }, { name: 'É.XML' }]), 'it holds “É.XML” twice'],
  ['an entry reaching into the directory', handmade([{ packedSize: 3, method: 0 }]), 'reaches beyond its place'],
  ['an entry reaching out of the file', handmade([{ packedSize: 0xfffffffe }]), 'reaches beyond its place'],
  ['an entry elsewhere', handmade([{ listed: { at: 1 } }]), 'is not where it says'],
  ['an entry outside', handmade([{ listed: { at: 0xfffffffe } }]), 'is not where it says'],
])('%s', (_, file, words) => {
  expect(refused(file)).toContain(words)
})

/** The bytes before the directory of a zip with this one entry: its own header and what is packed. */
const bare = (part: Part): Uint8Array => {
  const file = handmade([part])
  return file.subarray(0, new DataView(file.buffer).getUint32(file.length - 6, true))
}

test('a first entry that nobody lists is refused, as anything before the zip', () => {
  const [hidden, listed] = [bare({ name: 'a', text: 'hidden' }), bare({ name: 'b', text: 'shown' })]
  const zip = handmade([{ name: 'b', text: 'shown', listed: { at: hidden.length } }], { at: hidden.length + listed.length })
  expect(refused(Buffer.concat([hidden, zip]))).toContain('something stands before its beginning')
})

test('entries that share their bytes, as in a bomb of many gigabytes, are refused', () => {
  const kernel = bare({ name: 'b', text: 'kernel' })
  // The stored bytes of the first are the header and bytes of the second.
  const file = handmade([
    { name: 'a', text: kernel, method: 0 },
    { name: 'b', text: 'kernel', listed: { at: 31 } },
  ])
  expect(file.subarray(31, 31 + kernel.length)).toEqual(kernel)
  expect(refused(file)).toContain('its part “b” lies upon another')
  expect(refused(handmade([{ name: 'a' }, { name: 'a', listed: { at: 0 } }]))).toContain('lies upon another')
})

test.each([
  '../a.xml',
  'word/../../a.xml',
  'word/..',
  '/word/a.xml',
  'word\\a.xml',
  'C:a.xml',
  'c:/a.xml',
  'a\0.xml',
  'a\n.xml',
  'a\x7f.xml',
  'a\x85.xml',
  '',
  '../',
])('the name %j is refused', (name) => {
  expect(refused(handmade([{ name }]))).toContain('This file holds a part with a name no Word file has')
})

test('a name that is not UTF-8 is refused, one with dots or other letters is not', () => {
  expect(refused(handmade([{ name: Buffer.from([0x61, 0xe9]) }]))).toContain('a name in it is not readable')
  expect(refused(handmade([{ name: Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f]) }]))).toContain('a name in it is not readable')
  const names = ['a..b/...x', 'word/naïve 文.xml', '\ufeffa', '__proto__', 'constructor']
  expect(namesIn(handmade(names.map((name) => ({ name }))))).toEqual(names)
})

test('a refusal shows a name without what cannot be printed, and not all of a long one', () => {
  expect(refused(handmade([{ name: `/\u202e\n${'a'.repeat(60_000)}` }]))).toBe(
    `This file holds a part with a name no Word file has, “/??${'a'.repeat(77)}”. Ask for it to be sent again.`,
  )
})

test('more parts than a form can have are refused, before they are looked at', () => {
  const many = (count: number) => handmade(Array.from({ length: count }, (_, index) => ({ name: String(index) })))
  expect(openZip(many(2000))).toHaveLength(2000)
  expect(refused(many(2001))).toContain('This file holds 2001 parts, and no form has more than 2000.')
  expect(refused(handmade([{}], { count: 60_000 }))).toContain('This file holds 60000 parts')
  expect(refusal(() => openZip(many(3), { entries: 2 }))).toContain('more than 2.')
})

test('folders are passed over, gaps and comments let be', () => {
  const file = handmade(
    [
      { name: 'word/', method: 0 },
      { name: 'word/a', text: 'one', after: Buffer.alloc(7) },
      { name: 'b', text: 'two', listed: { comment: 'PK' } },
    ],
    { comment: 'c'.repeat(65_535) },
  )
  expect(namesIn(file)).toEqual(['word/a', 'b'])
  expect(textsIn(file)).toEqual(['one', 'two'])
})

test('what other producers write is read', () => {
  const [text, body] = ['Who matters most?', deflateRawSync('Who matters most?')]
  const sum = crc32(text)
  const unknown = { crc: 0, size: 0, packedSize: 0 }
  const descriptor = Buffer.concat([u32(0x08074b50), u32(sum, body.length, text.length)])
  const producers: Record<string, Part> = {
    'Google Docs, Java: sizes after the bytes': { text, flags: 0x0808, own: unknown, after: descriptor },
    '.NET on a stream: no mark before them': { text, flags: 8, own: unknown, after: descriptor.subarray(4) },
    'LibreOffice: sizes in both places': { text, flags: 0x0808, after: descriptor },
    'Info-ZIP on a stream: eight bytes for each size': {
      text,
      flags: 8,
      own: { ...unknown, size: ones, packedSize: ones, extra: Buffer.concat([u16(1, 16), Buffer.alloc(16)]) },
      after: Buffer.concat([u32(0x08074b50, sum), u32(body.length, 0, text.length, 0)]),
    },
    'Word: speed in the flags, room to grow in its own header': {
      text,
      flags: 6,
      own: { extra: Buffer.concat([u16(0xa220, 260), Buffer.alloc(260)]) },
    },
    'bit 3 in its own header alone': { text, own: { ...unknown, flags: 8 }, after: descriptor },
    'stored, as office suites keep pictures': { text, method: 0 },
  }
  for (const [producer, part] of Object.entries(producers))
    expect(textsIn(handmade([part, { ...part, name: 'b.xml' }])), producer).toEqual([text, text])
})

const entry = packed('word/document.xml', Buffer.from('abc'.repeat(100)))
test.each<[string, ZipEntry, string]>([
  ['longer than the limit', { ...entry, size: 1001 }, 'is too large: 1001 bytes, where 1000 are the most'],
  ['longer than it says', { ...entry, size: 299 }, 'is longer than it says'],
  ['more than nothing', { ...entry, size: 0 }, 'than it says'],
  ['a byte where there should be none', { ...packed('a', Buffer.from('x')), size: 0 }, 'is not as long as it says'],
  ['shorter than it says', { ...entry, size: 301 }, 'is not as long as it says'],
  ['cut short', { ...entry, packed: entry.packed.subarray(0, -1) }, 'cannot be unpacked'],
  ['no bytes', { ...entry, packed: new Uint8Array() }, 'cannot be unpacked'],
  ['not DEFLATE', { ...entry, packed: Buffer.from('\xff\xff\xff') }, 'cannot be unpacked'],
  ['another checksum', { ...entry, crc: entry.crc ^ 1 }, 'has changed since it was packed'],
  ['stored and changed', { ...entry, method: 0, packed: Buffer.alloc(300) }, 'has changed since it was packed'],
  ['stored and of another size', { ...entry, method: 0 }, 'is not as long as it says'],
])('an entry %s is refused when unpacked', (_, lying, words) => {
  expect(refusal(() => unpack(lying, 1000))).toContain(words)
})

test('an entry exactly as long as the limit is unpacked, an empty one too', () => {
  expect(unpack(entry, 300)).toEqual(Uint8Array.from(Buffer.from('abc'.repeat(100))))
  expect(unpack(packed('a', new Uint8Array()), 0)).toEqual(new Uint8Array())
})

/** Zeros, packed without ever being in memory: DEFLATE can be joined where it was flushed. */
function zeros(megabytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), deflateRawSync(new Uint8Array())])
}

test('a zip bomb is refused, whatever it says of its size, and takes no memory to speak of', () => {
  const megabyte = 2 ** 20
  const bombOf = (megabytes: number, size: number, crc = 0): ZipEntry[] =>
    openZip(zipOf([{ name: 'word/document.xml', method: 8, crc, size, packed: zeros(megabytes) }]))
  for (const each of bombOf(3, 3 * megabyte, crc32(Buffer.alloc(3 * megabyte))))
    expect(unpack(each, 3 * megabyte)).toHaveLength(3 * megabyte)

  const before = process.resourceUsage().maxRSS
  const lies = [600 * megabyte, 20 * megabyte, 10, 0].flatMap((size) => bombOf(600, size))
  expect(lies.map((each) => refusal(() => unpack(each, 20 * megabyte)))).toEqual([
    expect.stringContaining('is too large: 629145600 bytes, where 20971520 are the most'),
    expect.stringContaining('is longer than it says'),
    expect.stringContaining('is longer than it says'),
    expect.stringContaining('is longer than it says'),
  ])
  const kilobytes = process.resourceUsage().maxRSS - before
  expect(kilobytes).toBeLessThan(100 * 1024)
})

/** Reads a file as far as it can be read: anything but bytes and refusals is a failure. */
function readAll(file: Uint8Array): void {
  refusal(() => {
    for (const each of openZip(file)) refusal(() => unpack(each, 100_000))
  })
}

test('random bytes are refused, and only refused', () => {
  const kinds = ['', 'PK\x03\x04', 'PK\x05\x06', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '{\\rtf']
  const random = fc.tuple(fc.constantFrom(...kinds), fc.uint8Array({ maxLength: 400 }))
  fc.assert(
    fc.property(random, ([beginning, rest]) => readAll(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]))),
    { numRuns: 1000 },
  )
})

test('a good zip with anything changed, cut out or put in gives entries or a refusal', () => {
  const whole = handmade(
    [
      { name: '[Content_Types].xml', text: 'types '.repeat(20) },
      { name: 'word/', method: 0 },
      { name: 'word/document.xml', text: 'page '.repeat(50), flags: 8, own: { size: 0, packedSize: 0, crc: 0 }, after: Buffer.alloc(16) },
      { name: 'word/media/1.png', text: 'stored', method: 0 },
    ],
    { comment: 'a comment' },
  )
  expect(textsIn(whole)).toHaveLength(3)
  const byte = fc.oneof(fc.constantFrom(0, 1, 8, 0xff), fc.nat(255))
  const change = fc.record({ at: fc.nat(whole.length - 1), cut: fc.nat(4), put: fc.array(byte, { maxLength: 4 }) })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = [...whole]
      for (const { at, cut, put } of changes) bytes.splice(at, cut, ...put)
      readAll(Uint8Array.from(bytes))
    }),
    { numRuns: 3000 },
  )
})

test('every single byte of a good zip that is wrong gives entries or a refusal', () => {
  for (let at = 0; at < good.length; at++)
    for (const value of [0, 1, 0x7f, 0xff]) {
      const bytes = Uint8Array.from(good)
      bytes[at] = value
      readAll(bytes)
    }
})
