/** Looks that words alone cannot describe, each on small cases. */
import { describe, expect, test } from 'vitest'
import type { Passage } from '../../src/practice-language.ts'
import { noticed } from './made.ts'

const look = (check: string) => (passage: Passage | string) => noticed({ check }, passage)

describe('acronyms', () => {
  const acronyms = look('acronyms')
  test.each<[string, string[]]>([
    ['The OT saw her. The OT left.', ['OT']],
    ['The occupational therapist (OT) saw her. The OT left.', []],
    ['The Occupational Therapist (OT) saw her.', []],
    ['The OT (occupational therapist) saw her.', []],
    ['Two CPNs, a CPN’s car.', ['CPNs']],
    ['The GP and the NHS.', []],
    ['Vitamin B12, room A1, McKay, I, A, 1990s, 10AM.', []],
    ['The CMHT and DoLS.', ['CMHT', 'DoLS']],
    ['“The OT came,” she said.', []],
  ])('%s', (text, expected) => expect(acronyms(text)).toEqual(expected))

  test('what another answer writes out is known', () => {
    expect(acronyms({ text: 'The OT saw her.', others: ['An occupational therapist (OT) came.'] })).toEqual([])
    expect(acronyms({ text: 'The OT saw her.', others: ['The OT came.'] })).toEqual(['OT'])
  })
})

describe('another person’s name', () => {
  const names = look('anotherPerson')
  const person = { name: 'Joan Smith' }
  test.each<[string, string[]]>([
    ['Joan and Nadia went out. Nadia’s bag.', ['Nadia', 'Nadia’s']],
    ['Her sister Nadia helps. Nadia rings.', []],
    ['Nadia, her sister, helps. Nadia rings.', []],
    ['Nadia (her neighbour) and Callum ring.', ['Callum']],
    ['Nadia Khan rings. Nadia is kind.', []],
    ['Nurse Nadia rings.', []],
    ['Her friend is called Nadia.', []],
    ['Her sisters, Nadia and Callum, ring.', []],
    ['a nadia in the garden', []],
    ['“Nadia left me,” she said.', []],
  ])('%s', (text, expected) => expect(names({ text, person })).toEqual(expected))

  test('who another answer introduces is no stranger; where nobody is named, nobody is another', () => {
    expect(names({ text: 'Nadia rings.', person, others: ['Her sister Nadia lives near.'] })).toEqual([])
    expect(names({ text: 'Nadia rings.' })).toEqual([])
    expect(names({ text: 'Joan rings.', person: { name: 'Mary-Joan Smith' } })).toEqual([])
    expect(names({ text: 'Callum rings.', person: { name: 'M Smith', preferredName: 'Callum' } })).toEqual([])
  })
})

describe('pronouns', () => {
  const pronouns = look('anotherPerson')
  const about = (pronouns: string | undefined, text: string) => ({ text, person: { name: 'Joan Smith', pronouns } })
  test.each<[string | undefined, string, string[]]>([
    ['she/her', 'He likes his tea. He drinks it.', ['He']],
    ['She / Her', 'He’s happy, and his tea is hot. It is his.', ['He’s']],
    ['he/him', 'She likes her tea. It is hers.', ['She']],
    ['she/her', 'He likes his tea.', []],
    ['she/her', 'He likes his tea. She does not.', []],
    ['she/her', 'Her brother likes his tea. He does.', []],
    ['she/her', 'His sister’s tea is his.', []],
    ['they/them', 'He likes his tea. He drinks it.', []],
    ['she/they', 'He likes his tea. He drinks it.', []],
    ['', 'He likes his tea. He drinks it.', []],
    [undefined, 'He likes his tea. He drinks it.', []],
  ])('%s: %s', (said, text, expected) => expect(pronouns(about(said, text))).toEqual(expected))
})

describe('copied sentences', () => {
  const copied = look('copied')
  const sentence = 'She walks to the shop every day, with her dog and her old friend from school.'
  const others: [string, string, boolean][] = [
    ['as it was', sentence, true],
    ['with other commas', sentence.replace(',', ' –').replace('dog and', 'dog, and'), true],
    ['in other letters', sentence.toUpperCase(), true],
    ['with marks around words', sentence.replace('old friend', '‘old friend’'), true],
    ['among others', `It rains. ${sentence} It snows.`, true],
    ['with another word', sentence.replace('dog', 'cat'), false],
  ]
  test.each(others)('%s', (_, other, same) => {
    expect(copied({ text: `One. ${sentence} Two.`, others: [other] })).toEqual(same ? [sentence] : [])
  })

  test('an abbreviation, a plural possessive or a number hides nothing', () => {
    const hard = 'Dr. Khan (e.g. on Mondays, at 10.30) takes her to the carers’ room, well-known & half-empty, for tea.'
    expect(copied({ text: hard, others: [hard] }).join(' ')).toContain('takes her to the carers’ room')
  })

  test('short sentences may be the same by chance, and one answer may repeat itself', () => {
    expect(copied({ text: 'She likes tea.', others: ['She likes tea.'] })).toEqual([])
    expect(copied({ text: `${sentence} ${sentence}`, others: ['Tea.'] })).toEqual([])
    expect(copied({ text: `${sentence}\n${sentence}`, others: [sentence] })).toEqual([sentence, sentence])
  })
})

describe('length', () => {
  const length = look('length')
  const words = (count: number) => Array.from({ length: count }, () => 'tea').join(' ')
  test.each<[string, Passage, boolean]>([
    ['seven words where the form has to know', { text: words(7), required: true }, true],
    ['eight', { text: words(8), required: true }, false],
    ['seven where it does not', { text: words(7) }, false],
    ['350', { text: words(350) }, false],
    ['351', { text: words(351) }, true],
    ['351 with the person’s voice', { text: `${words(350)} “yes”` }, false],
    ['nothing but marks', { text: '– … !', required: true }, false],
  ])('%s', (_, passage, found) => expect(length(passage)).toEqual(found ? [passage.text] : []))
})

describe('the person’s own words', () => {
  const ownWords = look('ownWords')
  const text = Array.from({ length: 60 }, () => 'tea').join(' ')
  test.each<[string, Passage, boolean]>([
    ['sixty words, and nothing of theirs', { text, about: 'aboutMe' }, true],
    ['fewer', { text: text.slice(4), about: 'aboutMe' }, false],
    ['about something else', { text, about: 'needs' }, false],
    ['with a quotation', { text: `${text} “yes”`, about: 'aboutMe' }, false],
    ['with how it was found out', { text: `${text}, she showed us`, about: 'aboutMe' }, false],
    ['in their words', { text, about: 'aboutMe', voice: 'personOwnWords' }, false],
  ])('%s', (_, passage, found) => expect(ownWords(passage)).toEqual(found ? [passage.text] : []))
})
