/** The words that go with a question besides its label and hint: options explained, and, for rows, what each part wants, said once. */
import type { Markdown, Option, Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { plainText } from './markdown.ts'

/** One line of explanation: a name, and the words about it. */
export interface KeyLine {
  readonly name: string
  readonly words: Markdown
}

/**
 * What has to be said once for all rows of a grid or repeat: hints, options and conditions of its parts.
 * Rows then show labels and answers only, however many there are.
 */
export function keyOf(question: Question): KeyLine[] {
  const { control } = kindOf(question)
  const parts = control === 'rows' ? (question.parts[0]?.parts ?? []) : control === 'items' ? question.parts : []
  return parts.flatMap((part) => {
    const words = [part.hint, choiceWords(part), ...whenWords(part)].filter(Boolean).join(' ')
    return words ? [{ name: part.label, words }] : []
  })
}

/** The options worth a line each under a question: those that explain themselves. */
export const explainedOptions = ({ options }: Question): KeyLine[] =>
  options.flatMap(({ label, description }) => (description ? [{ name: label, words: description }] : []))

/** The options of a choice in one sentence. */
export const optionWords = (options: readonly Option[]): Markdown => options.map(({ label }) => plainText(label)).join(' · ')

/** "Answer this if …", a sentence for each condition. */
export const whenWords = ({ askWhen }: Question): Markdown[] => askWhen.map((when) => `Answer this if ${plainText(when)}.`)

function choiceWords(part: Question): string | undefined {
  return kindOf(part).control === 'pickOne' ? `Choose one of: ${optionWords(part.options)}.` : undefined
}
