/** One file in a zip, still packed; and the headers by which a zip says where it lies. */

/** A file in a zip. What is packed may lie about the rest until it is unpacked. */
export interface ZipEntry {
  /** Its path, with slashes. */
  readonly name: string
  /** 0 stored as it is, 8 DEFLATE. */
  readonly method: 0 | 8
  /** CRC-32 of the unpacked bytes. */
  readonly crc: number
  /** Unpacked bytes. */
  readonly size: number
  readonly packed: Uint8Array
}

/** Why a file is refused: what is wrong and what to do, in words for the person who sent it. */
export class Refused extends Error {
  override readonly name: string = 'Refused'
}

/** A file that may be sound and is simply no form of ours: somebody's notes, guidance, a list. */
export class NotAForm extends Refused {
  override readonly name = 'NotAForm'
}

/** The three headers we know (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16): how each begins, and its bytes before the first name or comment. */
export const local = { signature: 0x04034b50, length: 30, fields: 4 } as const
export const central = { signature: 0x02014b50, length: 46, fields: 6 } as const
export const end = { signature: 0x06054b50, length: 22 } as const

/** Bit 11 of the flags: the name is UTF-8. */
export const utf8Flag = 0x0800

/** What an entry's local and central header both say; in each it starts at `fields`. */
export interface Fields {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly nameLength: number
  readonly extraLength: number
}

export const fieldsAt = (view: DataView, at: number): Fields => ({
  flags: view.getUint16(at + 2, true),
  method: view.getUint16(at + 4, true),
  crc: view.getUint32(at + 10, true),
  packedSize: view.getUint32(at + 14, true),
  size: view.getUint32(at + 18, true),
  nameLength: view.getUint16(at + 22, true),
  extraLength: view.getUint16(at + 24, true),
})
