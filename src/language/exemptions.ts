/** When wording is nobody's business: the person's own words, their own choice of words, and the names of organisations. */
import type { Passage, WordLists } from '../practice-language.ts'
import type { Reading } from './pattern.ts'
import { type Phrase, readPhrase, saidIn } from './phrase.ts'
import { overlap, type Span } from './quotations.ts'
import { plain, type Sentence } from './words.ts'

/** Voices that are not the worker's: what they say stands as they say it. */
const theirs = ['personOwnWords', 'representative']

/** True where the whole passage is in somebody else's words. */
export const isTheirs = ({ voice }: Passage): boolean => voice !== undefined && theirs.includes(voice)

/** What says that words at a place are exempt. */
export function exemptions({ sets, ownChoice, organisations }: WordLists): (reading: Reading, span: Span) => boolean {
  const choices = ownChoice.map((phrase) => readPhrase(phrase, sets))
  const known = new Set(organisations.map(plain))
  return ({ passage, sentences, quotations }, span) => {
    if (quotations.some((quotation) => overlap(quotation, span))) return true
    const words = plain(passage.text.slice(span.start, span.end))
    if (isChosen(words, passage.person?.chosenWords)) return true
    const sentence = sentences.find((each) => overlap({ start: each[0]?.start ?? 0, end: each.at(-1)?.end ?? 0 }, span))
    return sentence !== undefined && (saysChoice(choices, sentence) || isInName(sentence, span, known))
  }
}

const isChosen = (words: string, chosen = ''): boolean => {
  const own = plain(chosen).replaceAll('-', ' ')
  return own !== '' && ` ${own.replace(/[^\p{L}\p{N}' ]+/gu, ' ')} `.includes(` ${words.replaceAll('-', ' ')} `)
}

const saysChoice = (choices: readonly Phrase[], sentence: Sentence): boolean =>
  choices.some((phrase) => saidIn(phrase, sentence).length > 0)

/** True where the words are part of a name: a run of words with capitals, one of them such as “Team” or “Society”. */
function isInName(sentence: Sentence, span: Span, organisations: ReadonlySet<string>): boolean {
  const inside = sentence.filter((word) => overlap(word, span))
  if (!inside.every(({ raw }) => isCapital(raw) || isSmall(raw))) return false
  const first = sentence.indexOf(inside[0] as Sentence[number])
  let from = first
  let to = first + inside.length
  while (from > 0 && sentence[from]?.joined && isNamePart(sentence[from - 1]?.raw)) from--
  while (to < sentence.length && sentence[to]?.joined && isNamePart(sentence[to]?.raw)) to++
  const run = sentence.slice(from, to)
  return run.length > inside.length && run.some(({ text, raw }) => isCapital(raw) && organisations.has(text.replace(/'s?$/, '')))
}

const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw)
const isSmall = (raw: string): boolean => /^(?:of|for|the|and|in|with|to|at)$/i.test(raw)
const isNamePart = (raw = ''): boolean => isCapital(raw) || isSmall(raw)
