/** The parts of a zip file as they lie in it, compressed: what the limits copy and a reader inflates. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A part as it lies in the file. */
export interface Part {
  readonly name: string
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number
  readonly crc: number
  /** Bytes before compression. */
  readonly size: number
  readonly bytes: Uint8Array
}

/** Takes a file apart that this project wrote: no comment, no zip64. */
export function partsOf(file: Uint8Array): Part[] {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const end = view.length - 22
  if (view.readUInt32LE(end) !== 0x06054b50) throw new Error('This zip file ends in a comment, or is none')
  const parts: Part[] = []
  let at = view.readUInt32LE(end + 16)
  for (let count = view.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extra, comment] = [view.readUInt16LE(at + 28), view.readUInt16LE(at + 30), view.readUInt16LE(at + 32)]
    const local = view.readUInt32LE(at + 42)
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    parts.push({
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      size: view.readUInt32LE(at + 24),
      bytes: view.subarray(start, start + view.readUInt32LE(at + 20)),
    })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** Compresses a part. @param level As zlib counts, 1 to 9; 0 stores. */
export const compressed = (name: string, contents: Uint8Array, level: number): Part => ({
  name,
  method: level ? 8 : 0,
  crc: crc32(contents),
  size: contents.length,
  bytes: level ? deflateRawSync(contents, { level }) : contents,
})

/** A part's contents. */
export const inflated = ({ method, bytes, size }: Part): Uint8Array => (method ? inflateRawSync(bytes, { maxOutputLength: size }) : bytes)

/** Puts parts together as a zip file. */
export function zipped(parts: readonly Part[]): Buffer {
  const pieces: Uint8Array[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const common = header(part, name.length)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, name)
    pieces.push(local, part.bytes)
    at += local.length + part.bytes.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}

/** What stands alike before a part and in the list at the end. */
function header({ method, crc, size, bytes }: Part, nameLength: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt16LE(0x21, 8) // 1 January 1980
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}
