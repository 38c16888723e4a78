/** What can be wrong with the practice language, and with examples held against it. */
import { didYouMean, error, type Near, type Rule } from './mistake.ts'

export const languageMistakes = {
  'no-specimen': error<{ term: string; name: string }>(
    ({ term, name }) => `The pattern “${term}” has no \`${name}\` example`,
    ({ name }) =>
      name === 'caught'
        ? 'Add a sentence that must be noticed, as a worker might write it.'
        : 'Add a sentence that is near and must not be noticed.',
  ),
  'no-phrases': error<{ term: string }>(
    ({ term }) => `The pattern “${term}” says neither which phrases it looks for nor which check`,
    () => 'Give it phrases, or a check.',
  ),
  'bad-phrase': error<{ phrase: string; problem: string }>(
    ({ phrase, problem }) => `The phrase “${phrase}” cannot be read: ${problem}`,
    () => 'src/language/phrase.ts lists the few signs there are.',
  ),
  'unknown-check': error<Near>(
    ({ name }) => `There is no check called \`${name}\``,
    ({ nearest }) => `${didYouMean(nearest)}Checks are listed in src/language/checks/index.ts.`,
  ),
  'specimen-missed': error<{ term: string }>(
    ({ term }) => `The pattern “${term}” does not notice its own \`caught\` example`,
    () => 'Mend the phrases, or the example.',
  ),
  'specimen-caught': error<{ term: string }>(
    ({ term }) => `The pattern “${term}” notices its \`sound\` example`,
    () => 'Say in butNot, unless, about or exempt what makes it sound, or mend the example.',
  ),
  'weak-not-caught': error<{ label: string }>(
    ({ label }) => `The practice audit finds nothing in the weak example for “${label}”`,
    () => 'Make the example show the fault it warns of, or add the pattern that would notice it.',
  ),
  'better-caught': error<{ label: string; words: string; term: string }>(
    ({ label, words, term }) => `The practice audit finds “${words}” in the better example for “${label}” (${term})`,
    () => 'Mend the example: people will copy it. Or say in the pattern why this is sound.',
  ),
  'example-caught': error<{ label: string; words: string; term: string }>(
    ({ label, words, term }) => `The practice audit would ask about this example. “${label}”: ${words} (${term})`,
    () => 'Mend the example: people will copy it. Or say in the pattern or rule why this is sound.',
  ),
} satisfies Record<string, Rule<never>>
