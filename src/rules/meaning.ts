/** What CEL means for the values of JSON: what compiled rules call. Runs in Node and in browsers; part of every generated validator. */
import * as words from './words.ts'

// A rule that cannot be decided throws this one value: making an error for each, with its stack, would cost more than all the rules.
const undecided = new Error('an answer is missing or of the wrong kind')
const giveUp = (): never => {
  throw undecided
}

type Group = Readonly<Record<string, unknown>>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown): string => (typeof value === 'string' ? value : giveUp())
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : giveUp())

export const truth = (value: unknown): boolean => (typeof value === 'boolean' ? value : giveUp())

/** A field that may not be there: `record.?a`. What is not there is undefined, which no JSON value is. */
export const optional = (from: unknown, key: string): unknown => (isGroup(from) && Object.hasOwn(from, key) ? from[key] : undefined)

/** A field that must be there: `record.a`. */
export const field = (from: unknown, key: string): unknown => (isGroup(from) && Object.hasOwn(from, key) ? from[key] : giveUp())

/** A field or an element: `record[key]`. */
export function at(from: unknown, key: unknown): unknown {
  if (!Array.isArray(from)) return field(from, key as string)
  return typeof key === 'number' || typeof key === 'bigint' ? present(from[Number(key)]) : giveUp()
}

export const has = (from: unknown, key: string): boolean => isGroup(from) && Object.hasOwn(from, key)

/** The value of an optional: `.value()`. */
export const present = (value: unknown): unknown => (value === undefined ? giveUp() : value)

export const orValue = (value: unknown, otherwise: unknown): unknown => (value === undefined ? otherwise : value)

export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (isNumber(a) && isNumber(b)) return typeof a !== typeof b && Number(a) === Number(b)
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, index) => equal(each, b[index]))
  if (!isGroup(a) || !isGroup(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
}

/** CEL's whole numbers are bigints here, as they are in its interpreter; those of JSON are not. */
const isNumber = (value: unknown): value is number => typeof value === 'number' || typeof value === 'bigint'

const areOrdered = (a: unknown, b: unknown): boolean =>
  (isNumber(a) && isNumber(b)) || (typeof a === typeof b && (typeof a === 'string' || typeof a === 'boolean')) || giveUp()

export const less = (a: unknown, b: unknown): boolean => areOrdered(a, b) && (a as number) < (b as number)
export const atMost = (a: unknown, b: unknown): boolean => areOrdered(a, b) && (a as number) <= (b as number)

export function isIn(value: unknown, whole: unknown): boolean {
  if (Array.isArray(whole)) return whole.some((each) => equal(value, each))
  return isGroup(whole) ? Object.hasOwn(whole, value as string) : giveUp()
}

export function plus(a: unknown, b: unknown): unknown {
  if (Array.isArray(a)) return [...list(a), ...list(b)]
  if (typeof a === 'string') return a + text(b)
  return isNumber(a) && typeof a === typeof b ? a + (b as number) : giveUp()
}

export function size(value: unknown): bigint {
  if (typeof value === 'string') return BigInt([...value].length)
  return BigInt(Array.isArray(value) ? value.length : isGroup(value) ? Object.keys(value).length : giveUp())
}

/** What an expression says of the record alone, worked out once for each record. */
export function once(
  memo: Map<unknown, unknown>,
  work: (record: unknown, memo: Map<unknown, unknown>) => unknown,
  record: unknown,
): unknown {
  if (!memo.has(work))
    memo.set(
      work,
      attempt(() => work(record, memo)),
    )
  return present(memo.get(work))
}

// One side of `and` and `or`, and one row of `all` and `exists`, may be undecided where another decides.
export const or = (left: () => unknown, right: () => unknown): boolean => either(true, left, right)
export const and = (left: () => unknown, right: () => unknown): boolean => either(false, left, right)
export const exists = (over: unknown, holds: (each: unknown) => unknown): boolean => any(true, over, holds)
export const all = (over: unknown, holds: (each: unknown) => unknown): boolean => any(false, over, holds)

function either(decides: boolean, left: () => unknown, right: () => unknown): boolean {
  const first = attempt(left)
  if (first === decides) return decides
  const second = right()
  if (second === decides) return decides
  return first === !decides && second === !decides ? !decides : giveUp()
}

function any(decides: boolean, over: unknown, holds: (each: unknown) => unknown): boolean {
  let open = false
  for (const each of namesOrElements(over)) {
    const answer = attempt(holds, each)
    if (answer === decides) return decides
    if (answer !== !decides) open = true
  }
  return open ? giveUp() : !decides
}

/** An answer, or undefined where there is none. */
function attempt(question: (of: unknown) => unknown, of?: unknown): unknown {
  try {
    return question(of)
  } catch {
    return undefined
  }
}

/** What a macro goes over: the elements of a list, or the names in a group. */
const namesOrElements = (over: unknown): readonly unknown[] => (Array.isArray(over) ? over : isGroup(over) ? Object.keys(over) : giveUp())

export const filter = (over: unknown, holds: (each: unknown) => unknown): unknown[] =>
  namesOrElements(over).filter((each) => truth(holds(each)))
export const map = (over: unknown, change: (each: unknown) => unknown): unknown[] => namesOrElements(over).map((each) => change(each))
export const existsOne = (over: unknown, holds: (each: unknown) => unknown): boolean => filter(over, holds).length === 1

export const matches = (value: unknown, pattern: unknown): boolean => {
  const subject = text(value)
  return (pattern instanceof RegExp ? pattern : new RegExp(text(pattern))).test(subject)
}
export const contains = (value: unknown, part: unknown): boolean => text(value).includes(text(part))
export const startsWith = (value: unknown, start: unknown): boolean => text(value).startsWith(text(start))
export const endsWith = (value: unknown, end: unknown): boolean => text(value).endsWith(text(end))
export const lowerAscii = (value: unknown): string => text(value).toLowerCase()
export const upperAscii = (value: unknown): string => text(value).toUpperCase()
export const trim = (value: unknown): string => text(value).trim()

export const days = (from: unknown, to: unknown): bigint => words.days(text(from), text(to))
export const sum = (of: unknown): number => words.sum(list(of))
export const min = (of: unknown): unknown => words.min(list(of))
export const max = (of: unknown): unknown => words.max(list(of))
export const distinct = (of: unknown): boolean => words.distinct(list(of))
