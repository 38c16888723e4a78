/** An NHS number: ten digits in the record, 3-3-4 on paper (NHS Data Dictionary, NHS NUMBER). */
import type { Kind } from './kind.ts'

export const nhsNumber: Kind<string> = {
  name: 'nhsNumber',
  control: 'line',
  asks: 'The ten figures of an NHS number',
  holds: () => 'an NHS number',
  format: (value) => value.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3'),
  parse: (words) => {
    const digits = words.replace(/[\s-]/g, '')
    return isNhsNumber(digits) ? digits : undefined
  },
  want: () => 'Copy the ten digits from a letter or the NHS App; the last digit checks the others.',
}

/**
 * True for ten digits whose last is the Modulus 11 check of the first nine.
 * @param digits Ten digits, no spaces.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}
