/** Copied rows of a repeat: the same text but for a few names, which have to be unique. */

/** Text that is the same in every row from the second on, or how it depends on the number of the row. */
export type RowPiece = string | ((row: number) => string)

/**
 * The template's text as it is in rows from the second on.
 * @param stride More than any bookmark's number in the document.
 */
export function rowPieces(xml: string, stride: number): RowPiece[] {
  // Controls without a number, and paragraphs, are numbered by Word.
  const bare = xml
    .replace(/<w:id w:val="-?\d+"\/>/g, '')
    .replace(/<w:(?:p|tr)\b[^>]*>/g, (tag) => tag.replace(/ w14:(?:paraId|textId)="[^"]*"/g, ''))
  const pieces: RowPiece[] = []
  let done = 0
  for (const { 0: tag, index } of bare.matchAll(/<w:bookmark(?:Start|End)\b[^>]*>/g))
    for (const { 0: attribute, 1: name, 2: value = '', index: within } of tag.matchAll(/\b(w:id|w:name)="([^"]*)"/g)) {
      if (name === 'w:id' && !/^\d+$/.test(value)) continue
      const end = index + within + attribute.length - 1
      const ours = name === 'w:name' && /^q_[0-9a-f]{24}/.exec(value)
      const kept = ours ? ours[0].length : 0
      pieces.push(bare.slice(done, end - value.length + kept))
      if (name === 'w:id') pieces.push((row) => `${Number(value) + (row - 1) * stride}`)
      else if (ours) pieces.push((row) => `_${row}`)
      // Word allows a bookmark 40 characters.
      else pieces.push((row) => `${value.slice(0, 39 - `${row}`.length)}_${row}`)
      done = end
    }
  return [...pieces, bare.slice(done)].filter((piece) => piece !== '')
}

/**
 * Gives the text of a row. Its names depend on its number alone, so that a row is the same text every time; each text is cut once.
 * Rows count from 1: the first is the template's own and stays as it is.
 */
export function rowTexts(stride: number): (xml: string, row: number) => string {
  const cut = new Map<string, RowPiece[]>()
  return (xml, row) => {
    if (row <= 1) return xml
    const pieces = cut.get(xml) ?? rowPieces(xml, stride)
    cut.set(xml, pieces)
    return pieces.map((piece) => (typeof piece === 'string' ? piece : piece(row))).join('')
  }
}

/** The next power of ten above every bookmark's number. */
export function strideOf(xml: string): number {
  const numbers = [...xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g)].map(([, id]) => Number(id))
  return 10 ** String(Math.max(99, ...numbers)).length
}
