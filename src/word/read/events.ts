/** The XML of a Word part, element by element, read strictly and within limits: nothing is kept that is not asked for. */
import { SaxesParser } from 'saxes'
import { Refused } from '../../zip/entry.ts'
import { partText } from './part-text.ts'
import { prefixed } from './prefixes.ts'

export interface Events {
  /** @param name With the prefix that Word itself uses, `w:p`, whatever the file calls it; so are the attributes. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Elements within elements. Word's own files stay below 60. */
const deepest = 256
/** Attributes of one element. The root of Word's own files has 40. */
const mostAttributes = 500
const longText = 4_000_000

/**
 * Reads a part.
 * @throws Refused where it is not well-formed XML 1.0 in UTF-8, declares a document type, uses a prefix it does not declare, or is nested too deeply.
 */
export function readXml(bytes: Uint8Array, events: Events): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const names = prefixed()
  let depth = 0
  let attributeCount = 0
  const text = partText(bytes)
  // Nearly always the root declares all there is, and no other element need be looked through.
  const declaresLater = text.includes('xmlns', text.indexOf('>', text.search(/<[^?!]/)))
  parser.on('error', (error) => {
    throw new Refused(
      `The Word file is damaged: a part of it is not well-formed XML (${shown(error.message)}). Open it in Word and save it again.`,
    )
  })
  // In a short text, no element has so many that it matters; and counting them takes a tenth of the time.
  if (text.length > longText) {
    parser.on('attribute', () => {
      if (++attributeCount > mostAttributes)
        throw new Refused('The file holds more than any form can. It may be meant to do harm, so it was not read.')
    })
  }
  parser.on('opentag', ({ name, attributes }) => {
    attributeCount = 0
    if (++depth > deepest)
      throw new Refused('The file is nested more deeply than any Word file. It may be meant to do harm, so it was not read.')
    if (depth === 1 || declaresLater)
      for (const key in attributes) if (key.startsWith('xmlns')) names.declare(key.slice(6), attributes[key] ?? '', depth)
    events.open?.(names.element(name), names.attributes(attributes))
  })
  parser.on('closetag', ({ name }) => {
    events.close?.(names.element(name))
    names.leave(depth--)
  })
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.write(text).close()
}

/** Words of a stranger in a sentence of ours: what cannot be printed, and too much of it, left out. */
const shown = (words: string): string => words.slice(0, 80).replace(/\p{C}/gu, '?')
