/** Word's own ways of writing a filled form, for tests: the form of form.ts, with what is in its controls changed. */
import { strToU8, unzipSync } from 'fflate'
import { readableForms, readForm } from '../../src/read.ts'
import { bookmarkOf } from '../../src/tag.ts'
import { fill } from '../../src/word/fill/fill.ts'
import { compileTemplate } from '../../src/word/fill/scan.ts'
import { pack } from '../../src/word/finalise.ts'
import { layOut } from '../../src/word/template.ts'
import { draft } from './draft.ts'
import { documentOf, form, page as looks } from './form.ts'
import { withPage } from './read.ts'

export const readable = readableForms([form])
export const blank = await layOut(documentOf(form), looks)
export const filled = fill(compileTemplate(blank, form), draft).docx

const { version: _, ...answers } = draft
const strengths = answers.strengths.strengths.map((each) => ({ ...each, helpsWith: ['home', 'company'] }))
/** The draft as it is read back: choices in the form's order. */
export const record = { ...answers, strengths: { ...answers.strengths, strengths } }

/** What reading gives, the names of the form left out; findings as code and pointer. */
export function reading(docx: Uint8Array) {
  const { record, findings } = readForm(docx, readable)
  const { form: _, formVersion: __, ...answers } = record
  return { answers, findings: findings.map(({ code, pointer }) => `${code} ${pointer}`), full: findings }
}

export const run = (words: string, properties = ''): string => `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`
export const paragraph = (inner: string, style = 'Answer'): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`
export const promptStyle = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'

/** The control of a tag: the first, or that of a later row. */
function controlAt(xml: string, tag: string, nth = 0): string {
  const all = [...xml.matchAll(new RegExp(`<w:sdt><w:sdtPr><w:alias w:val="[^"]*"/><w:tag w:val="${tag}"/>.*?</w:sdt>`, 'g'))]
  const found = all[nth]?.[0]
  if (!found) throw new Error(`No control ${tag}`)
  return found
}

/** The page with one control changed. */
export const changed = (docx: Uint8Array, tag: string, change: (control: string) => string, nth = 0): Uint8Array =>
  withPage(docx, (xml) => xml.replace(controlAt(xml, tag, nth), () => change(controlAt(xml, tag, nth))))

/** The blank form with one control answered, as Word does: the mark of the prompt goes. */
export const answered = (tag: string, content: string, properties: (written: string) => string = (written) => written): Uint8Array =>
  changed(blank, tag, (control) => inside(properties(control.replace('<w:showingPlcHdr/>', '')), content))

/** A control with other content. */
export const inside = (control: string, content: string): string =>
  control.replace(/<w:sdtContent>.*<\/w:sdtContent>/, () => `<w:sdtContent>${content}</w:sdtContent>`)

/** The page without the bookmark of a tag, and with something else in the place of its control. */
export const withoutBookmark = (docx: Uint8Array, tag: string): Uint8Array =>
  withPage(docx, (xml) => {
    const [, id] = new RegExp(`<w:bookmarkStart w:id="(\\d+)" w:name="${bookmarkOf(tag)}"/>`).exec(xml) ?? []
    return xml.replace(`<w:bookmarkStart w:id="${id}" w:name="${bookmarkOf(tag)}"/>`, '').replace(`<w:bookmarkEnd w:id="${id}"/>`, '')
  })

/** The file with other parts. */
export const withParts = (docx: Uint8Array, change: (parts: Map<string, Uint8Array>) => void): Uint8Array => {
  const parts = new Map(Object.entries(unzipSync(docx)))
  change(parts)
  return pack(parts)
}

export const bytes = strToU8
