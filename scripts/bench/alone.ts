/** A program in a process of its own, and what it used. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** What a program has used so far. */
export interface Usage {
  /** Seconds of processor time of all its threads and, on Linux, of its child processes. */
  readonly processor: number
  /** MiB that its process had in memory at most. */
  readonly peak: number
}

export interface Ended extends Usage {
  /** Seconds by the clock. */
  readonly wall: number
  /** What it printed. */
  readonly output: string
}

/** A program under way. */
export interface Running {
  readonly child: ChildProcess
  /** What it has used until now. */
  usage(): Promise<Usage>
  stop(): void
}

/**
 * Runs a program to its end: TypeScript, unless it is started by an .mjs file.
 * @param script The program and its arguments.
 * @throws Error with what it printed, where it fails.
 */
export async function alone(script: readonly string[]): Promise<Ended> {
  const started = performance.now()
  const { child, file, remove } = start(script)
  let [output, complaint] = ['', '']
  child.stdout?.on('data', (text) => {
    output += text
  })
  child.stderr?.on('data', (text) => {
    complaint += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  const wall = (performance.now() - started) / 1000
  try {
    if (code !== 0) throw new Error(`${script.join(' ')} failed:\n${(complaint || output).slice(-2000)}`)
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as Usage), wall, output }
  } finally {
    remove()
  }
}

/** Starts a program that goes on until it is stopped. */
export function running(script: readonly string[]): Running {
  const { child, file, remove } = start(script)
  const written = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return {
    child,
    async usage() {
      const before = written()
      child.kill('SIGUSR2')
      for (let waited = 0; written() === before && waited < 10_000; waited += 10) await setTimeout(10)
      await setTimeout(10)
      return JSON.parse(readFileSync(file, 'utf8')) as Usage
    },
    stop() {
      child.once('close', remove)
      child.kill('SIGTERM')
    },
  }
}

function start(script: readonly string[]): { child: ChildProcess; file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'usage-'))
  const file = join(folder, 'usage.json')
  const typescript = script.some((part) => part.endsWith('.mjs')) ? [] : [import.meta.resolve('tsx')]
  const before = [...typescript, new URL('usage.mjs', import.meta.url).href].flatMap((module) => ['--import', module])
  const child = spawn(process.execPath, ['--expose-gc', ...before, ...script], { env: { ...process.env, BENCH_USAGE: file } })
  return { child, file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
