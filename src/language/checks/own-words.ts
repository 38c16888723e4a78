/** An answer about the person in which nothing of theirs is heard. */
import { wordCount } from '../words.ts'
import type { Check } from './index.ts'

/** Words: a shorter answer may do without. */
const longEnough = 60

/** Ways of saying how somebody's view was found out, with words or without. */
const heard =
  /\b(?:told (?:me|us)|says?|said|sign(?:s|ed)|asked|showed|pointed|nodded|smiled|laughed|chose|described|explained|put it|talks? about|talked about|wants?|wished?|hopes?|in (?:her|his|their) own words)\b/i

export const ownWords: Check =
  () =>
  ({ passage: { text, about }, quotations }) =>
    about === 'aboutMe' && wordCount(text) >= longEnough && !quotations.length && !heard.test(text) ? [{ start: 0, end: text.length }] : []
