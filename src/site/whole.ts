/** What the site is made from: every form with what was made of it. */
import type { Report } from '../diagnostics.ts'
import type { Templates } from '../document/template.ts'
import type { Artefact, Job } from '../emit/emitter.ts'
import type { Framework, List } from '../framework.ts'
import type { Sources } from '../schema/sources.ts'
import type { Settings } from '../settings.ts'

export interface Whole {
  readonly jobs: readonly Job[]
  /** Every file of every form. */
  readonly artefacts: readonly Artefact[]
  readonly framework: Framework
  /** What the lists of the framework are called, by file. */
  readonly lists: ReadonlyMap<string, List>
  readonly settings: Settings
  readonly templates: Templates
  readonly sources: Sources
  readonly report: Report
}
