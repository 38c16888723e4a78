/** What can be wrong with the settings file, and with the logo that it names. */
import { didYouMean, error, type Named, type Near, type Rule } from './mistake.ts'

export const settingsMistakes = {
  'unknown-setting': error<Near>(
    ({ name }) => `There is no setting \`${name}\` here`,
    ({ nearest }) => `${didYouMean(nearest)}Settings are listed in schemas/dialect/settings.json.`,
  ),
  'bad-setting': error<Named & { value: string; remedy: string }>(
    ({ name, value }) => `\`${name}\` cannot be ${value}`,
    ({ remedy }) => remedy,
  ),
  'faint-colour': error<Named & { colour: string; contrast: string; darker: string }>(
    ({ name, colour, contrast }) => `\`${name}\` is too faint to read: \`${colour}\` on white has a contrast of ${contrast} to 1`,
    ({ darker }) =>
      `Text needs 4.5 to 1 (WCAG 2.2, 1.4.3). The nearest darker colour that has it is \`${darker}\`. Use that, or another of your colours.`,
  ),
  'large-logo': error<Named & { size: number; most: number }>(
    ({ name, size, most }) => `The logo \`${name}\` has ${size} KB, and may have ${most} at most`,
    () => 'Save it smaller: it goes into every file, and is never printed more than 36 points (13 mm) high.',
  ),
  'unreadable-logo': error<Named & { problem: string }>(
    ({ name, problem }) => `The logo \`${name}\` cannot be drawn: ${problem}`,
    () => 'Open it in a drawing program and save it again, as plain SVG or as PNG.',
  ),
  'unsafe-logo': error<Named & { found: string }>(
    ({ name, found }) => `The logo \`${name}\` holds what may run, move or be fetched from elsewhere: ${found}`,
    () => 'Save it as plain SVG, with its pictures inside it and its words as outlines; or as PNG.',
  ),
} satisfies Record<string, Rule<never>>
