/** What the site is made from: every form with what was made of it. */
import type { Report } from '../diagnostics.ts'
import type { Templates } from '../document/template.ts'
import type { Artefact, Job } from '../emit/emitter.ts'
import type { Framework, List } from '../framework.ts'
import type { Sources } from '../schema/sources.ts'
import type { Settings } from '../settings.ts'
import type { FormDownloads } from './downloads.ts'
import type { Compose } from './page.ts'

export interface Built {
  readonly jobs: readonly Job[]
  /** Every file of every form. */
  readonly artefacts: readonly Artefact[]
  readonly framework: Framework
  /** What the lists of the framework are called, by file, in the order in which people look for them. */
  readonly lists: ReadonlyMap<string, List>
  readonly settings: Settings
  readonly templates: Templates
  readonly sources: Sources
  readonly report: Report
}

/** The same, as pages are made of it. */
export interface Whole extends Pick<Built, 'framework' | 'lists'> {
  readonly jobs: readonly SiteJob[]
  readonly compose: Compose
  /** How large the list of all downloads is: “27 KB”. */
  readonly manifestSize: string
}

/** A form, with what people download of it. */
export interface SiteJob extends Job {
  readonly downloads: FormDownloads
}
