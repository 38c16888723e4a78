/** Copied rows of a repeat: the same text, with names and numbers of their own. */

/** How the rows of one template are named. A row's names depend on its number alone, so that a copied row is the same text every time. */
export interface RowNames {
  /** Controls and bookmarks in the items of repeats, each with its place in the list. */
  readonly controls: ReadonlyMap<string, number>
  readonly bookmarks: ReadonlyMap<string, number>
  /** Numbers from here on are free. */
  readonly freeControl: number
  readonly freeBookmark: number
}

/**
 * @param xml The whole page.
 * @param items The text of each repeat's first row.
 */
export function rowNamesOf(xml: string, items: readonly string[]): RowNames {
  const listed = (pattern: RegExp): Map<string, number> =>
    new Map(items.flatMap((item) => [...item.matchAll(pattern)]).map(([, id = ''], index) => [id, index]))
  return {
    controls: listed(/<w:id w:val="(-?\d+)"/g),
    bookmarks: listed(/<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g),
    freeControl: afterWidestGap(numbers(xml, /<w:id w:val="(-?\d+)"/g)),
    freeBookmark: Math.max(0, ...numbers(xml, /<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g)) + 1,
  }
}

/**
 * The text of a row. The first is the template's own and stays as it is.
 * @param number From 1.
 */
export function rowText(xml: string, number: number, { controls, bookmarks, freeControl, freeBookmark }: RowNames): string {
  if (number === 1) return xml
  const inRow = (names: ReadonlyMap<string, number>, free: number, old: string): number =>
    free + (number - 2) * names.size + (names.get(old) ?? 0)
  return (
    xml
      .replace(/(<w:id w:val=")(-?\d+)"/g, (_, before: string, id: string) => `${before}${inRow(controls, freeControl, id)}"`)
      .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
        tag
          .replace(/(\bw:id=")(\d+)"/, (_, before: string, id: string) => `${before}${inRow(bookmarks, freeBookmark, id)}"`)
          .replace(/(\bw:name=")([^"]*)"/, (_, before: string, name: string) => `${before}${renamed(name, `_${number}`)}"`),
      )
      // Word numbers paragraphs for itself, and no two may have one number.
      .replace(/<w:(?:p|tr)\b[^>]*>/g, (tag) => tag.replace(/ w14:(?:paraId|textId)="[^"]*"/g, ''))
  )
}

/** Word allows a bookmark 40 characters. */
function renamed(name: string, suffix: string): string {
  const ours = /^q_[0-9a-f]{24}/.exec(name)
  return `${ours ? ours[0] : name.slice(0, 40 - suffix.length)}${suffix}`
}

/** Control numbers are signed 32-bit, and scattered: the widest gap has room for millions of rows. */
function afterWidestGap(taken: readonly number[]): number {
  const sorted = [...taken, 0, 2 ** 31 - 1].filter((id) => id >= 0).sort((a, b) => a - b)
  const gaps = sorted.map((id, index) => (sorted[index + 1] ?? id) - id)
  return (sorted[gaps.indexOf(Math.max(...gaps))] ?? 0) + 1
}

const numbers = (xml: string, pattern: RegExp): number[] => [...xml.matchAll(pattern)].map(([, id]) => Number(id))
