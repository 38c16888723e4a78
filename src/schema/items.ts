/** Sections and questions of a schema → the form model. */
import type { Report } from '../diagnostics.ts'
import type { About, Calculation, Carry, Item, MapPlace, Path, PersonDetail, Question, Section, Tier } from '../form.ts'
import { kinds } from '../kinds/index.ts'
import { nearest } from '../nearest.ts'
import { alwaysRequired, conditionsOf, type Requirement } from './conditions.ts'
import type { Context } from './context.ts'
import { checkExpression } from './expressions.ts'
import { parseGuidance } from './guidance.ts'
import { child, keywordPlace, type Node, placeOf } from './node.ts'
import { checkTags, parseOptions } from './options.ts'
import { checkPractice } from './practice.ts'
import { checkReadability } from './readability.ts'

/** What a section or question tells those inside it. */
export interface Surroundings {
  readonly path: Path
  readonly tier: Tier
  /** What answers inside are about, until something inside says otherwise. */
  readonly about: About | undefined
  readonly requirement: Requirement
  /** True where it and everything around it is always required. */
  readonly inEveryRecord: boolean
  /** True inside a question: a part needs no guidance or citations of its own. */
  readonly inQuestion: boolean
  readonly inRepeat: boolean
}

/** A section with everything in it. */
export function parseSection(context: Context, node: Node, name: string, around: Surroundings): Section {
  const { title, description, 'x-passage': passage } = node.keywords
  if (!title) context.report('no-label', { name }, placeOf(node.origin))
  const path = `${around.path}/${name}`
  const items = children(context, node, { ...around, path, about: aboutOf(node, around) }, parseItem)
  const inner = items.find((item) => item.type === 'section')
  for (const item of inner ? items.slice(items.indexOf(inner)) : []) {
    if (item.type === 'question')
      context.report('question-after-section', { label: item.label, section: inner?.title ?? '' }, placeOf(node.origin))
  }
  const { always, when } = around.requirement
  return {
    type: 'section',
    path,
    title: String(title ?? name),
    required: always,
    askWhen: when,
    ...(description ? { intro: String(description) } : {}),
    ...(passage ? { passage: String(passage) } : {}),
    items,
  }
}

/** What answers at a node are about: as it says, or else as what is around it says. */
const aboutOf = ({ keywords }: Node, around: Surroundings): About | undefined => (keywords['x-about'] as About | undefined) ?? around.about

/** Parses what stands under a node's properties, each with what the node says of when it is required. */
function children<T>(
  context: Context,
  node: Node,
  around: Surroundings,
  parse: (context: Context, node: Node, name: string, around: Surroundings) => T,
): T[] {
  const always = alwaysRequired(node, context.report)
  const conditions = conditionsOf(context, node)
  return Object.keys((node.keywords.properties ?? {}) as object).map((name) => {
    const path = `/${name}`
    const when = conditions.filter(({ requires }) => requires.includes(path)).map((condition) => condition.when)
    const orElse = conditions.flatMap(({ alternatives }) => alternatives.filter((set) => set.includes(path)).flat())
    const requirement = { always: always.has(name), when, orElse: orElse.filter((other) => other !== path) }
    const inEveryRecord = around.inEveryRecord && requirement.always
    return parse(context, child(context.files, node, context.report, 'properties', name), name, { ...around, requirement, inEveryRecord })
  })
}

function parseItem(context: Context, node: Node, name: string, around: Surroundings): Item {
  return node.keywords['x-kind'] === 'section' ? parseSection(context, node, name, around) : parseQuestion(context, node, name, around)
}

