/** Problems of a record → lines of the file it came from. */
import { collector, type Diagnostic } from '../diagnostics.ts'
import type { Form } from '../form.ts'
import { parseJson } from '../schema/json.ts'
import { standardFor } from './standard.ts'
import { type Problem, verdict } from './verdict.ts'

export interface PlacedProblem extends Problem {
  readonly line?: number
  readonly column?: number
}

/** What is wrong with a record in a file: not JSON at all, or answers to mend. All empty where all is well. */
export interface Judgement {
  readonly diagnostics: readonly Diagnostic[]
  readonly problems: readonly PlacedProblem[]
  readonly warnings: readonly PlacedProblem[]
}

/**
 * Checks the text of a record.
 * @param path For places only; nothing is read.
 * @param earlier Records of earlier forms, by stage.
 */
export function judge(form: Form, path: string, text: string, earlier: Readonly<Record<string, unknown>> = {}): Judgement {
  const { found, report } = collector()
  const file = parseJson(path, text, report)
  if (!file) return { diagnostics: found, problems: [], warnings: [] }
  const judged = verdict(standardFor(form), file.value, earlier)
  const placed = (problems: readonly Problem[]): PlacedProblem[] =>
    problems
      .map((problem) => {
        const { line, column } = file.place(problem.pointer)
        return { ...problem, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
      })
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { diagnostics: [], problems: judged.valid ? [] : placed(judged.problems), warnings: placed(judged.warnings) }
}
