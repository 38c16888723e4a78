/** One of a list. The record holds the option's value, the page its words. */
import type { Question } from '../form.ts'
import type { Kind } from './kind.ts'

export const choice: Kind<string> = {
  name: 'choice',
  control: 'pickOne',
  asks: 'Choose one',
  holds: () => 'one of',
  format: (value, { options }) => options.find((option) => option.value === value)?.label ?? value,
  parse: (words, question) => optionValue(words, question),
  want: ({ options }) => `Choose one of: ${options.map((option) => option.label).join('; ')}.`,
}

/** The value whose label, or own name, the words are, letter case and outer space aside. */
export function optionValue(words: string, { options }: Question): string | undefined {
  const flat = (text: string): string => text.trim().toLowerCase()
  const wanted = flat(words)
  return (options.find(({ label }) => flat(label) === wanted) ?? options.find(({ value }) => flat(value) === wanted))?.value
}
