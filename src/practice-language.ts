/** The practice language: wording to think twice about, and wording to celebrate, as data that a council adds to without code. */

export interface PracticeLanguage {
  /** In the order of their files. */
  readonly themes: readonly Theme[]
  readonly lists: WordLists
}

/** Patterns that belong together: one file under `schemas/practice-language`. */
export interface Theme {
  /** The name of its file: `blame`. */
  readonly id: string
  readonly title: string
  /** What they have in common, to staff. */
  readonly description: string
  readonly patterns: readonly Pattern[]
}

/** Wording to be noticed. How phrases are written, `src/language/phrase.ts` says. */
export interface Pattern {
  /** Permanent, kebab-case, unique across all files. */
  readonly id: string
  /** What the guidance calls it: the words themselves. */
  readonly term: string
  /** `good` is wording to celebrate; `error` is kept for wording that is demeaning or unlawful in itself. */
  readonly level: 'error' | 'warning' | 'good'
  readonly phrases: readonly string[]
  /** Instead of phrases, or over them: a look that words alone cannot describe, by its name in `src/language/checks/index.ts`. */
  readonly check?: string
  /** Longer phrases in which the words are sound. */
  readonly butNot: readonly string[]
  /** What makes the words sound when it is said in the same sentence, in that or a neighbouring one, or anywhere in the answer. */
  readonly unless: { readonly sentence: readonly string[]; readonly nearby: readonly string[]; readonly answer: readonly string[] }
  /** Only in answers about these; everywhere where it is empty. */
  readonly about: readonly string[]
  /** Never in answers about these. */
  readonly exempt: readonly string[]
  /** How often a section says it before it is worth a word. */
  readonly atLeast: number
  /** Which quality of a proportionate assessment it touches: the id of a framework item. */
  readonly quality: string
  /** Framework items and law behind it. */
  readonly cites: readonly string[]
  readonly why: string
  /** What to write instead; for `good`, what it does for the person. */
  readonly suggest: string
  /** Where the advice comes from, in words. */
  readonly source: string
  /** Must be noticed. */
  readonly caught: Specimen
  /** Must not be, though it is near. */
  readonly sound: Specimen
}

/** Lists that patterns and checks share. */
export interface WordLists {
  /** Phrases by name: `{be}` in a pattern stands for any phrase of the list `be`. */
  readonly sets: Readonly<Record<string, readonly string[]>>
  /** Phrases that say a word is the person's own choice. */
  readonly ownChoice: readonly string[]
  /** Words that the names of organisations contain. */
  readonly organisations: readonly string[]
  /** Acronyms that every reader knows. */
  readonly acronyms: readonly string[]
  /** First names that are nothing but names. */
  readonly firstNames: readonly string[]
  /** Words for who somebody is to the person: `sister`, `neighbour`. */
  readonly relations: readonly string[]
}

/** Where a project has no lists. */
export const noLists: WordLists = { sets: {}, ownChoice: [], organisations: [], acronyms: [], firstNames: [], relations: [] }

/** A piece of recording: one answer, and what is known of it. */
export interface Passage {
  readonly text: string
  /** What the answer is about, as `x-about` says it. */
  readonly about?: string | undefined
  /** Whose words they are; the practitioner's where nobody has said. */
  readonly voice?: string | undefined
  /** True for an open question that has to be answered. */
  readonly required?: boolean | undefined
  readonly person?: Person | undefined
  /** The other answers of the record, in a specimen; the audit looks through a record once for all of its passages. */
  readonly others?: readonly string[] | undefined
}

/** Whose record it is. */
export interface Person {
  readonly name?: string | undefined
  readonly preferredName?: string | undefined
  /** As written: `she/her`. */
  readonly pronouns?: string | undefined
  /** Words that the person chooses, or does not want used. */
  readonly chosenWords?: string | undefined
}

/** A passage as a pattern shows it: the words alone, where nothing else matters. */
export type Specimen = string | Passage

export const passageOf = (specimen: Specimen): Passage => (typeof specimen === 'string' ? { text: specimen } : specimen)

/** All patterns, in order. */
export const patternsOf = ({ themes }: PracticeLanguage): Pattern[] => themes.flatMap(({ patterns }) => patterns)
