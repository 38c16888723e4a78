/** The bytes of a Word part → its text, if it is fit to be parsed: what would take a parser seconds, or gigabytes, is refused before. */
import { textIn } from '../../utf8.ts'
import { Refused } from '../../zip/entry.ts'

/** How often a part may have a sign. A form of 5,000 questions has half as many; the longest real one, a fiftieth. */
const most = { elements: 2_000_000, references: 1_000_000, brackets: 20_000 }

/**
 * The text of a part of XML.
 * @throws Refused where it is not UTF-8, declares a document type (and with it, entities), or holds more than any form.
 */
export function partText(bytes: Uint8Array): string {
  const text = textIn(bytes)
  if (text === undefined)
    throw new Refused('The Word file is damaged: a part of it is not text in UTF-8. Open it in Word and save it again.')
  if (text.includes('<!DOCTYPE'))
    throw new Refused('The file declares a document type, which no Word file does. It may be meant to do harm, so it was not read.')
  // Within CDATA, which Word does not write, the parser takes every bracket for a piece of text.
  const brackets = text.includes('<![CDATA[') && hasMore(text, ']', most.brackets)
  if (brackets || hasMore(text, '<', most.elements) || hasMore(text, '&', most.references))
    throw new Refused('The file holds more than any form can. It may be meant to do harm, so it was not read.')
  return text
}

function hasMore(text: string, sign: string, count: number): boolean {
  if (text.length < count) return false
  let left = count
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (left-- === 0) return true
  return false
}
