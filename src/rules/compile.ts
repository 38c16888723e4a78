/** A rule's expression in CEL → the same as JavaScript that calls `meaning.ts`, so that a validator runs it without reading it. */
import { type Tree, treeOf } from './language.ts'

const variables = ['record', 'row', 'key', 'earlier']
const functions = new Set(['days', 'sum', 'min', 'max', 'distinct', 'size'])
const methods = new Set(['size', 'matches', 'contains', 'startsWith', 'endsWith', 'lowerAscii', 'upperAscii', 'trim'])
const macros: Readonly<Record<string, string>> = { all: 'all', exists: 'exists', exists_one: 'existsOne', filter: 'filter', map: 'map' }

class Untranslatable extends Error {}

/** Expressions as JavaScript. */
export interface Compiled {
  /**
   * What several expressions say of the record alone, by name: declarations that come before the functions. Each is worked out once for a record.
   */
  readonly shared: ReadonlyMap<string, string>
  /**
   * A function from variables to the value of each expression, which throws where it cannot be decided.
   * Undefined where the expression uses a part of CEL that is not translated here; the interpreter runs it then.
   */
  readonly functions: readonly (string | undefined)[]
}

/**
 * Compiles expressions together, into code that finds `meaning.ts` under the name `cel`.
 * @throws Where one is not CEL.
 */
export function compiled(expressions: readonly string[]): Compiled {
  const shared = new Map<string, string>()
  const functions = expressions.map((text) => {
    try {
      const body = value(treeOf(text), { names: new Set(variables), shared })
      return `({ ${variables.map((name) => `${name}: $${name}`).join(', ')}, $memo }) => ${body}`
    } catch (problem) {
      if (problem instanceof Untranslatable) return undefined
      throw problem
    }
  })
  return { shared: new Map([...shared].map(([body, name]) => [name, `($record, $memo) => ${body}`])), functions }
}

/** Where a part of an expression stands: the variables it sees, and what is shared so far, by its code. */
interface Scope {
  readonly names: ReadonlySet<string>
  readonly shared: Map<string, string>
}

/** Adds what is worked out from the record alone to the shared parts. */
function share(tree: Tree, body: string, { shared }: Scope): string {
  const inside = [...wholeOf(tree)]
  const own = new Set(['record', ...inside.flatMap((each) => variableOf(each) ?? [])])
  if (!inside.every(({ op, args }) => op !== 'id' || own.has(args))) return body
  const name = shared.get(body) ?? `shared${shared.size}`
  shared.set(body, name)
  return `cel.once($memo, ${name}, $record)`
}

/** A tree with everything below it. */
function* wholeOf(tree: Tree): Generator<Tree> {
  yield tree
  const parts = [tree.args].flat(3).filter((each): each is Tree => typeof each === 'object' && each !== null && 'op' in each)
  for (const part of parts) yield* wholeOf(part)
}

/** The variable of a macro: `wish` in `wishes.exists(wish, …)`. */
function variableOf({ op, args }: Tree): string | undefined {
  if (op !== 'rcall' || !Object.hasOwn(macros, args[0])) return undefined
  const [variable] = args[2]
  return variable?.op === 'id' ? variable.args : undefined
}

/** True for what may not be there: `record.?a`, and every field below it. */
const isOptional = ({ op, args }: Tree): boolean => op === '.?' || (op === '.' && isOptional(args[0]))

/** True for what is true or false wherever it is decided. */
function isTruth({ op, args }: Tree): boolean {
  if (op === 'rcall') return ['hasValue', 'all', 'exists', 'exists_one', 'matches', 'contains', 'startsWith', 'endsWith'].includes(args[0])
  if (op === 'call') return ['has', 'distinct'].includes(args[0])
  return ['==', '!=', '<', '<=', '>', '>=', 'in', '&&', '||', '!_'].includes(op)
}

/** True for what is decided whatever the answers are. */
function isSure({ op, args }: Tree): boolean {
  if (op === 'value' || op === 'id') return true
  if (op === '.' || op === '.?') return isOptional({ op, args } as Tree) && isSure(args[0])
  if (op === 'rcall') return (args[0] === 'hasValue' || args[0] === 'orValue') && isSure(args[1])
  if (op === '!_') return isSure(args) && isTruth(args)
  if (op === '&&' || op === '||') return args.every((each) => isSure(each) && isTruth(each))
  return (op === '==' || op === '!=') && args.every(isSure)
}

/** True for what stands as it is written: `"yes"`, `[]`. */
const isPlain = ({ op, args }: Tree): boolean => op === 'value' || ((op === 'list' || op === 'map') && args.length === 0)

/** A value that has to be there. */
function value(tree: Tree, scope: Scope): string {
  if (isOptional(tree)) throw new Untranslatable()
  return code(tree, scope)
}

