/** What an empty control says. These words, typed or not, are no answer. */

export const prompts = {
  text: 'Click or tap to write',
  date: 'Pick a date',
  choice: 'Choose',
  calculated: 'Worked out from your answers',
} as const

/** What Word itself puts into a control that was cleared, where a program dropped our prompt. */
const word = [
  'Click or tap here to enter text.',
  'Click here to enter text.',
  'Choose an item.',
  'Click or tap to enter a date.',
  'Click here to enter a date.',
]

const all: ReadonlySet<string> = new Set([...Object.values(prompts), ...word])

/** True for words that are a prompt and nothing else. */
export const isPrompt = (words: string): boolean => all.has(words.trim())

/** The prompt that words in the style of prompts begin or end with, if it is this one: people type before or behind it. */
export const promptAt = (styled: string, prompt: string): string | undefined =>
  styled.trim().startsWith(prompt) || styled.trim().endsWith(prompt) ? prompt : undefined

/** True for the beginning or the end of a prompt, which somebody deleted only in part. */
export const isPromptPart = (words: string): boolean => {
  const part = words.trim()
  return part !== '' && [...all].some((prompt) => prompt.startsWith(part) || prompt.endsWith(part))
}
