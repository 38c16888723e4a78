/** A filled Markdown form: the template, with the answers of a draft in its fences. */
import { type Answers, answersOf, type ByTag } from '../answers/answers.ts'
import type { Problem } from '../answers/problem.ts'
import { fenced, plainText } from '../document/markdown.ts'
import type { Draft, Path } from '../form.ts'
import { tagOf } from '../tag.ts'
import { contentOf } from './content.ts'
import { type Piece, type Place, type Repeat, type Template, titleOf } from './template.ts'

export interface Filled {
  readonly markdown: string
  /** Whatever could not be shown. */
  readonly problems: readonly Problem[]
}

/**
 * Fills a template. The draft need not be complete or valid: what cannot be shown is a problem, never an exception.
 * @param notes A note to print after the answer to a question, by the question's path.
 */
export function fill(template: Template, draft: Draft, notes: ReadonlyMap<Path, string> = new Map()): Filled {
  const { pieces, outline, misplaced } = template
  const answers = answersOf(outline, draft)
  const after = new Map<number, string>()
  const unplaced: Problem[] = []
  for (const [path, words] of notes) {
    const last = pieces.findLastIndex((piece) => typeof piece !== 'string' && belongs(piece, path))
    if (last >= 0) after.set(last, `\n\n> **Why this is good:** ${plainText(words)}`)
    else unplaced.push({ path, label: path, reason: 'has no place for its note, which is not shown' })
  }
  const text = pieces.map((piece, index) => written(piece, answers) + (after.get(index) ?? '')).join('')
  return { markdown: versioned(text, draft), problems: [...answers.problems, ...misplaced, ...unplaced] }
}

function written(piece: Piece, answers: Answers): string {
  if (typeof piece === 'string') return piece
  return 'rows' in piece ? repeated(piece, answers) : answered(piece, answers.single, '')
}

function repeated({ rows, item, blank }: Repeat, answers: Answers): string {
  const answeredRows = answers.rows.get(rows.tag)
  if (!answeredRows) return blank
  const title = `${titleOf(rows, 1)}\n`
  return answeredRows
    .map((row, index) => {
      const number = String(index + 1)
      const pieces = item.map((piece, at) => {
        if (typeof piece !== 'string') return answered(piece, row, number)
        return at === 0 && piece.startsWith(title) ? `${titleOf(rows, index + 1)}\n${piece.slice(title.length)}` : piece
      })
      return pieces.join('')
    })
    .join('\n\n')
}

/** A fence with its answer, or as blank as the template has it. */
function answered({ field, row, blank }: Place, answers: ByTag, number: string): string {
  if (number === row && !field.tags.some((tag) => answers.has(tag))) return blank
  return fenced(number ? `${field.tag} ${number}` : field.tag, contentOf(field, answers))
}

function belongs(piece: Place | Repeat, path: Path): boolean {
  const tag = 'rows' in piece ? piece.rows.tag : piece.field.tag
  return tag === tagOf(path) || tag.startsWith(`${tagOf(path)}.`)
}

/** The foot of the form says which version the draft was written for. */
const versioned = (text: string, { formVersion }: Draft): string =>
  typeof formVersion === 'string'
    ? text.replace(/^(Version )\d+\.\d+\.\d+(, [a-z0-9-]+)\s*$(?![\s\S]*^Version )/m, `$1${formVersion}$2\n`)
    : text
