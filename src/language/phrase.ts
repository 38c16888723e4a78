/**
 * Phrases as patterns write them, and where a sentence says one.
 *
 *   service user~      words; `~` for any inflection of one (the same Porter stem)
 *   (his|her) wife     either
 *   poor [old] soul    may be left out
 *   needs … care       up to four words between
 *   _  #  @            any one word; a number; a word with a capital letter
 *   ^  $               where the sentence begins and ends
 *   {be}               any phrase of the list of that name
 *   SU                 two capital letters or more: only when written so
 *
 * Case, hyphens, strokes, the shape of apostrophes and line breaks make no difference.
 */
import { stemmer } from 'stemmer'
import { plain, type Sentence, type Word } from './words.ts'

export interface Phrase {
  readonly steps: readonly Step[]
  /** The first two letters of every word it can begin with; undefined where it can begin with any. */
  readonly begins: ReadonlySet<string> | undefined
}

/** Where a sentence says a phrase: words `from` up to, and not including, `to`. */
export interface Said {
  readonly from: number
  readonly to: number
}

type Step =
  | { readonly is: 'word' | 'stem' | 'capitals'; readonly text: string }
  | { readonly is: 'any' | 'number' | 'capital' | 'gap' | 'start' | 'end' }
  | { readonly is: 'either'; readonly ways: readonly (readonly Step[])[] }

type Sets = Readonly<Record<string, readonly string[]>>

/** What a phrase cannot be read as. */
export class BadPhrase extends Error {}

/**
 * Reads a phrase.
 * @throws BadPhrase with what is wrong with it.
 */
export function readPhrase(text: string, sets: Sets): Phrase {
  const tokens = tokensOf(text)
  const steps = sequence(tokens, sets, 0)
  if (tokens.length) throw new BadPhrase(`“${tokens[0]}” closes what was not opened`)
  if (!steps.some(({ is }) => !['start', 'end', 'gap'].includes(is))) throw new BadPhrase('it has no words')
  return { steps, begins: beginsOf(steps) }
}

const tokensOf = (text: string): string[] => text.match(/[()[\]|…^$#@_]|\{\w+\}|[^\s()[\]|…^$#@_{}]+/g) ?? []

/** Takes tokens off the list until what it is in is closed. Lists may name lists, to a depth no honest one has. */
function sequence(tokens: string[], sets: Sets, depth: number): Step[] {
  const steps: Step[] = []
  while (tokens.length && !['|', ')', ']'].includes(tokens[0] ?? '')) steps.push(...step(tokens.shift() ?? '', tokens, sets, depth))
  return steps
}

function step(token: string, tokens: string[], sets: Sets, depth: number): Step[] {
  if (token === '(' || token === '[') {
    const ways = [sequence(tokens, sets, depth)]
    while (tokens[0] === '|') {
      tokens.shift()
      ways.push(sequence(tokens, sets, depth))
    }
    if (tokens.shift() !== (token === '(' ? ')' : ']')) throw new BadPhrase(`a “${token}” is not closed`)
    return [{ is: 'either', ways: token === '[' ? [...ways, []] : ways }]
  }
  if (token.startsWith('{')) {
    const phrases = sets[token.slice(1, -1)]
    if (!phrases) throw new BadPhrase(`there is no list ${token}`)
    if (depth > 8) throw new BadPhrase(`the list ${token} leads back to itself`)
    return [{ is: 'either', ways: phrases.map((phrase) => sequence(tokensOf(phrase), sets, depth + 1)) }]
  }
  const sign = ({ '…': 'gap', '^': 'start', $: 'end', '#': 'number', '@': 'capital', _: 'any' } as const)[token]
  if (sign) return [{ is: sign }]
  return token
    .split(/[-‐‑/]/)
    .filter(Boolean)
    .map((part): Step => {
      if (part.endsWith('~')) return { is: 'stem', text: stemmer(plain(part.slice(0, -1))) }
      return /\p{Lu}.*\p{Lu}/u.test(part) ? { is: 'capitals', text: part } : { is: 'word', text: plain(part) }
    })
}

/** Every place where a sentence says the phrase, the longest at each beginning. */
export function saidIn({ steps, begins }: Phrase, sentence: Sentence): Said[] {
  return sentence.flatMap((word, from) => {
    if (begins && !begins.has(word.text.slice(0, 2))) return []
    const to = Math.max(-1, ...ends(steps, sentence, from, from))
    return to > from ? [{ from, to }] : []
  })
}

/** Every word at which the steps can end, when they begin at one. */
function ends(steps: readonly Step[], sentence: Sentence, begin: number, at: number, loose = true): number[] {
  const [first, ...rest] = steps
  if (!first) return [at]
  const go = (next: number, free = false): number[] => ends(rest, sentence, begin, next, free)
  switch (first.is) {
    case 'start':
      return at === 0 ? go(at, loose) : []
    case 'end':
      return at === sentence.length ? go(at, loose) : []
    case 'gap': {
      const found = go(at, true)
      for (let next = at; next < at + 4 && next < sentence.length && !sentence[next]?.apart; next++) found.push(...go(next + 1, true))
      return found
    }
    case 'either':
      return first.ways.flatMap((way) => ends([...way, ...rest], sentence, begin, at, loose))
    default: {
      const word = sentence[at]
      if (!word || !(loose || word.joined) || (at > begin && word.apart)) return []
      return fits(first, word) ? go(at + 1) : []
    }
  }
}

function fits(step: Step, { text, raw }: Word): boolean {
  switch (step.is) {
    case 'word':
      return text === step.text || text.replace(/'s?$/, '') === step.text
    case 'stem':
      return text.startsWith(step.text.slice(0, 2)) && stemmer(text.replace(/'s?$/, '')) === step.text
    case 'capitals':
      return raw.replace(/['’]s?$/, '') === step.text
    case 'number':
      return number.test(text)
    case 'capital':
      return /^\p{Lu}/u.test(raw)
    default:
      return true
  }
}

const number = /^(?:[\d.,]+\w{0,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|once|twice)$/

function beginsOf(steps: readonly Step[]): ReadonlySet<string> | undefined {
  const [first, ...rest] = steps
  if (!first) return undefined
  if (first.is === 'word' || first.is === 'stem' || first.is === 'capitals') return new Set([plain(first.text).slice(0, 2)])
  if (first.is === 'start') return beginsOf(rest)
  if (first.is !== 'either') return undefined
  const all = first.ways.map((way) => beginsOf([...way, ...rest]))
  return all.every((each) => each !== undefined) ? new Set(all.flatMap((each) => [...each])) : undefined
}
