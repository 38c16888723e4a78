/** Whether people can take in a question at one reading. */
import type { Report } from '../diagnostics.ts'
import { keywordPlace, type Node } from './node.ts'

/** Words in a sentence: the advice of GOV.UK, and of Plain English Campaign before it. */
const most = 25

/** Reports sentences of a label or a hint that are too long. */
export function checkReadability(node: Node, label: string, report: Report): void {
  for (const keyword of ['title', 'description'] as const) {
    const words = String(node.keywords[keyword] ?? '')
    for (const sentence of words.split(/(?<=[.!?:;])\s+|\n+/)) {
      const length = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
      if (length > most) report('hard-to-read', { label, length, start: sentence.slice(0, 40) }, keywordPlace(node, keyword))
    }
  }
}
