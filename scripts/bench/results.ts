/** What a run found, as `dist/bench.json` keeps it. */
import type { Audited } from './auditing.ts'
import type { Builds } from './building.ts'
import type { Bulk, Size } from './growth.ts'
import { type Raced, type Spread, spread, timesAsFast } from './harness.ts'

export interface Results {
  /** ISO 8601 day. */
  readonly date: string
  /** In words. */
  readonly machine: string
  /** True for a short run, whose spread is wide. */
  readonly quick: boolean
  readonly races: readonly Race[]
  readonly builds?: Builds
  readonly questions?: readonly Size[]
  readonly records?: readonly Bulk[]
  readonly audits?: readonly Audited[]
}

export interface Race {
  readonly title: string
  /** What is counted by the second. */
  readonly unit: string
  /** The contender that speeds are set against. */
  readonly reference: string
  readonly rows: readonly Row[]
}

export type Row = { readonly name: string; readonly side: Raced['side'] } & (
  | { readonly refused: string }
  | {
      /** Milliseconds of processor time. */
      readonly time: Spread
      /** Times as fast as the reference. */
      readonly ofReference: Spread
      /** Times as fast as the fastest of the other libraries. */
      readonly ofPeer?: Spread
      readonly kilobytes?: number
      /** MiB. */
      readonly peak?: number
    }
)

/**
 * Sets every contender against the first, and against the fastest peer.
 * @param peaks Peak memory in MiB by contender, where it was measured.
 */
export function raceOf(title: string, unit: string, raced: readonly Raced[], peaks: ReadonlyMap<string, number> = new Map()): Race {
  const [reference] = raced
  if (!reference || !('times' in reference)) throw new Error(`${title}: nothing to compare with, since the reference ${reference?.refused}`)
  const peer = fastestPeer(raced)
  const rows = raced.map((each): Row => {
    if ('refused' in each) return each
    const { name, side, times, bytes } = each
    const peak = peaks.get(name)
    return {
      name,
      side,
      time: spread(times),
      ofReference: timesAsFast(times, reference.times),
      ...(peer ? { ofPeer: timesAsFast(times, peer) } : {}),
      ...(bytes === undefined ? {} : { kilobytes: bytes / 1024 }),
      ...(peak === undefined ? {} : { peak }),
    }
  })
  return { title, unit, reference: reference.name, rows }
}

/** The times of the library with the shortest median. */
function fastestPeer(raced: readonly Raced[]): readonly number[] | undefined {
  const peers = raced.flatMap((each) => (each.side === 'peer' && 'times' in each ? [each.times] : []))
  return peers.toSorted((a, b) => spread(a).median - spread(b).median)[0]
}
