/**
 * A zip from somebody else, read so that it can do no harm: its entries stay packed, and whatever lies is refused.
 *
 * Own code, as what we need is small and synchronous: entries with their packed bytes untouched, and no trust. yauzl and node-stream-zip
 * are streams; fflate, JSZip, pizzip and adm-zip inflate to any length; @zip.js/zip.js can do it, in promises and 10,000 lines.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { central, end, type Fields, fieldsAt, local, Refused, type ZipEntry } from './entry.ts'
import { impostor } from './impostor.ts'

/** A word processor makes about 20 parts, and one for each picture. */
const mostEntries = 2_000
const longestComment = 0xffff

const remedy = 'Open it in Word and save it under a new name; if Word cannot, ask for it to be sent again.'
const damaged = (what: string): Refused => new Refused(`This file is damaged: ${what}. ${remedy}`)
const tooNew = () => new Refused(`This file is packed as only files over 4 GB need to be (zip64). ${remedy}`)
const cutShort = () => new Refused('The end of this file is missing, as after a copy that was cut short. Copy or download it again.')
const locked = () => new Refused('This file is locked by a password. Take the password off and save it again.')
const inPieces = () => new Refused('This file is one piece of several. Put the pieces together, or ask for the file whole.')

/** A name for people: what cannot be printed, and too much of it, left out. */
const shown = (name: string): string => `“${name.replace(/\p{C}/gu, '?').slice(0, 80)}”`

/** Bytes without the habits of a Buffer, whose slices are no copies. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)

/** An entry, and from where to where it lies in the file. */
interface Placed {
  readonly entry: ZipEntry
  readonly from: number
  readonly to: number
}

/**
 * The entries of a zip in the order of its directory, folders left out; nothing is inflated, and `packed` is a view of `file`.
 * Each lies where no other does and says the same of itself in both its headers, so that no two readers see two files. Gaps between them
 * are let be: no reader that goes by the directory looks there.
 * @param limits `entries`: the most it may hold, folders counted.
 * @throws Refused for anything that is not such a zip: another kind of file, cut short, locked, in pieces, over 4 GB, with names that
 * could leave a folder or are there twice, or with headers that disagree.
 */
