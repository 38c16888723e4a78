/** An answer as one piece of plain text, whatever kind of question it answers. */
import { answerAt, rowCount } from './answer.ts'
import type { Draft, Question } from './form.ts'
import { isSingle, kindOf } from './kinds/index.ts'

/**
 * The words of an answer; empty where there is none, or where it is not of its question's kind.
 * @param rows The row meant by each `*` of the question's path, counted from 0.
 */
export function answerWords(question: Question, draft: Draft, rows: readonly number[] = []): string {
  const kind = kindOf(question)
  const value = answerAt(draft, question.path, rows)
  if (value === undefined) return ''
  if (isSingle(kind)) {
    try {
      // What a kind says of something that is none of its own may be no words at all.
      const words: unknown = kind.format(value, question)
      return typeof words === 'string' ? words : ''
    } catch {
      return ''
    }
  }
  switch (kind.control) {
    case 'words':
      return question.parts[0] ? answerWords(question.parts[0], draft, rows) : ''
    case 'items':
      return Array.from({ length: rowCount(draft, question.path) }, (_, row) => joined(question.parts, draft, [...rows, row], '; ')).join(
        '\n',
      )
    case 'rows':
      return question.parts
        .flatMap((part) => {
          const words = answerWords(part, draft, rows)
          return words ? [`${part.label}: ${words}`] : []
        })
        .join('\n')
    default:
      return joined(question.parts, draft, rows, '; ')
  }
}

const joined = (parts: readonly Question[], draft: Draft, rows: readonly number[], between: string): string =>
  parts
    .map((part) => answerWords(part, draft, rows))
    .filter(Boolean)
    .join(between)

/** The start of a text, on one line, cut at a word. */
export function excerpt(words: string, length: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 2).replace(/\s+\S*$/, '')} …`
}
