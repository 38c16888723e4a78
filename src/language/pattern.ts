/** One pattern, made ready: where a passage says it in a way worth a word. */
import type { Passage, Pattern, WordLists } from '../practice-language.ts'
import type { Check } from './checks/index.ts'
import { type Phrase, readPhrase, type Said, saidIn } from './phrase.ts'
import type { Span } from './quotations.ts'
import type { RecordWords } from './record-words.ts'
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
  readonly check: Check | undefined
  readonly butNot: readonly Phrase[]
  readonly unless: Readonly<Record<keyof Pattern['unless'], readonly Phrase[]>>
}

/** @throws BadPhrase for a phrase that cannot be read; the build has made sure that all can. */
export function readyPattern(pattern: Pattern, { sets }: WordLists, checks: Readonly<Record<string, Check>>): ReadyPattern {
  const read = (phrases: readonly string[]) => phrases.map((phrase) => readPhrase(phrase, sets))
  const { sentence, nearby, answer } = pattern.unless
  return {
    pattern,
    phrases: read(pattern.phrases),
    check: pattern.check === undefined ? undefined : checks[pattern.check],
    butNot: read(pattern.butNot),
    unless: { sentence: read(sentence), nearby: read(nearby), answer: read(answer) },
  }
}

/** Whether answers like this one are the pattern's business at all. */
export const concerns = ({ about, exempt }: Pattern, passage: Passage): boolean =>
  (!about.length || about.includes(passage.about ?? '')) && !exempt.includes(passage.about ?? '')

/** Where a reading says the pattern, longer phrases before shorter, none within another. */
export function foundIn({ phrases, butNot, unless }: ReadyPattern, { sentences }: Reading): Span[] {
  const says = (some: readonly Phrase[], sentence: Sentence | undefined, said?: Said): boolean =>
    sentence !== undefined && some.some((phrase) => saidIn(phrase, sentence).some((each) => !said || !within(each, said)))
  const spans = sentences.flatMap((sentence, index) => {
    const all = phrases.flatMap((phrase) => saidIn(phrase, sentence))
    if (!all.length) return []
    const sound = butNot.flatMap((phrase) => saidIn(phrase, sentence))
    return widest(all)
      .filter((said) => !sound.some((each) => each.from < said.to && said.from < each.to))
      .filter((said) => !says(unless.sentence, sentence, said) && !says(unless.nearby, sentence, said))
      .filter(() => !says(unless.nearby, sentences[index - 1]) && !says(unless.nearby, sentences[index + 1]))
      .map(({ from, to }) => ({ start: sentence[from]?.start ?? 0, end: sentence[to - 1]?.end ?? 0 }))
  })
  return spans.length && sentences.some((sentence) => says(unless.answer, sentence)) ? [] : spans
}

const within = (a: Said, b: Said): boolean => a.from >= b.from && a.to <= b.to

/** Of phrases that lie over each other, the longest. */
function widest(all: readonly Said[]): Said[] {
  const kept: Said[] = []
  for (const said of [...all].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (!kept.some((each) => each.from < said.to && said.from < each.to)) kept.push(said)
  }
  return kept.sort((a, b) => a.from - b.from)
}
