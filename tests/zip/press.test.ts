import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import zlib from 'node:zlib'
import fc from 'fast-check'
import { inflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../src/word/template.ts'
import { newPress, type Packed, type Press, type Segment } from '../../src/zip/press.ts'
import { root } from '../project.ts'
import { documentOf, form, page as looks } from '../word/form.ts'
import { page } from '../word/read.ts'

const textOf = (piece: Segment | string): Buffer => Buffer.from(typeof piece === 'string' ? piece : piece.bytes)

/** Packs, and checks everything that must hold of what is packed. */
function pack(press: Press, sequence: readonly (Segment | string)[]): Packed {
  const text = Buffer.concat(sequence.map(textOf))
  const result = press.deflate(sequence)
  expect(text.equals(zlib.inflateRawSync(result.packed))).toBe(true)
  expect(text.equals(inflateSync(result.packed))).toBe(true)
  expect(result.size).toBe(text.length)
  expect(result.crc).toBe(zlib.crc32(text))
  return result
}

/** Letters in no order, the same each time, with nothing long in common. */
function noise(length: number, seed: number): string {
  let state = seed
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return String.fromCharCode(97 + ((state >>> 16) % 26))
  }).join('')
}

const xml = '<w:sdt><w:sdtPr><w:alias w:val="Where"/><w:tag w:val="about.place"/><w:id w:val="550201761"/></w:sdtPr></w:sdt>'

const piece = fc.oneof(
  fc.constantFrom('', 'a', 'é', '👩🏽‍🦽', 'ما يهمني هو أن أبقى في بيتي', xml, xml.replace('place', 'date'), xml.slice(20), noise(300, 7)),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('<w:p>', '</w:p>', '<w:t xml:space="preserve">', '&amp;', 'home ', '“', '☒', '\n'), { maxLength: 60 })
    .map((all) => all.join('')),
  fc
    .tuple(fc.constantFrom('ab', xml, 'é'), fc.integer({ min: 1, max: 40_000 }))
    .map(([text, length]) => text.repeat(length).slice(0, length)),
)

describe('whatever is packed inflates to the same text, by two inflaters, with its CRC and size', () => {
  test('segments and texts in any order, left out or repeated', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        piece,
        fc.array(fc.record({ text: piece, before: fc.array(fc.nat(), { maxLength: 4 }) }), { maxLength: 4 }),
        fc.array(fc.oneof(fc.nat(), piece), { maxLength: 14 }),
        (usual, sample, more, sequence) => {
          const press = newPress(usual, sample)
          const segments = [...press.usual]
          const pick = (index: number): Segment[] => segments.slice(index % (segments.length || 1)).slice(0, 1)
          for (const { text, before } of more) segments.push(press.segment(text, before.flatMap(pick)))
          const pieces = sequence.flatMap((each): (Segment | string)[] => (typeof each === 'number' ? pick(each) : [each]))
          const first = pack(press, pieces).packed
          pack(press, segments)
          expect(Buffer.compare(press.deflate(pieces).packed, first)).toBe(0)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('nothing, and one byte', () => {
    for (const press of [newPress([], ''), newPress(['', xml], 'Home is what matters to me.')]) {
      for (const sequence of [[], [''], ['x'], [press.segment('')], [press.segment('x')]]) pack(press, sequence)
    }
  })

  test('every byte that UTF-8 has, as text and as segment, known to the press or not', () => {
    const starts = Array.from({ length: 0x220 }, (_, high) => high * 0x800).filter((code) => code < 0xd800 || code > 0xdfff)
    const all = String.fromCodePoint(...Array.from({ length: 0x800 }, (_, code) => code), ...starts)
    expect(new Set(Buffer.from(all)).size).toBe(256 - 13)
    for (const usual of [[], [all], [xml]]) {
      const press = newPress(usual, '')
      pack(press, [...press.usual, all, press.segment(all), all])
    }
  })

  test('half a surrogate pair becomes the character for what cannot be read, as everywhere in UTF-8', () => {
    const press = newPress([], '')
    expect(zlib.inflateRawSync(press.deflate(['a\ud83d']).packed).toString()).toBe('a\ufffd')
  })

  test('segments longer than 64 KB, alone and after themselves', () => {
    const long = [noise(70_000, 1), xml.repeat(900), noise(40_000, 2) + noise(40_000, 2)]
    const press = newPress(long, '')
    const [a = '', b = '', c = ''] = press.usual
    pack(press, [a, b, c, c, b, a, a])
  })

  test('a segment again, of every length near those of matches', () => {
    const press = newPress([], '')
    for (let length = 1; length < 800; length++) {
      const segment = press.segment(noise(length, 3))
      pack(press, [segment, segment, 'x', segment])
    }
  })

  test('a match in another segment from every kind of distance, up to the last that DEFLATE can say and beyond', () => {
    const source = noise(100, 4)
    const filler = noise(33_000, 5)
    const press = newPress([source, source], filler)
    const [first = '', second = ''] = press.usual
    const sizeAt = (distance: number) => {
      const between = filler.slice(0, distance - 100)
      return pack(press, [first, between, second]).packed.length - pack(press, [first, between]).packed.length
    }
    for (let power = 7; power < 15; power++)
      for (const off of [-1, 0, 1, 2, 2 ** (power - 1)]) expect(sizeAt(2 ** power + off)).toBeLessThan(8)
    expect(sizeAt(32_768)).toBeLessThan(8)
    expect(sizeAt(32_769)).toBeGreaterThan(30)
  })

  test('letters so uneven that the best code would be longer than a code may be', () => {
    const counts = [1, 1]
    while (counts.length < 22) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0))
    const sample = counts.map((count, letter) => String.fromCharCode(65 + letter).repeat(count)).join('')
    pack(newPress([], sample), [sample])
  })
})

