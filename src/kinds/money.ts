/** Pounds and pence: whole pence in the record, "£1,234.50" on paper. */
import type { Kind } from './kind.ts'

const pounds = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 })

export const money: Kind<number> = {
  name: 'money',
  control: 'line',
  asks: 'An amount in pounds and pence',
  holds: () => 'money, kept in whole pence',
  format: (value) => `£${pounds.format(value / 100)}`,
  parse: (words) => {
    const amount = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{2}))?$/.exec(words.trim())
    return amount ? Number(amount[1]?.replaceAll(',', '')) * 100 + Number(amount[2] ?? 0) : undefined
  },
  want: () => 'Give an amount in pounds and pence, such as £12.50 (1250 in a data file).',
}
