/** One pattern, made ready: where a passage says it in a way worth a word. */
import type { Passage, Pattern, WordLists } from '../practice-language.ts'
import type { Check } from './checks/index.ts'
import { type Phrase, readPhrase, type Said, saidIn } from './phrase.ts'
import type { Span } from './quotations.ts'
import type { RecordWords } from './record-words.ts'
import type { Shortlist } from './shortlist.ts'
import type { Sentence } from './words.ts'

/** A passage, taken apart once for all patterns. */
export interface Reading {
  readonly passage: Passage
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Span[]
  readonly record: RecordWords
}

export interface ReadyPattern {
  readonly pattern: Pattern
  readonly phrases: readonly Phrase[]
  readonly check: ReturnType<Check> | undefined
  readonly butNot: readonly Phrase[]
  readonly unless: Readonly<Record<keyof Pattern['unless'], readonly Phrase[]>>
}

/** @throws BadPhrase for a phrase that cannot be read; the build has made sure that all can. */
export function readyPattern(pattern: Pattern, lists: WordLists, checks: Readonly<Record<string, Check>>): ReadyPattern {
  const read = (phrases: readonly string[]) => phrases.map((phrase) => readPhrase(phrase, lists.sets))
  const { sentence, nearby, answer } = pattern.unless
  return {
    pattern,
    phrases: read(pattern.phrases),
    check: pattern.check === undefined ? undefined : checks[pattern.check]?.(lists),
    butNot: read(pattern.butNot),
    unless: { sentence: read(sentence), nearby: read(nearby), answer: read(answer) },
  }
}

/** Whether answers like this one are the pattern's business at all. */
export const concerns = ({ about, exempt }: Pattern, passage: Passage): boolean =>
  (!about.length || about.includes(passage.about ?? '')) && !exempt.includes(passage.about ?? '')

/**
 * Where a reading says the pattern, longer phrases before shorter, none within another.
 * @param shortlists For each sentence, which phrases it may say.
 */
export function foundIn(ready: ReadyPattern, { sentences }: Reading, shortlists: readonly Shortlist[]): Span[] {
  const { butNot, unless } = ready
  const spans = sentences.flatMap((sentence, index) => {
    const all = saidOf(shortlists[index]?.get(ready) ?? [], sentence)
    if (!all.length) return []
    const sound = saidOf(butNot, sentence)
    const excuses = [...saidOf(unless.sentence, sentence), ...saidOf(unless.nearby, sentence)]
    const around = [sentences[index - 1], sentences[index + 1]]
    if (around.some((each) => each && saidOf(unless.nearby, each).length)) return []
    return (
      widest(all)
        .filter((said) => !sound.some((each) => each.from < said.to && said.from < each.to))
        // Words do not excuse themselves.
        .filter((said) => excuses.every((each) => within(each, said)))
        .map(({ from, to }) => ({ start: sentence[from]?.start ?? 0, end: sentence[to - 1]?.end ?? 0 }))
    )
  })
  return spans.length && sentences.some((sentence) => saidOf(unless.answer, sentence).length) ? [] : spans
}

const saidOf = (phrases: readonly Phrase[], sentence: Sentence): Said[] => phrases.flatMap((phrase) => saidIn(phrase, sentence))

const within = (a: Said, b: Said): boolean => a.from >= b.from && a.to <= b.to

/** Of phrases that lie over each other, the longest. */
function widest(all: readonly Said[]): Said[] {
  const taken = new Set<number>()
  return [...all]
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .filter(({ from, to }) => {
      const words = Array.from({ length: to - from }, (_, index) => from + index)
      if (words.some((word) => taken.has(word))) return false
      for (const word of words) taken.add(word)
      return true
    })
    .sort((a, b) => a.from - b.from)
}