function code(tree: Tree, scope: Scope): string {
  const { op, args } = tree
  switch (op) {
    case 'value':
      return literal(args)
    case 'id':
      if (!scope.names.has(args)) throw new Untranslatable()
      return `$${args}`
    case '.':
    case '.?':
      return `cel.${isOptional(tree) ? 'optional' : 'field'}(${code(args[0], scope)}, ${JSON.stringify(args[1])})`
    case '[]':
      return call('at', args, scope)
    case 'list':
      return `[${args.map((each) => value(each, scope)).join(', ')}]`
    case 'map':
      if (args.length) throw new Untranslatable()
      return '({})'
    case '?:':
      return `(${truth(args[0], scope)} ? ${value(args[1], scope)} : ${value(args[2], scope)})`
    case '||':
    case '&&':
      return either(op, args, scope)
    case '!_':
      return `!${truth(args, scope)}`
    case '==':
      return equal('===', args, scope)
    case '!=':
      return equal('!==', args, scope)
    case 'in':
      return call('isIn', args, scope)
    case '+':
      return call('plus', args, scope)
    case '<':
      return call('less', args, scope)
    case '>':
      return call('less', args.toReversed(), scope)
    case '<=':
      return call('atMost', args, scope)
    case '>=':
      return call('atMost', args.toReversed(), scope)
    case 'call':
      return called(tree, args, scope)
    case 'rcall':
      return method(tree, args, scope)
    default:
      throw new Untranslatable()
  }
}

/** CEL looks at both sides where one is undecided; JavaScript's own operator does where the first never is. */
function either(op: '||' | '&&', [left, right]: readonly [Tree, Tree], scope: Scope): string {
  if (isSure(left) && isTruth(left)) return `(${value(left, scope)} ${op} ${truth(right, scope)})`
  return `cel.${op === '||' ? 'or' : 'and'}(() => ${value(left, scope)}, () => ${value(right, scope)})`
}

const truth = (tree: Tree, scope: Scope): string => (isTruth(tree) ? value(tree, scope) : `cel.truth(${value(tree, scope)})`)

function equal(op: '===' | '!==', args: readonly [Tree, Tree], scope: Scope): string {
  // Only lists, groups and numbers can be equal without being the same.
  const isSame = args.some((each) => each.op === 'value' && ['string', 'boolean'].includes(typeof each.args))
  if (isSame) return `(${value(args[0], scope)} ${op} ${value(args[1], scope)})`
  return `${op === '===' ? '' : '!'}${call('equal', args, scope)}`
}

const call = (name: string, args: readonly Tree[], scope: Scope): string =>
  `cel.${name}(${args.map((each) => value(each, scope)).join(', ')})`

function literal(given: unknown): string {
  if (typeof given === 'bigint') return `${given}n`
  if (given === null || ['string', 'boolean', 'number'].includes(typeof given)) return JSON.stringify(given)
  throw new Untranslatable()
}

function called(tree: Tree, [name, args]: readonly [string, readonly Tree[]], scope: Scope): string {
  const [first] = args
  if (name === 'has' && first?.op === '.' && !isOptional(first)) {
    return `cel.has(${value(first.args[0], scope)}, ${JSON.stringify(first.args[1])})`
  }
  if (!functions.has(name)) throw new Untranslatable()
  return share(tree, call(name, args, scope), scope)
}

function method(tree: Tree, [name, receiver, args]: readonly [string, Tree, readonly Tree[]], scope: Scope): string {
  if (isOptional(receiver)) return ofOptional(name, code(receiver, scope), args, scope)
  const [first] = args
  if (Object.hasOwn(macros, name)) return share(tree, macro(name, receiver, args, scope), scope)
  if (!methods.has(name)) throw new Untranslatable()
  if (name === 'matches' && first?.op === 'value') return `cel.matches(${value(receiver, scope)}, ${pattern(first.args)})`
  return call(name, [receiver, ...args], scope)
}

function ofOptional(name: string, optional: string, [otherwise]: readonly Tree[], scope: Scope): string {
  if (name === 'hasValue') return `(${optional} !== undefined)`
  if (name === 'value') return `cel.present(${optional})`
  // Worked out whether it is needed or not: so nothing that could be undecided.
  if (name === 'orValue' && otherwise && isPlain(otherwise)) return `cel.orValue(${optional}, ${value(otherwise, scope)})`
  throw new Untranslatable()
}

function macro(name: string, receiver: Tree, [variable, ...steps]: readonly Tree[], scope: Scope): string {
  const last = steps.at(-1)
  // One name for two things is left to the interpreter.
  if (variable?.op !== 'id' || !last || scope.names.has(variable.args)) throw new Untranslatable()
  const inside = { ...scope, names: new Set([...scope.names, variable.args]) }
  const step = (each: Tree) => `($${variable.args}) => ${value(each, inside)}`
  const over = value(receiver, scope)
  const kept = steps.length > 1 && steps[0] ? `cel.filter(${over}, ${step(steps[0])})` : over
  return `cel.${macros[name]}(${kept}, ${step(last)})`
}

/** A pattern as a JavaScript literal, which is compiled once. */
function pattern(given: unknown): string {
  try {
    return String(new RegExp(String(given)))
  } catch {
    throw new Untranslatable()
  }
}
