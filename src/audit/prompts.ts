/** What a report says first: a few things going well, and at most ten prompts, so that nobody is drowned in either. */
import type { Remark } from './remark.ts'

/** One thing to think about, with every place where it shows. */
export interface Prompt {
  readonly id: string
  readonly quality: string
  /** The first of its places speaks for the others. */
  readonly first: Remark
  readonly places: readonly Remark[]
}

/** More than ten are not read. */
export const mostPrompts = 10

/**
 * The prompts of a report: what is demeaning or unlawful first; then in turn from each quality, what shows in most places first.
 * @param qualities The ids of the five qualities, in the order in which they are shown.
 */
export function promptsOf(remarks: readonly Remark[], qualities: readonly string[], most = mostPrompts): Prompt[] {
  const all = gathered(remarks)
  const urgent = all.filter(({ first }) => first.level === 'error')
  const others = all.filter(({ first }) => first.level !== 'error').sort((a, b) => b.places.length - a.places.length)
  const queues = qualities.map((quality) => others.filter((prompt) => prompt.quality === quality))
  const turns = Math.max(0, ...queues.map(({ length }) => length))
  const inTurn = Array.from({ length: turns }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat()
  return [...urgent, ...inTurn].slice(0, most)
}

/** What is going well: one passage of each sort, from each quality in turn. */
export function celebrated(well: readonly Remark[], qualities: readonly string[], most = 6): Prompt[] {
  // A passage says more than praise.
  return promptsOf(
    [...well].sort((a, b) => Number(b.passage !== '') - Number(a.passage !== '')),
    qualities,
    most,
  )
}

/** Remarks of one sort are one prompt. */
function gathered(remarks: readonly Remark[]): Prompt[] {
  const byId = new Map<string, Remark[]>()
  for (const remark of remarks) byId.set(remark.id, [...(byId.get(remark.id) ?? []), remark])
  return [...byId].flatMap(([id, places]) => (places[0] ? [{ id, quality: places[0].quality, first: places[0], places }] : []))
}
