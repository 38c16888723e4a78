/** The few words that rules about dates, money and names need, beyond those of CEL itself. */

const day = 24 * 60 * 60 * 1000
const time = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)

/** Days from one ISO day to another. @throws Where one of them is not a day. */
export const days = (from: string, to: string): bigint => BigInt(Math.round((time(to) - time(from)) / day))

export const sum = (list: readonly unknown[]): number => list.reduce<number>((total, each) => total + Number(each), 0)

/** The first in alphabetical order, which for ISO days is the earliest; nothing's first is ''. */
export const min = (list: readonly unknown[]): unknown => outermost(list, (a, b) => a < b)

/** The last in alphabetical order, and the last of those that look the same; nothing's last is ''. */
export const max = (list: readonly unknown[]): unknown => outermost(list, (a, b) => a >= b)

const outermost = (list: readonly unknown[], isBeyond: (a: string, b: string) => boolean): unknown =>
  list.length ? list.reduce((found, each) => (isBeyond(String(each), String(found)) ? each : found)) : ''

export const distinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length
