/** The texts that belong with a passage. */
import type { Passage } from '../../practice-language.ts'

/** The passage, and the other answers there are. */
export const textsOf = ({ text, others = [] }: Passage): string[] => [text, ...others]

/** How many words a text has, as people count. */
export const wordCount = (text: string): number => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’\-.,]*/gu) ?? []).length
