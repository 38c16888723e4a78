/** A record that its form refuses → one that it accepts, by answering what is missing and changing as little else as it finds. */
import type { Draft, Form, Item } from '../../src/form.ts'
import { segments, valueAt } from '../../src/pointer.ts'
import { breachesOf, type ReadyRule } from '../../src/rules/run.ts'
import type { Check, Standard } from '../../src/validator/verdict.ts'
import { type Change, changesFor } from './changes.ts'
import { isObject, itemAt, nameOf, withAnswer } from './places.ts'

type Fault = NonNullable<Check['errors']>[number]

/** What mending works with. */
export interface Mending {
  readonly form: Form
  readonly standard: Standard
  /** A draft with every answer, to take missing ones from. */
  readonly spare: Draft
  /** Chooses where several mends would do. */
  readonly choice: number
}

const rounds = 20

/** The record mended, or undefined where no way was found in twenty rounds. */
export function mended(mending: Mending, draft: Draft): Draft | undefined {
  const { check } = mending.standard
  let record = draft
  for (let round = 0; round < rounds; round++) {
    const turn = { ...mending, choice: mending.choice + round }
    if (!check(record)) record = mendFaults(turn, record, check.errors ?? [])
    else {
      const broken = brokenBy(mending.standard, record)
      if (!broken.length) return record
      record = broken.reduce((each, rule) => mendRule(turn, each, rule), record)
    }
  }
  return undefined
}

/** The rules that a record breaks, each as often as it does; warnings do not count. */
function brokenBy({ rules }: Standard, record: Draft): ReadyRule[] {
  const errors = rules.filter(({ rule }) => rule.level === 'error')
  return errors.flatMap((ready) => breachesOf([ready], record).map(() => ready))
}

/** Every fault of the schema mended once. Of several ways to satisfy an `anyOf`, one is taken. */
function mendFaults(mending: Mending, record: Draft, faults: readonly Fault[]): Draft {
  const choices = faults.filter(({ keyword }) => keyword === 'anyOf')
  const within = (fault: Fault, whole: Fault): boolean =>
    fault.schemaPath.startsWith(`${whole.schemaPath}/`) && `${fault.instancePath}/`.startsWith(`${whole.instancePath}/`)
  const branch = (fault: Fault, whole: Fault): string => fault.schemaPath.slice(whole.schemaPath.length).split('/')[1] ?? ''
  const taken = faults.filter((fault) =>
    choices.every((whole) => {
      if (!within(fault, whole)) return true
      const branches = [...new Set(faults.filter((each) => within(each, whole)).map((each) => branch(each, whole)))]
      return branch(fault, whole) === branches[mending.choice % branches.length]
    }),
  )
  return taken.reduce((each, fault) => mendFault(mending, each, fault), record)
}

function mendFault({ form, spare, choice }: Mending, record: Draft, { instancePath, keyword, params }: Fault): Draft {
  const value = valueAt(record, instancePath)
  const put = (answer: unknown): Draft => withAnswer(record, instancePath, answer)
  switch (keyword) {
    case 'required': {
      const pointer = `${instancePath}/${params.missingProperty}`
      return withAnswer(record, pointer, spareAnswer(form, spare, pointer))
    }
    case 'minItems':
      return put(spareAnswer(form, spare, instancePath))
    case 'maxItems':
      return put((value as unknown[]).slice(0, Number(params.limit)))
    case 'uniqueItems':
      return put([...new Set(value as unknown[])])
    case 'minimum':
    case 'maximum':
      return put(params.limit)
    case 'const':
      return put(params.allowedValue)
    case 'enum': {
      const allowed = params.allowedValues as unknown[]
      return put(allowed[choice % allowed.length])
    }
    case 'if':
    case 'anyOf':
      return record
    default:
      return put(undefined)
  }
}

/**
 * The first change, or the first two together, that leave fewer breaches of a rule and fewer faults in all;
 * where there are none, any change, so that the next round looks from somewhere else.
 */
function mendRule({ form, standard, spare, choice }: Mending, record: Draft, broken: ReadyRule): Draft {
  const breaches = (each: Draft): number => breachesOf([broken], each).length
  const faults = (each: Draft): number =>
    (standard.check(each) ? 0 : (standard.check.errors?.length ?? 0)) + brokenBy(standard, each).length
  const [breachesNow, faultsNow] = [breaches(record), faults(record)]
  if (!breachesNow) return record
  const isBetter = (each: Draft): boolean => breaches(each) < breachesNow && faults(each) < faultsNow
  const ways = (each: Draft) =>
    rotated(
      changesFor(form, broken.rule, each, (pointer) => spareAnswer(form, spare, pointer)),
      choice,
    )
  const changed = (each: Draft, { pointer, answer }: Change): Draft => withAnswer(each, pointer, answer)
  /** The first change that is better. */
  const step = (each: Draft): Draft | undefined => {
    const way = ways(each).find((way) => isBetter(changed(each, way)))
    return way && changed(each, way)
  }
  const once = step(record)
  if (once) return once
  const first = ways(record)
  for (const way of first.slice(0, 20)) {
    const twice = step(changed(record, way))
    if (twice) return twice
  }
  return first[0] ? changed(record, first[0]) : record
}

const rotated = <T>(all: readonly T[], by: number): T[] => {
  const start = all.length ? by % all.length : 0
  return [...all.slice(start), ...all.slice(0, start)]
}

/** The least answer that a place can do with, from the draft that has all: the parts that are always required, or the first. */
function spareAnswer(form: Form, spare: Draft, pointer: string): unknown {
  const keys = segments(pointer)
  const isRow = (key: string): boolean => /^\d+$/.test(key)
  const path = `/${keys.map((key) => (isRow(key) ? '*' : key)).join('/')}`
  const item = itemAt(form.sections, path)
  return item && least(item, valueAt(spare, `/${keys.map((key) => (isRow(key) ? '0' : key)).join('/')}`))
}

function least(item: Item, value: unknown): unknown {
  const parts: readonly Item[] = item.type === 'section' ? item.items : item.parts
  if (Array.isArray(value)) return parts.length ? value.map((row) => leastOf(parts, row)) : value
  return isObject(value) ? leastOf(parts, value) : value
}

function leastOf(parts: readonly Item[], value: unknown): unknown {
  const whole = isObject(value) ? value : {}
  const needed = parts.filter(({ required }) => required)
  const kept = needed.length ? needed : parts.slice(0, 1)
  return Object.fromEntries(kept.map((part) => [nameOf(part), least(part, whole[nameOf(part)])]))
}