describe('the same sequence gives the same bytes', () => {
  const usual = [xml, xml.replace('Where', 'When'), xml.replace('Where', 'How')]
  const pieces = (press: Press) => press.usual.flatMap((segment) => [segment, 'At home, with Mum’s chair by the window.'])

  test('in another press made of the same texts', () => {
    const [one, two] = [newPress(usual, 'sample'), newPress(usual, 'sample')]
    expect(Buffer.compare(one.deflate(pieces(one)).packed, two.deflate(pieces(two)).packed)).toBe(0)
  })

  test('after more segments and other, longer calls, which leave earlier results as they were', () => {
    const press = newPress(usual, 'sample')
    const first = press.deflate(pieces(press)).packed
    const copy = Buffer.from(first)
    pack(press, [press.segment(xml.repeat(3000), press.usual), noise(200_000, 6)])
    expect(copy.equals(first)).toBe(true)
    expect(copy.equals(press.deflate(pieces(press)).packed)).toBe(true)
  })
})

test('a segment of another press is refused', () => {
  const [segment = ''] = newPress([xml], '').usual
  expect(() => newPress([xml], '').deflate([segment])).toThrow('only by the press that made it')
  if (typeof segment !== 'string') expect(() => newPress([], '').segment('', [segment])).toThrow('only by the press that made it')
})

describe('what is packed is small', () => {
  test('a row much like the row before it costs little more than what differs', () => {
    const press = newPress([xml], '')
    const next = press.segment(xml.replace('550201761', '-31'), press.usual)
    expect(pack(press, [...press.usual, next]).packed.length - pack(press, press.usual).packed.length).toBeLessThan(16)
  })

  test('a filled Word form is at most 1.3 times as large as zlib makes it', async () => {
    const xml = page(await layOut(documentOf(form), looks))
    const shown = xml.split(/(?<=<w:sdtContent>(?:(?!<w:sdt>).)*?<w:t(?: [^>]*)?>)[^<]*(?=<\/w:t>)/)
    const answers = readdirSync(join(root, 'examples/assessment'))
      .filter((name) => /^[^.]+\.json$/.test(name))
      .map((name) => stringsOf(JSON.parse(readFileSync(join(root, 'examples/assessment', name), 'utf8'))))
    const [sample = [], other = []] = answers
    expect(shown.length).toBeGreaterThan(50)
    const press = newPress(shown, sample.slice(0, shown.length).join(''))
    const filled = press.usual.flatMap((segment, index) => [segment, other[index] ?? ''])
    const { packed } = pack(press, filled)
    const peer = zlib.deflateRawSync(Buffer.concat(filled.map(textOf)), { level: 6 })
    expect(packed.length / peer.length).toBeLessThan(1.3)
  })
})

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}
