/** Another person's first name, left in from somebody else's form: a breach of their privacy, and of trust. */
import { plain, type Sentence, type Word } from '../words.ts'
import type { Check } from './index.ts'

export const names: Check = ({ firstNames }) => {
  const known = new Set(firstNames.map(plain))
  return ({ passage, sentences, record }) => {
    const { name, preferredName } = passage.person ?? {}
    if (!name && !preferredName) return []
    const own = plain(`${name ?? ''} ${preferredName ?? ''}`).split(/[\s-]+/)
    const isStranger = (said: string): boolean => known.has(said) && !own.includes(said) && !record.introduced.has(said)
    return sentences.flatMap((sentence) =>
      sentence.filter((word, index) => isName(word) && isStranger(word.text.replace(/'s?$/, '')) && !isInFull(sentence, index)),
    )
  }
}

/** “Amy Chen” is introduced by being named in full; so is “Dr Amy”. */
function isInFull(sentence: Sentence, index: number): boolean {
  const [before, word, next] = [sentence[index - 1], sentence[index], sentence[index + 1]]
  return (next?.joined === true && isName(next)) || (index > 1 && before !== undefined && word?.joined === true && isName(before))
}

const isName = ({ raw }: Word): boolean => /^\p{Lu}\p{Ll}/u.test(raw)
