/** Mistakes found in what people give us: where, what, and what to do. The table of all of them is mistakes.ts. */
import { type Level, mistakes, type Rule } from './mistakes.ts'

/** Where in a source file. */
export interface Place {
  readonly file: string
  /** JSON Pointer within the file; absent in templates. */
  readonly pointer?: string
  /** Counted from 1. */
  readonly line?: number
  readonly column?: number
}

export interface Diagnostic extends Place {
  readonly code: Code
  readonly level: Level
  /** What is wrong. */
  readonly reason: string
  /** What to do. */
  readonly remedy: string
}

export type Code = keyof typeof mistakes
export type Params<C extends Code> = (typeof mistakes)[C] extends Rule<infer P> ? P : never

/** Takes diagnostics as they are found. Phases report and go on, so that everything wrong is said at once. */
export type Report = <C extends Code>(code: C, params: Params<C>, place: Place) => void

/** A diagnostic from the table. */
export function diagnose<C extends Code>(code: C, params: Params<C>, place: Place): Diagnostic {
  const rule = mistakes[code] as unknown as Rule<Params<C>>
  return { ...place, code, level: rule.level, reason: rule.reason(params), remedy: rule.remedy(params) }
}

/** A list that fills as phases report to it. What two phases both come across is listed once. */
export function collector(): { readonly found: Diagnostic[]; readonly report: Report } {
  const found: Diagnostic[] = []
  const known = new Set<string>()
  const report: Report = (code, params, place) => {
    const diagnostic = diagnose(code, params, place)
    const text = sentence(diagnostic)
    if (!known.has(text)) found.push(diagnostic)
    known.add(text)
  }
  return { found, report }
}

/** True where any diagnostic stops the work. */
export const failed = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(({ level }) => level === 'error')

/** One diagnostic for a terminal: `file:line:column  level  what  [code]`, the remedy below it. */
export function sentence({ file, line, column, level, reason, remedy, code }: Diagnostic): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`
  return `${place}  ${level}  ${reason}  [${code}]\n    ${remedy}`
}
