/** What an empty control says. A reader treats these words, typed or not, as no answer. */

export const prompts = {
  text: 'Click or tap to write',
  date: 'Pick a date',
  choice: 'Choose',
  calculated: 'Worked out from your answers',
} as const
