/** The formats our schemas name, as checks. Runs in Node and in browsers. */
import { isDay } from '../kinds/date.ts'
import { isNhsNumber } from '../kinds/nhs-number.ts'

export const formats = {
  date: isDay,
  'nhs-number': isNhsNumber,
}
