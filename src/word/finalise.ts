/** A finished Word file from what `docx` packs: the same bytes for the same document, whatever the day and time zone. */
import { strFromU8, strToU8 } from 'fflate'
import { packed, zipOf } from '../zip/write.ts'

/** Rewrites the parts in which `docx` leaves a date, a random name or no language. */
export function finalise(parts: Map<string, Uint8Array>): Uint8Array {
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts.get(name)
    if (part) parts.set(name, strToU8(change(strFromU8(part))))
  }
  edit('docProps/core.xml', (xml) =>
    xml
      .replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/gs, '')
      .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>'),
  )
  edit('word/settings.xml', (xml) => xml.replace('</w:settings>', '<w:themeFontLang w:val="en-GB"/></w:settings>'))
  const names = new Map<string, string>()
  const rename = (xml: string): string =>
    xml.replace(/\b(r:id|Id)="([^"]+)"/g, (whole, attribute: string, id: string) => {
      if (/^rId\d+$/.test(id)) return whole
      // docx makes up the names of links; ours count up in the order of use.
      if (!names.has(id)) names.set(id, `rLink${names.size + 1}`)
      return `${attribute}="${names.get(id)}"`
    })
  edit('word/document.xml', rename)
  edit('word/_rels/document.xml.rels', rename)
  return pack(parts)
}

/** Zips parts, those first that are looked for first: the same bytes for the same parts. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipOf(sorted.map(([name, bytes]) => packed(name, bytes)))
}

/** Word and mail filters look for the types of content first. */
function rank(name: string): number {
  const first = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'].indexOf(name)
  return first === -1 ? 3 : first
}
