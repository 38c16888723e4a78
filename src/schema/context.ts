/** What the parser carries along. */
import type { Report } from '../diagnostics.ts'
import type { Framework } from '../framework.ts'
import type { JsonFiles } from './node.ts'

/** The files, the items that can be cited, and where to report. */
export interface Context {
  readonly files: JsonFiles
  readonly framework: Framework
  readonly report: Report
}
