/** Contenders against each other in one run: in turns, warmed up, each output checked before it counts. */

/** One way of doing a piece of work. */
export interface Contender {
  readonly name: string
  /** What it is: this project, another library, or work that no program can avoid. */
  readonly side: 'ours' | 'peer' | 'limit'
  /** True where the work is done by another process, whose processor time cannot be seen from here: wall time counts. */
  readonly outside?: true
  /** Loads what it needs, unmeasured, and gives the work. */
  load(): Promise<Run>
}

/** One piece of work, done anew each time. */
export type Run = () => unknown

/** What became of a contender: its times in milliseconds by round, with the size of the file it makes if it makes one; or why it does not count. */
export type Raced = { readonly name: string; readonly side: Contender['side'] } & (
  | { readonly times: readonly number[]; readonly bytes?: number }
  | { readonly refused: string }
)

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export interface Pace {
  readonly rounds: number
  /** Milliseconds each contender works in a round. */
  readonly turn: number
  /** Milliseconds each works before, unmeasured: whoever fills or reads many forms does it warm. */
  readonly warm: number
}

/** Thrown by a contender that is named but cannot run here; the message completes "left out: …". */
export class LeftOut extends Error {}

/**
 * Races contenders A B C A B C. Times are milliseconds of processor time for one piece of work, all threads of this process together,
 * which other programs on the machine disturb less than they do the clock.
 * @param check Says what is wrong with an output; undefined where it does what was asked.
 */
export async function race(contenders: readonly Contender[], check: (output: unknown) => string | undefined, pace: Pace): Promise<Raced[]> {
  const entered: { contender: Contender; run: Run; count: number; times: number[] }[] = []
  const results = new Map<Contender, Raced>()
  for (const contender of contenders) {
    const { name, side } = contender
    const ready = await enter(contender, check)
    if (typeof ready === 'string') results.set(contender, { name, side, refused: ready })
    else {
      const { run, output } = ready
      const count = await warmUp(contender, run, pace)
      const times: number[] = []
      entered.push({ contender, run, count, times })
      results.set(contender, { name, side, times, ...(output instanceof Uint8Array ? { bytes: output.length } : {}) })
    }
  }
  for (let round = 0; round < pace.rounds; round++) {
    for (const { contender, run, count, times } of entered) times.push(await turn(contender, run, count))
  }
  return contenders.flatMap((contender) => results.get(contender) ?? [])
}

/** The work of a contender whose output is right, or why it is not let in. */
async function enter(
  contender: Contender,
  check: (output: unknown) => string | undefined,
): Promise<{ run: Run; output: unknown } | string> {
  try {
    const run = await contender.load()
    const output = await run()
    const wrong = check(output)
    return wrong === undefined ? { run, output } : `refused: ${wrong}`
  } catch (problem) {
    return `${problem instanceof LeftOut ? 'left out' : 'failed'}: ${(problem as Error).message}`
  }
}

/** Works until the compiler has had its chance. Returns how many pieces of work fill a turn. */
async function warmUp(contender: Contender, run: Run, { turn: wanted, warm }: Pace): Promise<number> {
  const started = performance.now()
  let last = await turn(contender, run, 1)
  while (performance.now() - started < warm) last = await turn(contender, run, Math.max(1, Math.ceil(warm / 8 / last)))
  return Math.max(1, Math.round(wanted / last))
}

/** Milliseconds for one piece of work, of `count` done in a row. Garbage is left to the engine: asked to collect it, V8 forgets what it has compiled. */
async function turn({ outside }: Contender, run: Run, count: number): Promise<number> {
  const now = outside ? () => performance.now() : processorTime
  const started = now()
  for (let done = 0; done < count; done++) {
    const output = run()
    if (output instanceof Promise) await output
  }
  return Math.max(now() - started, 0.001) / count
}

/** Milliseconds of processor time that this process has used so far. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The middle, smallest and largest of some numbers. */
export function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const at = (index: number): number => sorted[index] ?? Number.NaN
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, min: at(0), max: at(sorted.length - 1) }
}

/** How many times as fast one is as another, round by round. */
export const timesAsFast = (one: readonly number[], other: readonly number[]): Spread =>
  spread(one.map((time, round) => (other[round] ?? Number.NaN) / time))
