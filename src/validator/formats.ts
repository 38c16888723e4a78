/** The formats our schemas name, as checks. Runs in Node and in browsers. */
import { date } from '../kinds/date.ts'
import { isNhsNumber } from '../kinds/nhs-number.ts'

export const formats = {
  /** A day that the calendar has, as ISO 8601. */
  date: (text: string): boolean => date.parse(text, undefined as never) === text,
  'nhs-number': isNhsNumber,
}
