/** Word files made by hand, with whatever harm is asked for in one of their parts. */
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { readableForms, readForm } from '../../src/read.ts'
import { Refused, type ZipEntry } from '../../src/zip/entry.ts'
import { zipOf } from '../../src/zip/write.ts'
import { form } from '../word/form.ts'

/** What is asked for, when it is asked for: some of these are large. */
export type Hostile = readonly [name: string, file: () => Uint8Array, told: string]

const forms = readableForms([form])

/** What a person hears of a file: why it is refused, or what was found in it. Anything else that comes out fails. */
export function told(file: Uint8Array): string {
  try {
    const { findings } = readForm(file, forms)
    const shown = findings.length > 1000 ? [...findings.slice(0, 1000), ...findings.slice(-1)] : findings
    return ['Read.', ...shown.map(({ label, message }) => `${label}: ${message}`)].join('\n')
  } catch (error) {
    if (error instanceof Refused) return `Refused: ${error.message}`
    throw error
  }
}

/** What is read of a file. */
export const recordOf = (file: Uint8Array): unknown => readForm(file, forms).record

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export const page = (body: string): string => `${declaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`
export const words = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
export const control = (tag: string, text: string, rest = ''): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${rest}</w:sdtPr><w:sdtContent>${words(text)}</w:sdtContent></w:sdt>`
export const relationship = (target: string, more = '', type = 'officeDocument'): string =>
  `<Relationship Id="r${target.length}" Type="${relationshipTypes}/${type}" Target="${target}"${more}/>`
export const relationships = (inside: string): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
export const types = (inside: string): string =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${inside}</Types>`
export const override = (name: string, type = documentType): string => `<Override PartName="/${name}" ContentType="${type}"/>`
export const property = (name: string, value: string): string => `<property name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`
export const properties = (inside: string): string =>
  `${declaration}<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${inside}</Properties>`

type Part = string | Uint8Array | ZipEntry | undefined

/** A form with one answer, unharmed. */
const good: Readonly<Record<string, Part>> = {
  '[Content_Types].xml': types(override('word/document.xml')),
  '_rels/.rels': relationships(relationship('word/document.xml')),
  'word/document.xml': page(control('about.name', 'Rose Example')),
  'docProps/custom.xml': properties(property('formId', form.id) + property('formVersion', form.version)),
}

/** That form with parts put in, or taken out. */
export function wordFile(parts: Readonly<Record<string, Part>> = {}): Uint8Array {
  return zipOf(
    Object.entries({ ...good, ...parts }).flatMap(([name, part]) => {
      if (part === undefined) return []
      if (typeof part !== 'string' && !(part instanceof Uint8Array)) return [{ ...part, name }]
      const bytes = Buffer.from(part)
      return [{ name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes, { level: 1 }) }]
    }),
  )
}

/** That form with another page. */
export const withPage = (body: string): Uint8Array => wordFile({ 'word/document.xml': page(body) })

/** One text again and again, packed without ever being in memory: DEFLATE can be joined where it was flushed. */
export function bomb(megabytes: number, text = '\0', size = megabytes * 2 ** 20): ZipEntry {
  const one = deflateRawSync(Buffer.alloc(2 ** 20, text), { finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => one), deflateRawSync(new Uint8Array())])
  return { name: '', method: 8, crc: 0, size, packed }
}
