import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { layOut } from '../../src/word/template.ts'
import type { ZipEntry } from '../../src/zip/entry.ts'
import { openZip, unpack } from '../../src/zip/read.ts'
import { packed, zipOf } from '../../src/zip/write.ts'
import { documentOf, form, page } from '../word/form.ts'

const name = fc.array(fc.stringMatching(/^[A-Za-z[\]_äлш😀]{1,8}$/u), { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'))
const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 300 })), { selector: ([each]) => each.toLowerCase(), maxLength: 8 })
const stored = (path: string, bytes: Uint8Array): ZipEntry => ({
  name: path,
  method: 0,
  crc: crc32(bytes),
  size: bytes.length,
  packed: bytes,
})

test('the same bytes as fflate writes for the same files', () => {
  fc.assert(
    fc.property(files, (each) => {
      // fflate makes folders of nested objects, so it is given flat names; its dates are local time.
      const theirs = zipSync(Object.fromEntries(each), { level: 6, mtime: new Date(1980, 0, 1), os: 0 })
      expect(Buffer.compare(zipOf(each.map(([path, bytes]) => packed(path, bytes))), theirs)).toBe(0)
    }),
  )
})

test('what is written is read again, entry for entry and byte for byte', () => {
  const entries = fc
    .array(fc.boolean(), { minLength: 8, maxLength: 8 })
    .chain((store) => files.map((each) => each.map(([path, bytes], index) => (store[index] ? stored(path, bytes) : packed(path, bytes)))))
  fc.assert(
    fc.property(entries, (each) => {
      const zip = zipOf(each)
      const again = openZip(zip)
      expect(again).toEqual(each)
      expect(Buffer.compare(zipOf(again), zip)).toBe(0)
    }),
  )
})

test('a Word file of ours opens, and written again it is the same file', async () => {
  const docx = await layOut(documentOf(form), page)
  const entries = openZip(docx)
  expect(entries.map((entry) => entry.name).slice(0, 3)).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])
  expect(Buffer.compare(zipOf(entries), docx)).toBe(0)
  expect(Object.fromEntries(entries.map((entry) => [entry.name, unpack(entry, 10_000_000)]))).toEqual(unzipSync(docx))
})

test('packed bytes are copied as they are, however they were compressed', () => {
  const text = Buffer.from('My mum’s garden. '.repeat(100))
  const best: ZipEntry = { name: 'a', method: 8, crc: crc32(text), size: text.length, packed: deflateRawSync(text, { level: 9 }) }
  const zip = zipOf([stored('b', text), best])
  expect(openZip(zip)[1]?.packed).toEqual(Uint8Array.from(best.packed))
  expect(strFromU8(unzipSync(zip).a ?? new Uint8Array())).toBe(text.toString())
})

test('the order is that of the list, numbers and __proto__ included', () => {
  const names = ['z', '10', '9', '__proto__', 'a']
  const zip = zipOf(names.map((each) => packed(each, Buffer.from(each))))
  expect(openZip(zip).map((entry) => entry.name)).toEqual(names)
})

test('nothing is an empty zip', () => {
  expect(openZip(zipOf([]))).toEqual([])
})

test('more than a zip can count is a bug of the caller', () => {
  expect(() => zipOf([packed('a'.repeat(65_536), new Uint8Array())])).toThrow(RangeError)
  expect(() => zipOf(Array.from({ length: 65_536 }, (_, index) => stored(String(index), new Uint8Array())))).toThrow(RangeError)
})
