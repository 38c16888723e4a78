/** A Word file as it comes back → its controls, and what says which form it is. Nothing it refers to is ever fetched. */
import { Refused } from '../../zip/entry.ts'
import { openZip, unpack } from '../../zip/read.ts'
import { controlsIn, type Page } from './controls.ts'
import { readXml } from './events.ts'

export interface WordFile extends Page {
  /** The file's custom properties: `formId`, `formVersion`, `edition`. */
  readonly properties: ReadonlyMap<string, string>
  /** The words of its footers, which say form and version too. */
  readonly footers: string
}

/** Bytes of one part, unpacked. The longest answers to the longest form take a tenth of it. */
const longestPart = 32 * 1024 * 1024
const longestOther = 1024 * 1024
/** Characters that Word keeps of a custom property. */
const longestProperty = 255

/**
 * Reads a Word file.
 * @throws Refused, with one sentence, for everything that is not a Word file without macros, is damaged, or is larger than a form can be.
 */
export function readWord(bytes: Uint8Array): WordFile {
  const parts = new Map(openZip(bytes).map((entry) => [entry.name, entry]))
  const part = (name: string, limit: number): Uint8Array | undefined => {
    const entry = parts.get(name)
    return entry && unpack(entry, limit)
  }
  const main = mainPart(part('_rels/.rels', longestOther), part('[Content_Types].xml', longestOther))
  if ([...parts.keys()].some((name) => /vbaProject/i.test(name))) throw macros()
  const page = part(main, longestPart)
  if (!page) throw new Refused(`The Word file is damaged: its page, ${main}, is missing. Open it in Word and save it again.`)
  const footers = [...parts.keys()].filter((name) => /^word\/footer\d*\.xml$/.test(name)).slice(0, 20)
  return {
    ...controlsIn(page),
    properties: propertiesIn(part('docProps/custom.xml', longestOther)),
    footers: footers.map((name) => wordsIn(part(name, longestOther))).join('\n'),
  }
}

const macros = (): Refused => new Refused('The file contains macros, which no form needs. Save it as .docx without macros.')

/** The name of the part that holds the page. Word and SharePoint may name it otherwise than word/document.xml. */
function mainPart(relationships: Uint8Array | undefined, types: Uint8Array | undefined): string {
  if (!relationships || !types) throw new Refused('This is a zip file, but not a Word file. Send the form as .docx.')
  let target = ''
  readXml(relationships, {
    open: (_, { Type = '', Target = '', TargetMode }) => {
      if (!Type.endsWith('/officeDocument')) return
      if (TargetMode === 'External')
        throw new Refused('The page of this Word file is somewhere else, and nothing is fetched from elsewhere. Save it as .docx in Word.')
      if (target)
        throw new Refused('This Word file has two pages, and nobody can tell which one counts. Open it in Word and save it again.')
      target = Target.replace(/^\//, '')
    },
  })
  let type = ''
  readXml(types, {
    open: (_, { PartName, ContentType = '' }) => {
      if (PartName === `/${target}`) type = ContentType
      if (/vbaProject/i.test(ContentType)) throw macros()
    },
  })
  if (/macroEnabled/i.test(type)) throw new Refused('The file may contain macros (.docm), which no form needs. Save it as .docx.')
  if (/spreadsheet/i.test(type)) throw new Refused('This is an Excel workbook, not a Word file. Send the form as .docx.')
  if (/presentation/i.test(type)) throw new Refused('This is a PowerPoint presentation, not a Word file. Send the form as .docx.')
  if (!/wordprocessingml\.(document|template)/.test(type)) throw new Refused('This is not a Word file. Send the form as .docx.')
  return target
}

/** Names and values of docProps/custom.xml. */
function propertiesIn(part: Uint8Array | undefined): Map<string, string> {
  const properties = new Map<string, string>()
  let name: string | undefined
  if (part) {
    readXml(part, {
      open: (element, attributes) => {
        if (element.endsWith('property')) name = attributes.name
      },
      text: (text) => {
        if (name !== undefined) properties.set(name, ((properties.get(name) ?? '') + text).slice(0, longestProperty))
      },
      close: (element) => {
        if (element.endsWith('property')) name = undefined
      },
    })
  }
  return properties
}

/** The words of a part, its paragraphs on lines of their own. */
function wordsIn(part: Uint8Array | undefined): string {
  let words = ''
  let inRun = false
  let inText = false
  if (part) {
    readXml(part, {
      open: (element) => {
        if (element === 'w:r') inRun = true
        // Elsewhere, it is a tab stop.
        else if (element === 'w:tab' && inRun) words += '\t'
        inText = element === 'w:t'
      },
      text: (text) => {
        if (inText) words += text
      },
      close: (element) => {
        inText = false
        if (element === 'w:r') inRun = false
        else if (element === 'w:p') words += '\n'
      },
    })
  }
  return words
}
