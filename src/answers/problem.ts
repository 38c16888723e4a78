/** What could not be filled in, and why. */
import type { Path } from '../form.ts'

/** Something about an answer, or a place for one, that a person should know. */
export interface Problem {
  readonly path: Path
  readonly label: string
  /** Completes a sentence that starts with the label. */
  readonly reason: string
}
