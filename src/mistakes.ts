/** Everything that can be wrong with the sources, in one table: each code with its words and its remedy. */
import { formMistakes } from './mistakes/forms.ts'
import { languageMistakes } from './mistakes/language.ts'
import { settingsMistakes } from './mistakes/settings.ts'

export type { Level, Rule } from './mistakes/mistake.ts'

export const mistakes = { ...formMistakes, ...languageMistakes, ...settingsMistakes }
