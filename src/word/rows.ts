/** Copied rows of a repeat: the same text but for a few names, which have to be unique. */

/**
 * The text of a row. Its names depend on its number alone, so that a row is the same text every time.
 * @param row From 1. The first is the template's own and stays as it is.
 * @param stride More than any bookmark's number in the document.
 */
export function rowText(xml: string, row: number, stride: number): string {
  if (row <= 1) return xml
  return (
    xml
      .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
        tag
          .replace(/(\bw:id=")(\d+)"/, (_, before: string, id: string) => `${before}${Number(id) + (row - 1) * stride}"`)
          .replace(/(\bw:name=")([^"]*)"/, (_, before: string, name: string) => `${before}${renamed(name, `_${row}`)}"`),
      )
      // Controls without a number, and paragraphs, are numbered by Word.
      .replace(/<w:id w:val="-?\d+"\/>/g, '')
      .replace(/<w:(?:p|tr)\b[^>]*>/g, (tag) => tag.replace(/ w14:(?:paraId|textId)="[^"]*"/g, ''))
  )
}

/** The next power of ten above every bookmark's number. */
export function strideOf(xml: string): number {
  const numbers = [...xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g)].map(([, id]) => Number(id))
  return 10 ** String(Math.max(99, ...numbers)).length
}

/** Word allows a bookmark 40 characters. */
function renamed(name: string, suffix: string): string {
  const ours = /^q_[0-9a-f]{24}/.exec(name)
  return `${ours ? ours[0] : name.slice(0, 40 - suffix.length)}${suffix}`
}
