/** Any of a list, in the list's order. */
import { optionValue } from './choice.ts'
import type { Kind } from './kind.ts'

export const choices: Kind<readonly string[]> = {
  name: 'choices',
  control: 'pickMany',
  asks: 'Tick any',
  holds: () => 'any of',
  format: (values, { options }) =>
    options
      .filter((option) => values.includes(option.value))
      .map((option) => option.label)
      .join('; '),
  parse: (words, question) => {
    const values = words
      .split(/;|\n/)
      .filter((part) => part.trim())
      .map((part) => optionValue(part, question))
    return values.length && values.every((value) => value !== undefined) ? [...new Set(values)] : undefined
  },
  want: ({ options }) => `Choose any of: ${options.map((option) => option.label).join('; ')}.`,
}
