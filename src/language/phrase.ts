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
 * Case, hyphens, strokes, colons within a word, the shape of apostrophes and line breaks make no difference.
 */
import { stemmer } from 'stemmer'
import { plain, type Sentence, type Word } from './words.ts'

export interface Phrase {
  readonly steps: readonly Step[]
  /** The first two letters of every word it can begin with; undefined where it can begin with any. */
  readonly begins: ReadonlySet<string> | undefined
  /** How words begin of which a sentence has to hold one, from each set, the smallest first: by them most phrases can be ruled out. */
  readonly needs: readonly ReadonlySet<string>[]
}

/** Where a sentence says a phrase: words `from` up to, and not including, `to`. */
export interface Said {
  readonly from: number
  readonly to: number
}

type Step = SimpleStep | { readonly is: 'either'; readonly ways: readonly (readonly Step[])[] }

type SimpleStep =
  | { readonly is: 'word' | 'stem' | 'capitals'; readonly text: string }
  | { readonly is: 'any' | 'number' | 'capital' | 'gap' | 'start' | 'end' }

type Sets = Readonly<Record<string, readonly string[]>>

/** What a phrase cannot be read as. */
export class BadPhrase extends Error {}

/** Bounds, so that no phrase can make a reader hang: words in all its ways together, words in the longest of them, brackets in brackets. */
const most = { steps: 5000, words: 60, depth: 16 } as const

/**
 * Reads a phrase.
 * @throws BadPhrase with what is wrong with it.
 */
export function readPhrase(text: string, sets: Sets): Phrase {
  const tokens = tokensOf(text)
  const steps = sequence(tokens, { sets, inside: [], count: { steps: 0 } })
  if (tokens.length) throw new BadPhrase(`“${tokens[0]}” closes what was not opened`)
  if (!steps.some(({ is }) => !['start', 'end', 'gap'].includes(is))) throw new BadPhrase('it has no words')
  if (longest(steps) > most.words) throw new BadPhrase(`it can go on for more than ${most.words} words`)
  const { words, empty } = beginsOf(steps)
  return { steps, begins: empty ? undefined : words, needs: needsOf(steps) }
}

