/** What a Word file says, for assertions. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { child, descendants, parseXml, wordValue, type XmlElement } from '../../src/word/fill/xml-tree.ts'
import { pack } from '../../src/word/finalise.ts'

export interface Control {
  readonly tag: string
  readonly alias: string
  readonly id: number
  /** The element that says its kind. */
  readonly kind: string
  readonly lock: string | undefined
  readonly prompting: boolean
  /** Its words, new lines and tabs included. */
  readonly text: string
  readonly checked: boolean
  readonly fullDate: string | undefined
  readonly list: readonly string[]
}

export const partOf = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array())
export const page = (docx: Uint8Array): string => partOf(docx, 'word/document.xml')

/** The same file with its page changed. */
export function withPage(docx: Uint8Array, change: (xml: string) => string): Uint8Array {
  return pack(new Map([...Object.entries(unzipSync(docx)), ['word/document.xml', strToU8(change(page(docx)))]]))
}

const kindNames = [
  'w:text',
  'w:richText',
  'w:date',
  'w:dropDownList',
  'w:comboBox',
  'w14:checkbox',
  'w15:repeatingSection',
  'w15:repeatingSectionItem',
]

/** Every control of a file in reading order, items of repeats left out. */
export function controlsOf(docx: Uint8Array): Control[] {
  const xml = page(docx)
  return [...descendants(parseXml(xml))]
    .filter(({ name }) => name === 'w:sdt')
    .map((sdt) => controlOf(xml, sdt))
    .filter(({ kind }) => kind !== 'w15:repeatingSectionItem')
}

/** The controls with a tag. */
export const tagged = (docx: Uint8Array, tag: string): Control[] => controlsOf(docx).filter((control) => control.tag === tag)

function controlOf(xml: string, sdt: XmlElement): Control {
  const properties = child(sdt, 'w:sdtPr')
  const kind = properties?.children.find(({ name }) => kindNames.includes(name))
  const content = child(sdt, 'w:sdtContent')
  return {
    tag: wordValue(properties, 'w:tag') ?? '',
    alias: wordValue(properties, 'w:alias') ?? '',
    id: Number(wordValue(properties, 'w:id')),
    kind: kind?.name ?? 'none',
    lock: wordValue(properties, 'w:lock'),
    prompting: child(properties, 'w:showingPlcHdr') !== undefined,
    text: content ? wordsOf(xml, content) : '',
    checked: child(kind, 'w14:checked')?.attributes['w14:val'] === '1',
    fullDate: kind?.attributes['w:fullDate'],
    list: (kind?.name === 'w:dropDownList' ? kind.children : []).map(
      ({ attributes }) => `${attributes['w:value']}=${attributes['w:displayText']}`,
    ),
  }
}

/** The words below an element. */
export function wordsOf(xml: string, element: XmlElement): string {
  return [...descendants(element)]
    .map((each) => {
      if (each.name === 'w:br') return '\n'
      if (each.name === 'w:tab' && each.attributes['w:val'] === undefined) return '\t'
      return each.name === 'w:t' ? unescaped(xml.slice(each.inside, each.closing)) : ''
    })
    .join('')
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: 'amp' | 'lt' | 'gt' | 'quot') => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name])

/** Every block of the page: its style and words. */
export function blocksOf(docx: Uint8Array): { style: string; words: string }[] {
  const xml = page(docx)
  const body = child(parseXml(xml), 'w:body')
  return (body?.children ?? []).map((block) => ({
    style: block.name === 'w:p' ? (wordValue(child(block, 'w:pPr'), 'w:pStyle') ?? '') : block.name,
    words: wordsOf(xml, block),
  }))
}

/** Names of every bookmark. */
export const bookmarksOf = (docx: Uint8Array): string[] =>
  [...page(docx).matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(([, name]) => name ?? '')
/** Numbers of every bookmark's start. */
export const bookmarkIdsOf = (docx: Uint8Array): string[] =>
  [...page(docx).matchAll(/<w:bookmarkStart [^>]*w:id="([^"]*)"/g)].map(([, id]) => id ?? '')
/** Numbers of every control, items of repeats included. */
export const idsOf = (docx: Uint8Array): string[] => [...page(docx).matchAll(/<w:id w:val="([^"]*)"/g)].map(([, id]) => id ?? '')
