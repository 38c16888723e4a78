/** Our filled form → the same page as a template of other libraries: a placeholder for each control, and what to put there. */
import { strFromU8, strToU8 } from 'fflate'
import { child, descendants, parseXml, rawOf, type XmlElement } from '../../src/word/fill/xml-tree.ts'

/** How a library names what goes in. @param lines True where the answer may have several lines. */
export type Syntax = (name: string, lines: boolean) => string

/** `{a1}`: docxtemplater, docx-templates and easy-template-x. */
export const braces: Syntax = (name) => `{${name}}`

/** `{d.a1}`: carbone, which has to be told of line breaks. */
export const carbones: Syntax = (name, lines) => `{d.${name}${lines ? ':convCRLF' : ''}}`

export interface Placeholders {
  /** The page with placeholders. */
  readonly xml: Uint8Array
  /** Words by placeholder. */
  readonly words: Readonly<Record<string, string>>
}

/**
 * Puts a placeholder in place of each content control, answered or not. Rows of a repeat stand there as often as they were filled, so
 * that no library has to run a loop, and the controls themselves are gone: both make the others faster, not slower.
 * @param filled The XML of a page that was filled.
 */
export function withPlaceholders(filled: Uint8Array, syntax: Syntax): Placeholders {
  const xml = strFromU8(filled)
  const root = parseXml(xml)
  if (/>[^<]*[{}]/.test(xml.replace(/<w:sdt>.*?<\/w:sdt>/gs, ''))) throw new Error('The form prints braces, which the others would read')
  const words: Record<string, string> = {}
  const edits: { start: number; end: number; text: string }[] = []
  for (const sdt of [...descendants(root)].filter(({ name }) => name === 'w:sdt')) {
    const content = child(sdt, 'w:sdtContent')
    if (!content) throw new Error('A control has no content')
    edits.push({ start: sdt.start, end: content.inside, text: '' }, { start: content.closing, end: sdt.end, text: '' })
    const inner = [...descendants(content)]
    const runs = inner.filter(({ name }) => name === 'w:r')
    const [first, last] = [runs[0], runs.at(-1)]
    if (!first || !last || inner.some(({ name }) => name === 'w:sdt')) continue
    const name = `a${Object.keys(words).length}`
    words[name] = runs.map((run) => wordsOfRun(xml, run)).join('')
    const format = child(first, 'w:rPr')
    const placeholder = syntax(name, words[name].includes('\n'))
    edits.push({
      start: first.start,
      end: last.end,
      text: `<w:r>${format ? rawOf(xml, format) : ''}<w:t xml:space="preserve">${placeholder}</w:t></w:r>`,
    })
  }
  return { xml: strToU8(edited(xml, edits)), words }
}

/** The words of a run, with its breaks and tabs. */
export function wordsOfRun(xml: string, run: XmlElement): string {
  const signs: Readonly<Record<string, string>> = { 'w:br': '\n', 'w:cr': '\n', 'w:tab': '\t' }
  return run.children
    .map((each) => (each.name === 'w:t' ? decoded(xml.slice(each.inside, each.closing)) : (signs[each.name] ?? '')))
    .join('')
}

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

function edited(xml: string, edits: readonly { start: number; end: number; text: string }[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(xml.slice(at, start), text)
    at = end
  }
  return pieces.join('') + xml.slice(at)
}
