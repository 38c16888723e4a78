/** What helps to answer, besides label and hint: the choices on paper, and, for rows, what each part wants, said once above them all. */
import type { Markdown, Option, Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { plainText } from './markdown.ts'

/** Words about one part of every row: what it wants, and the choices that need a line each. */
export interface KeyLine {
  readonly name: string
  readonly words: Markdown
  readonly choices: readonly Option[]
}

/** The choices of a question on paper, where a list that drops down shows nothing. */
export interface PrintedChoices {
  /** All of them in a sentence, or the start of a list. */
  readonly words: Markdown
  /** Those that need a line each: all where most are explained, else only the explained ones. */
  readonly listed: readonly Option[]
}

/**
 * What has to be said once for all rows of a grid or repeat: hints, choices and conditions of its parts.
 * Rows then show labels and answers only, however many there are.
 */
export function keyOf(question: Question): KeyLine[] {
  const { control } = kindOf(question)
  const parts = control === 'rows' ? (question.parts[0]?.parts ?? []) : control === 'items' ? question.parts : []
  return parts.flatMap((part): KeyLine[] => {
    const choices = part.options.length ? choicesOf(part) : undefined
    // Boxes show their own words in every row; only what is explained needs a line here.
    const shown = kindOf(part).control === 'pickOne' || choices?.listed.length ? choices : undefined
    const words = [part.hint, shown?.words, ...whenWords(part)].filter(Boolean).join(' ')
    return words ? [{ name: part.label, words, choices: shown?.listed ?? [] }] : []
  })
}

/** How the choices of a question are printed under it. */
export function choicesOf(question: Question): PrintedChoices {
  const { options } = question
  const explained = options.filter(({ description }) => description)
  const start = kindOf(question).asks
  if (explained.length * 2 > options.length) return { words: `${start}:`, listed: options }
  const labels = options.map(({ label }) => plainText(label)).join(' · ')
  return { words: `${start}: ${labels}.`.replace(/([.?!])\.$/, '$1'), listed: explained }
}

/** "Answer this if …", a sentence for each condition. */
export const whenWords = ({ askWhen }: Question): Markdown[] => askWhen.map((when) => `Answer this if ${plainText(when)}.`)

/** A row's name as it heads a card: `strength` → `Strength`. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What stands between a label and words about it: a question has its mark already. */
export const afterLabel = (label: string): string => (/[?!.]$/.test(label) ? ' ' : ': ')
