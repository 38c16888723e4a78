/** A zip from entries that are packed already: the same bytes for the same entries, whatever the day, machine and Node version. */
import { crc32, deflateRawSync } from 'node:zlib'
import { deflateSync } from 'fflate'
import { central, end, local, utf8Flag, type ZipEntry } from './entry.ts'

/** Version 2.0 of the specification, the first with DEFLATE; its upper byte, the system, is 0. */
const version = 20
/** 1 January 1980, midnight, as DOS wrote times: the earliest there is. */
const time = 0x00210000

/**
 * Packs bytes as an entry. fflate compresses the same on every machine; zlib changes with the Node version.
 * @param name Its path in the zip, with slashes.
 */
export function packed(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateSync(bytes, { level: 6 }) }
}

/** The same by zlib: several times faster, for files that need not be the same bytes on every machine. */
export function packedHere(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes) }
}

/**
 * The zip of some entries, in their order; their packed bytes are copied as they are.
 * @throws RangeError for more than a zip can count: 65,535 entries, names of 65,535 bytes, 4 GB.
 */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map(({ name }) => Buffer.from(name))
  const bodies = entries.reduce((sum, { packed }) => sum + packed.length, 0)
  const nameBytes = names.reduce((sum, { length }) => sum + length, 0)
  const directory = entries.length * local.length + nameBytes + bodies
  const length = directory + entries.length * central.length + nameBytes + end.length
  if (entries.length > 0xffff || names.some((name) => name.length > 0xffff) || length > 0xffffffff)
    throw new RangeError('These entries are more, or larger, than a zip can count.')

  const zip = new Uint8Array(length)
  const view = new DataView(zip.buffer)
  let at = 0
  let listed = directory
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? Buffer.alloc(0)
    view.setUint32(listed, central.signature, true)
    view.setUint16(listed + 4, version, true)
    writeFields(view, listed + central.fields, entry, name)
    view.setUint32(listed + 42, at, true)
    zip.set(name, listed + central.length)
    listed += central.length + name.length

    view.setUint32(at, local.signature, true)
    writeFields(view, at + local.fields, entry, name)
    zip.set(name, at + local.length)
    zip.set(entry.packed, at + local.length + name.length)
    at += local.length + name.length + entry.packed.length
  }
  view.setUint32(listed, end.signature, true)
  view.setUint16(listed + 8, entries.length, true)
  view.setUint16(listed + 10, entries.length, true)
  view.setUint32(listed + 12, listed - directory, true)
  view.setUint32(listed + 16, directory, true)
  return zip
}

function writeFields(view: DataView, at: number, { name, method, crc, size, packed }: ZipEntry, nameBytes: Uint8Array): void {
  view.setUint16(at, version, true)
  // Plain names say nothing of their encoding, as Word and fflate write them.
  view.setUint16(at + 2, nameBytes.length === name.length ? 0 : utf8Flag, true)
  view.setUint16(at + 4, method, true)
  view.setUint32(at + 6, time, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, packed.length, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, nameBytes.length, true)
}
