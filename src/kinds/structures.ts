/** The kinds made of other questions. They have no words of their own to write or read. */
import type { Structure } from './kind.ts'

export const group: Structure = {
  name: 'group',
  control: 'parts',
  asks: 'Answers to each of these',
  holds: () => 'questions answered together',
  want: () => 'Answer the questions inside it.',
}

export const longText: Structure = {
  name: 'longText',
  control: 'words',
  asks: 'Your own words, as many or as few as you like',
  holds: () => 'an answer in words',
  want: () => 'Write the answer and say whose words they are, or choose why it is blank.',
}

export const rows: Structure = {
  name: 'rows',
  control: 'rows',
  asks: 'Answers for each of these',
  holds: () => 'the same questions for each row',
  want: () => 'Answer for each row.',
}

export const repeat: Structure = {
  name: 'repeat',
  control: 'items',
  asks: 'As many as you need',
  holds: ({ item = 'row' }) => `a list with a row for each ${item}`,
  want: ({ item = 'row' }) => `Add at least one ${item}.`,
}