export function openZip(file: Uint8Array, limits: { readonly entries: number } = { entries: mostEntries }): ZipEntry[] {
  const bytes = plain(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const opening = bytes.length < 4 ? 0 : view.getUint32(0, true)
  if (opening !== local.signature && opening !== end.signature) throw impostor(bytes)
  const directory = directoryOf(bytes, view)
  if (directory.count > limits.entries)
    throw new Refused(`This file holds ${directory.count} parts, and no form has more than ${limits.entries}. ${remedy}`)
  const placed: Placed[] = []
  let at = directory.from
  for (let index = 0; index < directory.count; index++) {
    if (at + central.length > directory.to || view.getUint32(at, true) !== central.signature) throw damaged('its list of parts breaks off')
    const { nameLength, extraLength } = fieldsAt(view, at + central.fields)
    placed.push(entryAt(bytes, view, at, directory.from))
    at += central.length + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  if (at !== directory.to) throw damaged('its list of parts is not as long as it says')
  checkPlaces(placed)
  const entries = placed.map(({ entry }) => entry).filter(({ name }) => !name.endsWith('/'))
  checkTwins(entries)
  return entries
}

/** Where the directory lies, and how many entries it says it lists. */
function directoryOf(bytes: Uint8Array, view: DataView): { from: number; to: number; count: number } {
  const tail = Math.max(0, bytes.length - end.length - longestComment)
  const to = tail + Buffer.from(bytes.buffer, bytes.byteOffset + tail, bytes.length - tail).lastIndexOf('PK\x05\x06', -end.length, 'latin1')
  if (to < tail) throw cutShort()
  // A record inside a comment could show another reader another list; so only the last one counts, and nothing may follow its comment.
  if (to + end.length + view.getUint16(to + 20, true) !== bytes.length) throw damaged('it goes on after its end')
  const [count, size, from] = [view.getUint16(to + 10, true), view.getUint32(to + 12, true), view.getUint32(to + 16, true)]
  if (count === 0xffff || size === 0xffffffff || from === 0xffffffff || (to >= 20 && view.getUint32(to - 20, true) === 0x07064b50))
    throw tooNew()
  if (view.getUint16(to + 4, true) !== 0 || view.getUint16(to + 6, true) !== 0 || view.getUint16(to + 8, true) !== count) throw inPieces()
  if (from + size !== to) throw damaged('its list of parts is not where it says')
  return { from, to, count }
}

/** The entry listed at a place in the directory, held against its own header. */
function entryAt(bytes: Uint8Array, view: DataView, listed: number, directory: number): Placed {
  const said = fieldsAt(view, listed + central.fields)
  const from = view.getUint32(listed + 42, true)
  if (said.packedSize === 0xffffffff || said.size === 0xffffffff || from === 0xffffffff) throw tooNew()
  if (view.getUint16(listed + 34, true) !== 0) throw inPieces()
  const nameBytes = bytes.subarray(listed + central.length, listed + central.length + said.nameLength)
  const name = nameOf(nameBytes)
  if (from + local.length > directory || view.getUint32(from, true) !== local.signature)
    throw damaged(`its part ${shown(name)} is not where it says`)
  const own = fieldsAt(view, from + local.fields)
  const begin = from + local.length + own.nameLength + own.extraLength
  const to = begin + said.packedSize
  if (to > directory) throw damaged(`its part ${shown(name)} reaches beyond its place`)
  // Bit 0 locks the content, bit 6 says how, bit 13 hides the directory too.
  if (((said.flags | own.flags) & 0x2041) !== 0) throw locked()
  const ownName = bytes.subarray(from + local.length, from + local.length + own.nameLength)
  if (Buffer.compare(ownName, nameBytes) !== 0 || !agree(said, own)) throw damaged(`it says two things about its part ${shown(name)}`)
  const { method, crc, size } = said
  if (method !== 0 && method !== 8)
    throw new Refused(`The part ${shown(name)} is packed in a way Word does not know (${method}). ${remedy}`)
  if (method === 0 && size !== said.packedSize) throw damaged(`its part ${shown(name)} is not as long as it says`)
  return { entry: { name, method, crc, size, packed: bytes.subarray(begin, to) }, from, to }
}

/** Whether the two headers agree. With bit 3 the first did not know yet: it may say nothing (zeros, or all ones), and the truth follows the bytes. */
function agree(said: Fields, own: Fields): boolean {
  const unknown = (value: number) => (own.flags & 8) !== 0 && (value === 0 || value === 0xffffffff)
  return said.method === own.method && (['crc', 'packedSize', 'size'] as const).every((key) => said[key] === own[key] || unknown(own[key]))
}

/** The name in some bytes, if no system could be led astray by it. Word's own names are ASCII, whatever encoding is declared. */
function nameOf(bytes: Uint8Array): string {
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw damaged('a name in it is not readable')
  }
  const astray = name === '' || /^\/|^[a-z]:|\\|\p{Cc}/iu.test(name) || name.split('/').includes('..')
  if (astray) throw new Refused(`This file holds a part with a name no Word file has, ${shown(name)}. Ask for it to be sent again.`)
  return name
}

/** Nothing lies before the first entry, and none upon another: a few bytes could be counted as many gigabytes. */
function checkPlaces(placed: readonly Placed[]): void {
  let free = 0
  for (const { entry, from, to } of [...placed].sort((a, b) => a.from - b.from)) {
    if (free === 0 && from !== 0) throw damaged('something stands before its beginning')
    if (from < free) throw damaged(`its part ${shown(entry.name)} lies upon another`)
    free = to
  }
}

/** Windows takes names that differ in capitals for one. */
function checkTwins(entries: readonly ZipEntry[]): void {
  const names = new Set<string>()
  for (const { name } of entries) {
    const small = name.toLowerCase()
    if (names.has(small)) throw damaged(`it holds ${shown(name)} twice, and nobody can tell which one counts`)
    names.add(small)
  }
}

/**
 * The bytes of an entry; of a stored one, a view of the file.
 * @param limit The most bytes it may have. No more are unpacked, whatever the headers say.
 * @throws Refused if there are more, if they are not as many as the entry says, are cut short, or fail its CRC-32.
 */
export function unpack(entry: ZipEntry, limit: number): Uint8Array {
  const { name, size } = entry
  if (size > limit) throw new Refused(`The part ${shown(name)} is too large: ${size} bytes, where ${limit} are the most. ${remedy}`)
  const bytes = entry.method === 0 ? entry.packed : inflated(entry)
  if (bytes.length !== size) throw damaged(`its part ${shown(name)} is not as long as it says`)
  if (crc32(bytes) !== entry.crc) throw damaged(`its part ${shown(name)} has changed since it was packed`)
  return bytes
}

/** zlib goes no further than the size that was claimed, which unpack held against the limit, and takes memory as it goes. */
function inflated({ name, packed, size }: ZipEntry): Uint8Array {
  // A small part in one piece, a large one in pieces of 64 kB: zlib's own of 16 kB take longer.
  const chunkSize = Math.min(Math.max(size + 1, 64), 2 ** 16)
  try {
    return plain(inflateRawSync(packed, { chunkSize, maxOutputLength: Math.max(size, 1) }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw damaged(`its part ${shown(name)} is longer than it says`)
    throw damaged(`its part ${shown(name)} cannot be unpacked`)
  }
}
