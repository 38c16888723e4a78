/** When wording is nobody's business: the person's own words, their own choice of words, and the names of organisations. */
import type { Passage, WordLists } from '../practice-language.ts'
import type { Reading } from './pattern.ts'
import { readPhrase, saidIn } from './phrase.ts'
import { overlap, type Span } from './quotations.ts'
import { plain, type Sentence } from './words.ts'

/** Voices that are not the worker's: what they say stands as they say it. */
const theirs = ['personOwnWords', 'representative']

/** True where the whole passage is in somebody else's words. */
export const isTheirs = ({ voice }: Passage): boolean => voice !== undefined && theirs.includes(voice)

/** What says, of a reading, which words in it are exempt. */
export function exemptions({ sets, ownChoice, organisations }: WordLists): (reading: Reading) => (span: Span, whole: boolean) => boolean {
  const choices = ownChoice.map((phrase) => readPhrase(phrase, sets))
  const known = new Set(organisations.map(plain))
  return ({ passage, sentences, quotations }) => {
    const chosen = chosenIn(passage.person?.chosenWords)
    // A sentence may hold many findings, and is looked through once.
    const saying = new Map<Sentence, boolean>()
    const saysChoice = (sentence: Sentence): boolean => {
      const says = saying.get(sentence) ?? choices.some((phrase) => saidIn(phrase, sentence).length > 0)
      saying.set(sentence, says)
      return says
    }
    return (span, whole) => {
      // A sentence that is too long is so with a quotation in it; a word in one is somebody’s own.
      const quoted = (quotation: Span) => (whole ? quotation.start <= span.start && span.end <= quotation.end : overlap(quotation, span))
      if (quotations.some(quoted)) return true
      if (chosen.includes(` ${asChosen(passage.text.slice(span.start, span.end))} `)) return true
      const sentence = sentences.find((each) => overlap({ start: each[0]?.start ?? 0, end: each.at(-1)?.end ?? 0 }, span))
      return sentence !== undefined && (saysChoice(sentence) || isInName(sentence, span, known))
    }
  }
}

/** The words that a person chooses. They may name others too, that they never want used: those come after a “not”, and are no choice. */
const chosenIn = (said = ''): string =>
  said
    .split(/[.;!?\n]/)
    .map(
      (sentence) =>
        ` ${asChosen(sentence.split(/\b(?:not|never|no|nor|hates?|dislikes?|avoid|instead of|rather than)\b|n['’]t\b/i)[0] ?? '')} `,
    )
    .join('|')

const asChosen = (words: string): string =>
  plain(words)
    .replace(/[^\p{L}\p{N}']+|(?<!\p{L})'|'(?!\p{L})/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** Words. Sentences in capitals, or without an end, are no names. */
const longName = 12

/** True where the words are part of a name: a run of words with capitals, one of them such as “Team” or “Society”. */
function isInName(sentence: Sentence, span: Span, organisations: ReadonlySet<string>): boolean {
  const first = sentence.findIndex((word) => overlap(word, span))
  const after = sentence.findIndex((word, index) => index > first && !overlap(word, span))
  const inside = sentence.slice(first, after < 0 ? undefined : after)
  if (!inside.every(({ raw }) => isCapital(raw) || isSmall(raw))) return false
  let from = first
  let to = first + inside.length
  while (from > first - longName && sentence[from]?.joined && isNamePart(sentence[from - 1]?.raw)) from--
  while (to < first + longName && sentence[to]?.joined && isNamePart(sentence[to]?.raw)) to++
  const run = sentence.slice(from, to)
  // What makes it a name stands beside the words: “The Service User” is none.
  return run.some((word) => !inside.includes(word) && isCapital(word.raw) && organisations.has(word.text.replace(/'s?$/, '')))
}

const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw)
const isSmall = (raw: string): boolean => /^(?:of|for|the|and)$/i.test(raw)
const isNamePart = (raw = ''): boolean => isCapital(raw) || isSmall(raw)
