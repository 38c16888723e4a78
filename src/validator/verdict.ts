/** What the machine found wrong → what a person can do about it. Runs in Node and in browsers; part of every generated validator. */
import { nearest } from '../nearest.ts'
import { below, valueAt } from '../pointer.ts'
import { breachesOf, type ReadyRule } from '../rules/run.ts'
import { labelAt, labelOf, namesBelow, wordsAt } from './labels.ts'
import type { Wording } from './wording.ts'

/** One thing wrong with a record. */
export interface Problem {
  /** JSON Pointer (RFC 6901) to the answer, or to where it is missing. */
  readonly pointer: string
  /** The question, as the form asks it; for a row, with the row. */
  readonly label: string
  /** What is wrong. */
  readonly message: string
  /** What to do. */
  readonly remedy: string
  /** The rule that is broken, where it is one across questions. */
  readonly rule?: string
}

/** A record that may stand, or everything that must be mended first. Warnings are worth a thought either way. */
export type Verdict<T> =
  | { readonly valid: true; readonly record: T; readonly warnings: readonly Problem[] }
  | { readonly valid: false; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] }

/** What a record is held against. */
export interface Standard {
  /** The compiled schema. */
  readonly check: Check
  readonly rules: readonly ReadyRule[]
  readonly wording: Wording
}

/** The parts of an Ajv error that are read here. */
interface Fault {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface Check {
  (value: unknown): boolean
  errors?: readonly Fault[] | null
}

/**
 * Checks a record and says everything that is wrong with it, in the form's own words. Never throws on a JSON value.
 * @param value Any JSON value.
 * @param earlier Records of earlier forms, by stage, for the rules that look across forms.
 */
export function verdict<T>(
  { check, rules, wording }: Standard,
  value: unknown,
  earlier: Readonly<Record<string, unknown>> = {},
): Verdict<T> {
  const faults = check(value) ? [] : (check.errors ?? [])
  const breaches = breachesOf(rules, value, earlier).map(({ rule, pointer }) => ({
    level: rule.level,
    problem: { pointer, label: labelAt(pointer, wording), message: rule.message, remedy: rule.remedy, rule: rule.id },
  }))
  const of = (level: string) => breaches.filter((breach) => breach.level === level).map(({ problem }) => problem)
  const problems = [...problemsOf(faults, value, wording), ...of('error')]
  const warnings = of('warning')
  return problems.length ? { valid: false, problems, warnings } : { valid: true, record: value as T, warnings }
}

/** The machine's faults in a person's words, each once. */
function problemsOf(faults: readonly Fault[], value: unknown, wording: Wording): Problem[] {
  const alternatives = faults.filter(({ keyword }) => keyword === 'anyOf')
  const told = faults
    .filter((fault) => !['if', 'anyOf'].includes(fault.keyword) && !alternatives.some((whole) => isWithin(fault, whole)))
    .map((fault) => explain(fault, value, wording))
  const folded = alternatives.map((whole) =>
    explainAlternatives(
      whole,
      faults.filter((fault) => isWithin(fault, whole)),
      value,
      wording,
    ),
  )
  return [...new Map([...told, ...folded].map((problem) => [`${problem.pointer} ${problem.message}`, problem])).values()]
}

/** True for a fault that is one branch of a failed "any of these". */
const isWithin = (fault: Fault, whole: Fault): boolean =>
  fault.schemaPath.startsWith(`${whole.schemaPath}/`) && `${fault.instancePath}/`.startsWith(`${whole.instancePath}/`)

function explain(fault: Fault, value: unknown, wording: Wording): Problem {
  const { instancePath, keyword, params } = fault
  const words = wordsAt(instancePath, wording)
  const say = (pointer: string, message: string, remedy?: string): Problem => {
    const there = wordsAt(pointer, wording)
    return { pointer, label: labelAt(pointer, wording), message, remedy: remedy ?? there?.want ?? 'Mend the answer here.' }
  }
  switch (keyword) {
    case 'required': {
      const pointer = `${instancePath}/${params.missingProperty}`
      const missing = wordsAt(pointer, wording)
      if (missing?.section) return say(pointer, 'This whole section is missing.', 'Answer the questions of this section.')
      return say(pointer, 'This has not been answered.')
    }
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      const meant = nearest(name, namesBelow(instancePath, wording))
      const remedy = `${meant ? `Did you mean "${meant}"? ` : ''}Correct the name, or take it out.`
      return say(below(instancePath, name), `The form has no question called "${name}" here.`, remedy)
    }
    case 'type':
      if (instancePath === '') return say('', 'This is not a filled form.', 'Give one JSON object that holds the answers.')
      return say(
        instancePath,
        `${shown(value, instancePath)} cannot be the answer here.`,
        words?.section ? 'Give the answers of this section as a JSON object.' : undefined,
      )
    case 'enum':
    case 'const': {
      const allowed = (keyword === 'enum' ? params.allowedValues : [params.allowedValue]) as unknown[]
      const named = words?.options && allowed.map((each) => words.options?.[String(each)] ?? String(each))
      return say(
        instancePath,
        `${shown(value, instancePath)} is not one of the answers to choose from.`,
        named && `Choose one of: ${named.join('; ')} (${allowed.join(', ')} in a data file).`,
      )
    }
    case 'minItems':
      return say(instancePath, 'There is nothing in this list.')
    case 'uniqueItems':
      return say(instancePath, 'The same answer stands here twice.', 'Take one of them out.')
    case 'pattern':
    case 'format':
      return say(instancePath, blank(value, instancePath) ? 'This is blank.' : `${shown(value, instancePath)} cannot be right.`)
    case 'minimum':
      return say(instancePath, `${shown(value, instancePath)} is too small.`, `Give ${params.limit} or more.`)
    case 'maximum':
      return say(instancePath, `${shown(value, instancePath)} is too large.`, `Give ${params.limit} or less.`)
    default:
      return say(instancePath, 'This answer does not go together with the others.')
  }
}

/** "Answer this, or that": the branch that is already begun is the one to finish. */
function explainAlternatives(whole: Fault, branches: readonly Fault[], value: unknown, wording: Wording): Problem {
  const pointer = whole.instancePath
  const given = valueAt(value, pointer)
  const wanted = new Map<string, string[]>()
  for (const { schemaPath, keyword, params } of branches) {
    if (keyword !== 'required') continue
    const branch = schemaPath.slice(whole.schemaPath.length).split('/')[1] ?? ''
    wanted.set(branch, [...(wanted.get(branch) ?? []), `“${labelOf(`${pointer}/${params.missingProperty}`, wording)}”`])
  }
  const begun = given !== null && typeof given === 'object' && Object.keys(given).length > 0
  const ways = [...wanted.values()].sort((a, b) => a.length - b.length)
  const offered = begun && wordsAt(pointer, wording)?.section !== true ? ways.slice(0, 1) : [...wanted.values()]
  const remedy = `Answer ${offered.map((names) => names.join(' and ')).join(', or ')}.`
  return { pointer, label: labelAt(pointer, wording), message: 'Part of this has not been answered.', remedy }
}

const blank = (value: unknown, pointer: string): boolean => String(valueAt(value, pointer)).trim() === ''

/** What was given, short enough to read. */
function shown(value: unknown, pointer: string): string {
  const given = valueAt(value, pointer)
  if (given !== null && typeof given === 'object') return Array.isArray(given) ? 'A list' : 'A group of answers'
  const text = typeof given === 'string' ? `“${given}”` : String(given)
  return text.length > 60 ? `${text.slice(0, 57)}…”` : text
}
