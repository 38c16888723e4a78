import zlib from 'node:zlib'
import fc from 'fast-check'
import { inflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Known, newPress, type Packed, type Sequence } from '../../src/zip/press.ts'

/** A press of these texts, that checks everything that must hold of what is packed. */
function checked(known: readonly (Known | string)[], sample: Sequence = []): (sequence: Sequence) => Packed {
  const all = known.map((each) => (typeof each === 'string' ? { text: each } : each))
  const press = newPress(all, sample)
  return (sequence) => {
    const text = Buffer.concat(sequence.map((each) => Buffer.from(typeof each === 'string' ? each : (all[each]?.text ?? ''))))
    const result = press.deflate(sequence)
    expect(text.equals(zlib.inflateRawSync(result.packed))).toBe(true)
    expect(text.equals(inflateSync(result.packed))).toBe(true)
    expect(result.size).toBe(text.length)
    expect(result.crc).toBe(zlib.crc32(text))
    return result
  }
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

const said = fc.oneof(
  fc.constantFrom('', 'a', 'é', '👩🏽‍🦽', 'ما يهمني هو أن أبقى في بيتي', xml, xml.replace('place', 'date'), xml.slice(20), noise(300, 7)),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  fc
    .array(fc.constantFrom('<w:p>', '</w:p>', '<w:t xml:space="preserve">', '&amp;', 'home ', '“', '☒', '\n'), { maxLength: 60 })
    .map((all) => all.join('')),
  fc
    .tuple(fc.constantFrom('ab', xml, 'é'), fc.integer({ min: 1, max: 40_000 }))
    .map(([text, length]) => text.repeat(length).slice(0, length)),
)
const known = fc.record({ text: said, group: fc.constantFrom(undefined, undefined, 'blank', 'rows') })

describe('whatever is packed inflates to the same text, by two inflaters, with its CRC and size', () => {
  test('known texts and others in any order, left out or repeated, in one whole after another', () => {
    fc.assert(
      fc.property(
        fc.array(known, { maxLength: 10 }),
        fc.array(fc.array(fc.oneof(fc.nat(), said), { maxLength: 14 }), { minLength: 1, maxLength: 3 }),
        (texts, wholes) => {
          const sequences = wholes.map((whole) =>
            whole.flatMap((each): (number | string)[] => (typeof each === 'string' ? [each] : texts.length ? [each % texts.length] : [])),
          )
          const pack = checked(texts, sequences[0])
          const packed = sequences.map((sequence) => pack(sequence).packed)
          for (const [index, sequence] of sequences.entries())
            expect(Buffer.compare(pack(sequence).packed, packed[index] ?? Buffer.alloc(0))).toBe(0)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('nothing, and one byte', () => {
    for (const pack of [checked([]), checked([''], ['Home is what matters to me.']), checked(['x'])])
      for (const sequence of [[], [''], ['x'], ['', '', 'x']]) pack(sequence)
    checked(['', 'x'])([0, 1, 0])
  })

  test('every byte that UTF-8 has, known or not', () => {
    const starts = Array.from({ length: 0x220 }, (_, high) => high * 0x800).filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
    const all = String.fromCodePoint(...Array.from({ length: 0x7ff }, (_, code) => code + 1), ...starts)
    expect(new Set(Buffer.from(all)).size).toBe(256 - 13 - 1)
    checked([all, '\0'])([0, all, 1, 0, all, 1])
    checked([xml])([all, 0])
  })

  test('half a surrogate pair becomes the character for what cannot be read, as everywhere in UTF-8', () => {
    expect(zlib.inflateRawSync(newPress([], []).deflate(['a\ud83d', '\ude00']).packed).toString()).toBe('a\ufffd\ufffd')
  })

  test('texts longer than 64 KB, alone and after themselves', () => {
    const long = [noise(70_000, 1), xml.repeat(900), noise(40_000, 2) + noise(40_000, 2)]
    checked(long)([0, 1, 2, 2, 1, 0, 0])
    checked([])([...long, ...long])
  })

  test('a text again, of every length near those of matches, at once and after another', () => {
    const texts = Array.from({ length: 800 }, (_, length) => noise(length, 3))
    const pack = checked(texts)
    for (const length of texts.keys()) pack([length, length, 'x', length])
  })

  test('a match in another text from every kind of distance, up to the last that DEFLATE can say and beyond', () => {
    const between = noise(33_000, 5)
    const source = noise(100, 4)
    const pack = checked([source, `${source}.`], [between])
    const sizeAt = (distance: number) => {
      const start = [0, between.slice(0, distance - 100)]
      return pack([...start, 1]).packed.length - pack(start).packed.length
    }
    for (let power = 7; power < 15; power++)
      for (const off of [-1, 0, 1, 2, 2 ** (power - 1)]) expect(sizeAt(2 ** power + off)).toBeLessThan(8)
    expect(sizeAt(32_768)).toBeLessThan(8)
    expect(sizeAt(32_769)).toBeGreaterThan(30)
  })

  test('letters so uneven that the best code would be longer than a code may be', () => {
    const counts = [1, 1]
    while (counts.length < 22) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0))
    // In no order, as a run would be one match.
    const sample = counts.flatMap((count, letter) => Array.from({ length: Math.min(count, 400) }, () => String.fromCharCode(65 + letter)))
    checked([], sample)([sample.join('')])
  })
})

describe('the same sequence gives the same bytes', () => {
  const texts = [xml, xml.replace('Where', 'When'), xml.replace('Where', 'How')].map((text) => ({ text }))
  const whole = [0, 'At home, with Mum’s chair by the window.', 1, 'At home', 2]

  test('in another press made of the same texts', () => {
    expect(Buffer.compare(newPress(texts, whole).deflate(whole).packed, newPress(texts, whole).deflate(whole).packed)).toBe(0)
  })

  test('after other, longer calls, which leave earlier results as they were', () => {
    const press = newPress(texts, whole)
    const first = press.deflate(whole).packed
    const copy = Buffer.from(first)
    press.deflate([0, noise(200_000, 6), 0])
    expect(copy.equals(first)).toBe(true)
    expect(copy.equals(press.deflate(whole).packed)).toBe(true)
  })
})

test.each([1, -1, 0.5, Number.NaN])('a number that no text has is refused: %s', (number) => {
  expect(() => newPress([{ text: xml }], []).deflate([number])).toThrow('no text of the number')
})

test('U+0000 is refused', () => {
  for (const text of ['\0', 'a\0b']) expect(() => newPress([], []).deflate(['x', text, 'y'])).toThrow('U+0000')
})

describe('what is packed is small', () => {
  const other = xml.replace('550201761', '-31')
  const more = (texts: readonly (Known | string)[], start: Sequence, next: Sequence) => {
    const pack = checked(texts, [xml])
    return pack([...start, ...next]).packed.length - pack(start).packed.length
  }

  test('a text much like one before it costs little more than what differs', () => {
    expect(more([xml, other], [0], [1])).toBeLessThan(16)
  })

  test('a text again costs next to nothing', () => {
    expect(more([xml, 'Page'], [0, 'x', 1], [0])).toBeLessThan(6)
  })

  test('texts that stand behind one another again are one match', () => {
    const parts = xml.split(/(?<=>)/)
    const again = [...parts.keys()]
    expect(more(parts, [...again, 'x'], again)).toBeLessThan(6)
  })

  test('what is said again, in another text between, is a match', () => {
    const words = 'Mum likes her tea at four, in the garden when it is dry.'
    expect(more([xml], [0, words, 0], [`“${words}”`])).toBeLessThan(16)
  })

  test('a text that may be left out is not what others depend on', () => {
    const texts = (group: string | undefined) => [xml, { text: other, group }, xml.replace('550201761', '-31 ')]
    expect(more(texts('blank'), [0], [2])).toBeLessThan(more(texts(undefined), [0], [2]))
  })
})