const tokensOf = (text: string): string[] => text.match(/[()[\]|…^$#@_]|\{[\w-]+\}|[{}]|[^\s()[\]|…^$#@_{}]+/g) ?? []

/** What a token stands in. */
interface Around {
  readonly sets: Sets
  /** The brackets and lists around it. */
  readonly inside: readonly string[]
  readonly count: { steps: number }
}

/** Takes tokens off the list until what it is in is closed. */
function sequence(tokens: string[], around: Around): Step[] {
  const steps: Step[] = []
  while (tokens.length && !['|', ')', ']'].includes(tokens[0] ?? '')) steps.push(...step(tokens.shift() ?? '', tokens, around))
  around.count.steps += steps.length
  if (around.count.steps > most.steps) throw new BadPhrase(`it stands for more than ${most.steps} words`)
  return steps
}

function step(token: string, tokens: string[], { sets, inside, count }: Around): Step[] {
  const within = { sets, inside: [...inside, token], count }
  if (inside.length > most.depth) throw new BadPhrase('it has too many brackets and lists in one another')
  if (token === '(' || token === '[') {
    const ways = [sequence(tokens, within)]
    while (tokens[0] === '|') {
      tokens.shift()
      ways.push(sequence(tokens, within))
    }
    if (tokens.shift() !== (token === '(' ? ')' : ']')) throw new BadPhrase(`a “${token}” is not closed`)
    return [{ is: 'either', ways: token === '[' ? [...ways, []] : ways }]
  }
  if (token === '{' || token === '}') throw new BadPhrase('a list is named as {list}')
  if (token.startsWith('{')) {
    const name = token.slice(1, -1)
    const phrases = Object.hasOwn(sets, name) ? sets[name] : undefined
    if (!phrases) throw new BadPhrase(`there is no list ${token}`)
    if (inside.includes(token)) throw new BadPhrase(`the list ${token} leads back to itself`)
    return [{ is: 'either', ways: phrases.map((phrase) => listed(phrase, token, within)) }]
  }
  const sign = ({ '…': 'gap', '^': 'start', $: 'end', '#': 'number', '@': 'capital', _: 'any' } as const)[token]
  if (sign) return [{ is: sign }]
  return token
    .split(/[-‐‑–/:]/)
    .filter(Boolean)
    .map((part): Step => {
      if (!/^[\p{L}\p{M}\p{N}'’.&]+~?$/u.test(part)) throw new BadPhrase(`“${part}” is no word`)
      if (part.endsWith('~')) return { is: 'stem', text: stemmer(plain(part.slice(0, -1))) }
      return /\p{Lu}.*\p{Lu}/u.test(part) ? { is: 'capitals', text: part } : { is: 'word', text: plain(part) }
    })
}

/** A phrase of a list, which has to be whole by itself. */
function listed(phrase: string, list: string, around: Around): Step[] {
  const tokens = tokensOf(phrase)
  const steps = sequence(tokens, around)
  if (tokens.length) throw new BadPhrase(`“${tokens[0]}” closes what was not opened, in the list ${list}`)
  return steps
}

/** Every place where a sentence says the phrase, the longest at each beginning. */
export function saidIn({ steps, begins }: Phrase, sentence: Sentence): Said[] {
  return sentence.flatMap((word, from) => {
    if (begins && !begins.has(word.text.slice(0, 2))) return []
    const to = Math.max(-1, ...ends(steps, sentence, from, new Map([[from, true]])).keys())
    return to > from ? [{ from, to }] : []
  })
}

/** Places between words; true where the word after need not be joined to the one before. */
type Reached = ReadonlyMap<number, boolean>

/** Every place that the steps can end at, from any of some. All ways are walked at once: one by one, there may be millions. */
function ends(steps: readonly Step[], sentence: Sentence, begin: number, start: Reached): Reached {
  let reached = start
  for (const step of steps) {
    if (!reached.size) return reached
    const next = new Map<number, boolean>()
    if (step.is === 'either') for (const way of step.ways) reach(next, ends(way, sentence, begin, reached))
    else for (const [at, loose] of reached) take(step, sentence, begin, at, loose, next)
    reached = next
  }
  return reached
}

function take(step: SimpleStep, sentence: Sentence, begin: number, at: number, loose: boolean, next: Map<number, boolean>): void {
  const word = sentence[at]
  if (step.is === 'start' || step.is === 'end') {
    if (at === (step.is === 'start' ? 0 : sentence.length)) next.set(at, loose || next.get(at) === true)
  } else if (step.is === 'gap') {
    next.set(at, true)
    for (let to = at; to < at + widestGap && to < sentence.length && !sentence[to]?.apart; to++) next.set(to + 1, true)
  } else if (word && (loose || word.joined) && !(at > begin && word.apart) && fits(step, word)) {
    next.set(at + 1, next.get(at + 1) === true)
  }
}

function reach(next: Map<number, boolean>, places: Reached): void {
  for (const [at, loose] of places) next.set(at, loose || next.get(at) === true)
}

const widestGap = 4

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

/** Words in the longest way to say it. */
const longest = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.is === 'either' ? Math.max(0, ...step.ways.map(longest)) : step.is === 'gap' ? widestGap : 1), 0)

/** The first two letters of what steps can begin with, undefined for anything; and whether they can be left out altogether. */
function beginsOf(steps: readonly Step[]): { readonly words: ReadonlySet<string> | undefined; readonly empty: boolean } {
  const words = new Set<string>()
  for (const step of steps) {
    if (step.is === 'start') continue
    if (step.is === 'word' || step.is === 'stem' || step.is === 'capitals')
      return { words: words.add(plain(step.text).slice(0, 2)), empty: false }
    if (step.is !== 'either') return { words: undefined, empty: false }
    const ways = step.ways.map(beginsOf)
    if (ways.some((way) => way.words === undefined)) return { words: undefined, empty: false }
    for (const way of ways) for (const each of way.words ?? []) words.add(each)
    if (!ways.some(({ empty }) => empty)) return { words, empty: false }
  }
  return { words, empty: true }
}

/** How the words of a sentence begin, in the two lengths that `needs` may have. */
export const beginningsIn = (sentence: Sentence): Set<string> =>
  new Set(sentence.flatMap(({ text }) => [text.slice(0, 2), text.replace(/'s?$/, '').slice(0, 3)]))

/** For each word that steps cannot do without, how it may begin: a stem may change its last letter (“cry”, “cries”). */
function needsOf(steps: readonly Step[]): ReadonlySet<string>[] {
  const needs = steps.flatMap((step): ReadonlySet<string>[] => {
    if (step.is === 'stem') return [new Set([step.text.slice(0, step.text.length > 3 ? 3 : 2)])]
    if (step.is === 'word' || step.is === 'capitals') return [new Set([plain(step.text).replace(/'s?$/, '').slice(0, 3)])]
    if (step.is !== 'either') return []
    const ways = step.ways.map((way) => needsOf(way)[0])
    return ways.every((way) => way !== undefined) ? [new Set(ways.flatMap((way) => [...way]))] : []
  })
  return needs.sort((a, b) => a.size - b.size)
}
