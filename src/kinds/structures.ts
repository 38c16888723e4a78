/** The kinds made of other questions. They have no words of their own to write or read. */
import type { Structure } from './kind.ts'

export const group: Structure = { name: 'group', control: 'parts', want: () => 'Answer the questions inside it.' }

export const longText: Structure = {
  name: 'longText',
  control: 'words',
  want: () => 'Write the answer and say whose words they are, or choose why it is blank.',
}

export const rows: Structure = { name: 'rows', control: 'rows', want: () => 'Answer for each row.' }

export const repeat: Structure = {
  name: 'repeat',
  control: 'items',
  want: ({ item = 'row' }) => `Add at least one ${item}.`,
}
