/** Copied rows of a repeat: the same text but for a few names, which have to be unique. */

/** A name that differs from row to row. @param row From 1; the first row is the template's own and keeps its names. */
export type RowName = (row: number) => string

/**
 * Cuts the text of an item at its names. A row's names depend on its number alone, so that a row is the same text every time.
 * @param stride More than any bookmark's number in the document.
 */
export function cutAtNames(xml: string, stride: number): (string | RowName)[] {
  const pieces: (string | RowName)[] = []
  let at = 0
  for (const match of xml.matchAll(names)) {
    const { id, mark, paragraph } = match.groups ?? {}
    const found = mark === undefined ? [match[0]] : (/^(.*?\bw:id=")(\d+)(".*)$/s.exec(mark)?.slice(1) ?? [mark])
    pieces.push(xml.slice(at, match.index))
    // Controls without a number, and paragraphs, are numbered by Word.
    if (id !== undefined || paragraph !== undefined) pieces.push((row) => (row === 1 ? match[0] : ''))
    else pieces.push(...bookmarkPieces(found, stride))
    at = match.index + match[0].length
  }
  return [...pieces, xml.slice(at)]
}

/** The text of a row. */
export const rowText = (xml: string, row: number, stride: number): string =>
  row === 1
    ? xml
    : cutAtNames(xml, stride)
        .map((piece) => (typeof piece === 'string' ? piece : piece(row)))
        .join('')

/** The next power of ten above every bookmark's number. */
export function strideOf(xml: string): number {
  const numbers = [...xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g)].map(([, id]) => Number(id))
  return 10 ** String(Math.max(99, ...numbers)).length
}

const names = /(?<id><w:id w:val="-?\d+"\/>)|(?<mark><w:bookmark(?:Start|End)\b[^>]*>)|(?<paragraph> w14:(?:paraId|textId)="[^"]*")/g

/** A bookmark's tag around its number, and around its name where it begins. */
function bookmarkPieces([before = '', id, after = '']: readonly string[], stride: number): (string | RowName)[] {
  if (id === undefined) return [before]
  const number: RowName = (row) => String(Number(id) + (row - 1) * stride)
  const [, start = '', name, rest = ''] = /^(.*?\bw:name=")([^"]*)(".*)$/s.exec(after) ?? []
  if (name === undefined) return [before, number, after]
  const ours = /^q_[0-9a-f]{24}/.exec(name)?.[0]
  // Word allows a bookmark 40 characters.
  const renamed: RowName = (row) => (row === 1 ? name.slice(ours?.length ?? 0) : `${ours ? '' : name.slice(0, 32)}_${row}`)
  return [before, number, start + (ours ?? ''), renamed, rest]
}
