/** What a file is that came instead of a Word file: told by how it begins, so that the person hears what to do with it. */
import { Refused } from './entry.ts'

const sendDocx = 'Send the form as Word saved it (.docx).'
const saveAsDocx = 'Open it in Word and save it as a Word document (.docx).'
const picture = `This is a picture, and answers cannot be read out of a picture. ${sendDocx}`

/** How other kinds of file begin, white space left out, in small letters. */
const beginnings: readonly (readonly [string, string])[] = [
  ['{\\rtf', `This is a rich text file (.rtf). ${saveAsDocx}`],
  ['%pdf', `This is a PDF, and answers cannot be read out of a PDF. ${sendDocx}`],
  ['<!doctype html', `This is a web page. If it came as a download, sign in and download the form again.`],
  ['<html', `This is a web page. If it came as a download, sign in and download the form again.`],
  ['<?xml', `This is an XML file. ${saveAsDocx}`],
  ['\x89png', picture],
  ['\xff\xd8\xff'.toLowerCase(), picture],
  ['pk\x07\x08', 'This file is one piece of several. Put the pieces together, or ask for the file whole.'],
]

/**
 * Says what a file is that does not begin as a zip does.
 * Looks at its first bytes, and in an old Office file for the names of its streams.
 */
export function impostor(bytes: Uint8Array): Refused {
  if (bytes.length === 0) return new Refused('This file is empty. Send it again, or look for an older copy.')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') return new Refused(oldOffice(file))
  const opening = file
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  const known = beginnings.find(([beginning]) => opening.startsWith(beginning))
  if (known) return new Refused(known[1])
  if (isText(file)) return new Refused(`This is a plain text file, not a Word file. ${sendDocx}`)
  if (file.includes('PK\x05\x06', 0, 'latin1')) return new Refused(`Something stands before the beginning of this file. ${sendDocx}`)
  return new Refused(`This is not a Word file. ${sendDocx}`)
}

/** Old Office files, and new ones when encrypted, are compound files ([MS-CFB]): a disk of streams, listed by name. */
function oldOffice(file: Buffer): string {
  if (hasStream(file, 'EncryptedPackage'))
    return 'This file is locked by a password or a sensitivity label. Open it in Word, take the lock off (File, Info, Protect Document) and save it.'
  if (hasStream(file, 'WordDocument')) return 'This is an old Word file (.doc). Open it in Word and save it as .docx.'
  return `This is an old Office file or an Outlook message, not a Word file. ${sendDocx}`
}

/** Streams are listed on multiples of 128 bytes: the name in UTF-16 with a closing zero, and at byte 64 how many bytes that takes. */
function hasStream(file: Buffer, name: string): boolean {
  const sought = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = file.indexOf(sought); at !== -1; at = file.indexOf(sought, at + sought.length))
    if (at % 128 === 0 && at + 66 <= file.length && file.readUInt16LE(at + 64) === sought.length) return true
  return false
}

/** Whether a file begins as text does: with the mark of UTF-16, or without control characters other than white space. */
function isText(file: Buffer): boolean {
  const mark = file.subarray(0, 2).toString('hex')
  return mark === 'fffe' || mark === 'feff' || file.subarray(0, 4096).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13))
}
