/** The practice framework and the law, as items that questions cite. */

export interface FrameworkItem {
  /** Permanent: `principle-whole-person`, `ca14-s9`. */
  readonly id: string
  /** What sort of item: `principle`, `step`, `law` … */
  readonly kind: string
  readonly title: string
  /** What it says, in our own words. */
  readonly description: string
  readonly source: Source
  /** The stages whose forms, guidance or audit must use it. */
  readonly appliesTo: readonly string[]
  /** The code list it stands in, such as `schemas/framework/principles.json`. */
  readonly file: string
}

/** Where an item comes from: a document and heading, or an Act and section. */
export interface Source {
  readonly document?: string
  readonly heading?: string
  readonly act?: string
  readonly section?: string
  readonly status?: string
  readonly url?: string
  readonly note?: string
}

/** A list of items, as its file says it. */
export interface List {
  readonly title: string
  readonly description: string
}

/** Items by id, in the order of their files. */
export type Framework = ReadonlyMap<string, FrameworkItem>

/** True for statute, regulation and statutory guidance: what x-law may cite. */
export const isLaw = (item: FrameworkItem): boolean => item.source.act !== undefined
