/** Entries of the search index → what is found in them. */
import MiniSearch from 'minisearch'
import { termOf, wordsIn } from './words.ts'

/** Something that can be found: a page, or a part of one that a link can lead to. */
export interface Entry {
  readonly title: string
  /** From the site's root, without a stroke before it: the search page stands there too. */
  readonly href: string
  /** What it is part of: “Guidance: Strengths-based assessment”. */
  readonly part: string
  /** The page that it is a part of; none for a page itself. */
  readonly page?: string
  /** A line for each paragraph. */
  readonly text: string
  /** See `Page`. */
  readonly background?: true
  /** Where the same stands word for word. */
  readonly also?: readonly Pick<Entry, 'href' | 'part'>[]
}

export interface Finding {
  /** The best first. */
  readonly entries: readonly Entry[]
  /** The terms of the words by which they were found: see `termOf`. */
  readonly terms: ReadonlySet<string>
  /** False where no entry has every word, and these have some of them. */
  readonly whole: boolean
}

/** Makes entries ready to be searched. It takes a moment: call it once. */
export function finderOf(entries: readonly Entry[]): (asked: string) => Finding {
  const terms = new Map<string, string | undefined>()
  // Texts say few different words, again and again.
  const processTerm = (word: string): string | undefined => {
    if (!terms.has(word)) terms.set(word, termOf(word))
    return terms.get(word)
  }
  const index = new MiniSearch<Entry & { id: number }>({ fields: ['title', 'text'], tokenize: wordsIn, processTerm })
  index.addAll(entries.map((entry, id) => ({ ...entry, id })))
  // Short beginnings are those of too many words.
  const prefix = (term: string): boolean => term.length > 2
  const isKnown = (term: string): boolean => index.search(term, { prefix, processTerm: asItIs }).length > 0
  /** Only what stands nowhere is likely to be a slip: “carer” must not find “career”. */
  const fuzzy = (term: string): number | false => (term.length < 4 || isKnown(term) ? false : term.length < 6 ? 1 : 2)
  const boostDocument = (id: number): number => weightOf(entries[id])
  return (asked) => {
    const search = (combineWith: 'AND' | 'OR') => index.search(asked, { combineWith, prefix, fuzzy, boost, boostDocument })
    const all = search('AND')
    const found = all.length ? all : search('OR')
    return {
      entries: found.flatMap(({ id }) => entries[id] ?? []),
      terms: new Set(found.flatMap(({ terms }) => terms)),
      whole: all.length > 0,
    }
  }
}

/** A heading that says it tells more than a text in which it is said. */
const boost = { title: 4 }

/** A whole page on something comes before a part of one, and a heading alone or what is background after what staff do. */
const weightOf = ({ page, text, background }: Partial<Entry> = {}): number =>
  (page === undefined ? 1.35 : 1) * (text ? 1 : 0.5) * (background ? 0.7 : 1)

const asItIs = (term: string): string => term