function parseQuestion(context: Context, node: Node, name: string, around: Surroundings): Question {
  const { report } = context
  const { keywords } = node
  const path = `${around.path}/${name}`
  const label = String(keywords.title ?? name)
  if (!keywords.title) report('no-label', { name }, placeOf(node.origin))
  checkReadability(node, label, report)
  const kind = kindName(node, name, report)
  if (kind === 'repeat' && around.inRepeat) report('nested-repeat', { name }, placeOf(node.origin))

  const tier = (keywords['x-tier'] as Tier | undefined) ?? around.tier
  const about = aboutOf(node, around)
  if (keywords['x-person'] && kind !== 'text')
    report('keyword-misused', { problem: 'has `x-person` on a question that is not of kind `text`' }, keywordPlace(node, 'x-person'))
  const { always, when } = around.requirement
  if (around.inEveryRecord && tier !== 'brief' && !around.inQuestion) report('tier-contradiction', { label }, keywordPlace(node, 'x-tier'))

  const options = parseOptions(context, node, kind, name)
  checkTags(context, node, path, kind, options)
  const parts = parseParts(context, node, kind, name, { ...around, path, tier, about })
  const practice = checkPractice(context, node, label, around.inQuestion)
  const guidance = parseGuidance(context, node, { label, kind, parts, required: always || when.length > 0, optional: around.inQuestion })
  return {
    type: 'question',
    path,
    label,
    kind,
    required: always,
    askWhen: when,
    orElse: around.requirement.orElse.map((other) => around.path + other),
    tier,
    practice,
    options,
    parts,
    carry: parseCarry(node, report),
    ...(keywords.description ? { hint: String(keywords.description) } : {}),
    ...(guidance ? { guidance } : {}),
    ...(keywords['x-layout'] ? { layout: keywords['x-layout'] as 'table' | 'cards' } : {}),
    ...(keywords['x-item'] ? { item: String(keywords['x-item']) } : {}),
    ...(keywords['x-rows'] ? { blankRows: Number(keywords['x-rows']) } : {}),
    ...(keywords['x-want'] ? { want: String(keywords['x-want']) } : {}),
    ...(keywords['x-voice'] ? { voice: String(keywords['x-voice']) } : {}),
    ...(about ? { about } : {}),
    ...(keywords['x-person'] ? { person: keywords['x-person'] as PersonDetail } : {}),
    ...(keywords['x-map'] ? { map: keywords['x-map'] as MapPlace } : {}),
    ...(keywords['x-calculated'] ? { calculated: parseCalculation(node, report) } : {}),
  }
}

function parseCalculation(node: Node, report: Report): Calculation {
  const calculation = node.keywords['x-calculated'] as Calculation
  checkExpression(calculation.expression, keywordPlace(node, 'x-calculated'), report)
  return calculation
}

function parseCarry(node: Node, report: Report): Carry[] {
  const ways = [(node.keywords['x-carry'] ?? []) as Carry | Carry[]].flat()
  for (const { where = 'true' } of ways) checkExpression(where, keywordPlace(node, 'x-carry'), report)
  return ways
}

function kindName(node: Node, name: string, report: Report): string {
  const kind = node.keywords['x-kind']
  if (typeof kind !== 'string') {
    report('no-kind', { name }, placeOf(node.origin))
    return 'text'
  }
  const names = kinds.map((each) => each.name)
  if (names.includes(kind)) return kind
  report('unknown-kind', { name: kind, nearest: nearest(kind, [...names, 'section']) }, keywordPlace(node, 'x-kind'))
  return 'text'
}

function parseParts(context: Context, node: Node, kind: string, name: string, around: Surroundings): Question[] {
  const { files, report } = context
  const made = kinds.find((each) => each.name === kind)
  if (!made || 'format' in made) return []
  const isRepeat = made.control === 'items'
  const whole = isRepeat ? child(files, node, report, 'items') : node
  const parts = children(
    context,
    whole,
    {
      ...around,
      path: isRepeat ? `${around.path}/*` : around.path,
      inQuestion: true,
      inRepeat: around.inRepeat || isRepeat,
    },
    parseQuestion,
  )
  if (!parts.length) report('no-parts', { name }, placeOf(node.origin))
  return parts
}
