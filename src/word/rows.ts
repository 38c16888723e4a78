/** Copied rows of a repeat: the same text, with names and numbers of their own. */
import { freshId, rowSuffix } from './identity.ts'

/** Names taken so far in one document. */
export interface Names {
  readonly controls: Set<number>
  /** The highest number of a bookmark. */
  bookmark: number
}

/** One row while it is printed. */
export interface Row {
  /** From 1, outermost repeat first; empty outside repeats. */
  readonly numbers: readonly number[]
  /** The template's text, with this row's own names. */
  named(xml: string): string
}

/** A row of a repeat. The first is the template's own and stays as it is. */
export function rowOf(numbers: readonly number[], names: Names): Row {
  const suffix = rowSuffix(numbers)
  if (suffix === '') return { numbers, named: (xml) => xml }
  // The start and the end of a bookmark are found in different pieces of text.
  const bookmarks = new Map<string, number>()
  const bookmark = (old: string): number => {
    const number = bookmarks.get(old) ?? ++names.bookmark
    bookmarks.set(old, number)
    return number
  }
  return {
    numbers,
    named: (xml) =>
      xml
        .replace(/(<w:id w:val=")(-?\d+)"/g, (_, tag: string, id: string) => {
          return `${tag}${freshId(`${id}${suffix}`, names.controls)}"`
        })
        .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
          tag
            .replace(/(\bw:id=")(\d+)"/, (_, before: string, id: string) => `${before}${bookmark(id)}"`)
            .replace(/(\bw:name=")([^"]*)"/, (_, before: string, name: string) => `${before}${renamed(name, suffix)}"`),
        )
        // Word numbers paragraphs for itself, and no two may have one number.
        .replace(/<w:(?:p|tr)\b[^>]*>/g, (tag) => tag.replace(/ w14:(?:paraId|textId)="[^"]*"/g, '')),
  }
}

/** Word allows a bookmark 40 characters. */
function renamed(name: string, suffix: string): string {
  const ours = /^q_[0-9a-f]{24}/.exec(name)
  return `${ours ? ours[0] : name.slice(0, 40 - suffix.length)}${suffix}`
}
