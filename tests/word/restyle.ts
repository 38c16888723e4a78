/** A form as a council makes it its own in Word: other order, styles, words, layout, logo and foot; the same boxes. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { child, parseXml, wordValue, type XmlElement } from '../../src/word/fill/xml-tree.ts'
import { pack } from '../../src/word/finalise.ts'

/** A template, restyled. */
export function restyled(template: Uint8Array): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(template)))
  const change = (name: string, with_: (xml: string) => string): void => {
    const part = parts.get(name)
    if (!part) throw new Error(`The template has no ${name}`)
    parts.set(name, strToU8(with_(strFromU8(part))))
  }
  change('word/document.xml', (xml) => reworded(rearranged(xml)))
  change('word/styles.xml', (xml) =>
    restyledAnswers(xml)
      .replaceAll('"Arial"', '"Georgia"')
      .replace(/<w:color w:val="[0-9A-F]{6}"\/>/g, '<w:color w:val="5B2C6F"/>'),
  )
  change('word/header1.xml', (xml) => xml.replace(/<\/w:pPr>/, (end) => `${end}<w:r>${logo}</w:r>`))
  change('word/footer1.xml', (xml) => xml.replace(/<w:p>.*<\/w:p>/, '<w:p><w:r><w:t>Anytown Council, adult social care</w:t></w:r></w:p>'))
  change('word/_rels/header1.xml.rels', () => picture)
  change('[Content_Types].xml', (xml) =>
    xml.includes('Extension="png"')
      ? xml
      : xml.replace(/<Types[^>]*>/, (start) => `${start}<Default Extension="png" ContentType="image/png"/>`),
  )
  parts.set('word/media/logo.png', Buffer.from(dot, 'base64'))
  return pack(parts)
}

/** The last section first; the first laid out in two columns; the second in a frame that keeps its words from being changed. */
function rearranged(xml: string): string {
  const blocks = child(parseXml(xml), 'w:body')?.children ?? []
  const starts = blocks.flatMap((block, index) => (isSectionHeading(block) ? [index] : []))
  const [first, second, third] = starts
  const last = starts.at(-1)
  if (first === undefined || second === undefined || third === undefined || last === undefined || last === third)
    throw new Error('The form has too few sections to put into another order')
  const text = (from: number, to: number): string =>
    blocks
      .slice(from, to)
      .map(({ start, end }) => xml.slice(start, end))
      .join('')
  // The page's own properties come last.
  const end = blocks.length - 1
  const middle = Math.ceil((first + second) / 2)
  const columns = [text(first + 1, middle), text(middle, second)].map(
    (cell) => `<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>${cell}<w:p/></w:tc>`,
  )
  const grid = '<w:tblPr><w:tblW w:w="9600" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid>'
  const group =
    '<w:sdtPr><w:alias w:val="Part B"/><w:tag w:val="anytownPartB"/><w:id w:val="770077"/><w:lock w:val="sdtLocked"/><w:group/></w:sdtPr>'
  const sections = [
    text(last, end),
    text(first, first + 1),
    `<w:tbl>${grid}<w:tr>${columns.join('')}</w:tr></w:tbl>`,
    `<w:sdt>${group}<w:sdtContent>${text(second, third)}</w:sdtContent></w:sdt>`,
    text(third, last),
  ]
  return xml.slice(0, blocks[first]?.start) + sections.join('') + xml.slice(blocks[end]?.start)
}

const isSectionHeading = (block: XmlElement): boolean => block.name === 'w:p' && wordValue(child(block, 'w:pPr'), 'w:pStyle') === 'Heading2'

/** Other labels, prompts and words of choices. */
function reworded(xml: string): string {
  return restyledAnswers(xml)
    .replace(/(<w:pStyle w:val="Question(?:Inset)?"\/>.*?<w:t[^>]*>)/g, '$1Please tell us: ')
    .replace(/(<w:rStyle w:val="PlaceholderText"\/><\/w:rPr><w:t[^>]*>)Click or tap to write/g, '$1Write here')
    .replace(/(<w:listItem w:displayText=")([^"]+)(" w:value="[^"]+")/g, '$1$2, that is$3')
    .replace(/(<w:listItem w:displayText=")Choose"/g, '$1Pick one"')
    .replace(/(<w:rStyle w:val="PlaceholderText"\/><\/w:rPr><w:t[^>]*>)Choose/g, '$1Pick one')
}

/** Answers in a style of the council's own. */
const restyledAnswers = (xml: string): string => xml.replace(/(w:val|w:styleId)="AnswerShort"/g, '$1="AnytownBox"')

const logo =
  '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="360000"/><wp:docPr id="9001" name="Logo" descr="Anytown Council"/>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9001" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>' +
  '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
  '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>' +
  '</a:graphicData></a:graphic></wp:inline></w:drawing>'
const picture =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rIdLogo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/logo.png"/></Relationships>'
/** One dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
