/** Text → sentences of words, each with its place: what patterns are held against. */
import type { Nodes, Paragraph, Root, Sentence as SentenceNode } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'

export interface Word {
  /** In lower case, with straight apostrophes. */
  readonly text: string
  /** As it was written. */
  readonly raw: string
  /** UTF-16 offsets in the passage. */
  readonly start: number
  readonly end: number
  /** True where nothing but space, hyphens or strokes parts it from the word before. */
  readonly joined: boolean
  /** True where a semicolon, colon, dash or full stop parts it from the word before. */
  readonly apart: boolean
}

export type Sentence = readonly Word[]

/** The sentences of a parsed text, paragraph by paragraph. The lines of a list are sentences of their own. */
export function sentencesOf(tree: Root, text: string): Sentence[] {
  const paragraphs = tree.children.filter((node): node is Paragraph => node.type === 'ParagraphNode')
  const sentences = paragraphs.flatMap(({ children }) => children.filter((node): node is SentenceNode => node.type === 'SentenceNode'))
  return sentences.flatMap(({ children }) => linesOf(children.flatMap(partsOf), text))
}

interface Part {
  readonly raw: string
  readonly start: number
}

/** The words of a node: “wheelchair-bound” and “wheelchair bound” are both two. */
function partsOf(node: Nodes): Part[] {
  if (node.type !== 'WordNode') return []
  const start = node.position?.start.offset ?? 0
  return [...textOf(node).matchAll(/[^-‐‑–/]+/g)].map((part) => ({ raw: part[0], start: start + part.index }))
}

function linesOf(parts: readonly Part[], text: string): Sentence[] {
  const lines: Word[][] = [[]]
  let end = parts[0]?.start ?? 0
  let before = ''
  for (const { raw, start } of parts) {
    const between = text.slice(end, start)
    // “14. Kofi” is one sentence to the parser, and two to a reader.
    const stops = /[.!?…]["”’)]*\s/.test(between) || (/\d\.$/.test(before) && /^\p{Lu}/u.test(raw))
    const word: Word = {
      text: plain(raw),
      raw,
      start,
      end: start + raw.length,
      joined: between === ':' || /^[\s\-‐‑/“”"‘’'£€$]*$/.test(between),
      apart: stops || (between !== ':' && /[;:–—]|\s-\s/.test(between)),
    }
    if (/\n[^\S\n]*(?:[-*•–]|\d+[.)])\s/.test(between)) lines.push([word])
    else lines.at(-1)?.push(word)
    end = word.end
    before = raw
  }
  return lines.filter((line) => line.length)
}

/** As words are compared. */
export const plain = (words: string): string => words.toLowerCase().replace(/[‘’ʼ`]/g, "'")

/** How many words a text has, as people count. */
export const wordCount = (text: string): number => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’\-.,]*/gu) ?? []).length
