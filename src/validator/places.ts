/** Problems of a record → lines of the file it came from. */
import { collector, type Diagnostic } from '../diagnostics.ts'
import type { Form } from '../form.ts'
import { parseJson } from '../schema/json.ts'
import { compileCheck } from './compile.ts'
import { type Problem, verdict } from './verdict.ts'
import { wordingOf } from './wording.ts'

export interface PlacedProblem extends Problem {
  readonly line?: number
  readonly column?: number
}

/** What is wrong with a record in a file: not JSON at all, or answers to mend. Both empty where all is well. */
export interface Judgement {
  readonly diagnostics: readonly Diagnostic[]
  readonly problems: readonly PlacedProblem[]
}

/**
 * Checks the text of a record.
 * @param path For places only; nothing is read.
 */
export function judge(form: Form, path: string, text: string): Judgement {
  const { found, report } = collector()
  const file = parseJson(path, text, report)
  if (!file) return { diagnostics: found, problems: [] }
  const judged = verdict(compileCheck(form), file.value, wordingOf(form))
  if (judged.valid) return { diagnostics: [], problems: [] }
  const problems = judged.problems.map((problem) => {
    const { line, column } = file.place(problem.pointer)
    return { ...problem, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
  })
  return { diagnostics: [], problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}
