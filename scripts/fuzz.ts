/** npm run check:fuzz: built forms and examples, spoiled in many ways, are read or refused; nothing else comes out, and nothing hangs. */
import { fork } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Batch, Told } from './fuzz/reader.ts'

const { seed, count, save } = new Command('check:fuzz')
  .option('--seed <number>', 'another seed, other files', Number, 1)
  .option('--count <number>', 'how many files', Number, 700)
  .option('--save <number>', 'write the file of this number, and read nothing', Number)
  .parse()
  .opts<{ seed: number; count: number; save?: number }>()

/** Milliseconds that one file may take before its reader is ended: many, as others may be using the machine. */
const longest = 30_000
const mostKept = 50_000_000
const mostGrown = 200_000_000

const faults: string[] = []
const seen = { read: 0, refused: 0, slowest: 0, slowestName: '', kept: 0, peak: 0 }

async function savedFile(index: number): Promise<string> {
  const { fileOf } = await import('./fuzz/reader.ts')
  const { name, file } = fileOf(seed, index)
  const path = join(mkdtempSync(join(tmpdir(), 'fuzz-')), `${seed}-${index}-${name}`)
  writeFileSync(path, file)
  return path
}

/** Reads some files in a process of their own; goes on after the file that ended it. */
function run({ from, to }: Omit<Batch, 'seed'>): Promise<void> {
  return new Promise((resolve) => {
    const reader = fork(new URL('./fuzz/reader.ts', import.meta.url), [], { execArgv: [...process.execArgv, '--expose-gc'] })
    let current = { index: from - 1, name: 'nothing yet' }
    let finished = false
    const fail = (index: number, what: string) => faults.push(`--seed ${seed}, file ${index} (${current.name}): ${what}`)
    const watch = () => setTimeout(() => reader.kill('SIGKILL'), longest)
    let watchdog = watch()
    reader.on('message', (told: Told) => {
      clearTimeout(watchdog)
      watchdog = watch()
      if (told.type === 'begins') current = told
      else if (told.type === 'done') {
        seen[told.refused ? 'refused' : 'read']++
        if (told.milliseconds > seen.slowest)
          Object.assign(seen, { slowest: told.milliseconds, slowestName: `${told.index} (${current.name})` })
        if (told.fault) fail(told.index, told.fault)
      } else {
        finished = true
        reader.disconnect()
        Object.assign(seen, { kept: Math.max(seen.kept, told.kept), peak: Math.max(seen.peak, told.peak) })
        if (told.kept > mostKept || told.peak > mostGrown)
          fail(current.index, `memory grew by ${told.peak} bytes, and ${told.kept} were kept`)
      }
    })
    reader.on('exit', (code, signal) => {
      clearTimeout(watchdog)
      if (finished) return resolve()
      fail(current.index, signal ? 'it hangs' : `the reader ended with ${code}`)
      if (current.index < from) return resolve()
      run({ from: current.index + 1, to }).then(resolve)
    })
    reader.send({ seed, from, to } satisfies Batch)
  })
}

if (save !== undefined) console.log(await savedFile(save))
else {
  const workers = Math.min(availableParallelism(), 4)
  const share = Math.ceil(count / workers)
  await Promise.all(Array.from({ length: workers }, (_, at) => run({ from: at * share, to: Math.min(count, (at + 1) * share) })))
  const { read, refused, slowest, slowestName, kept, peak } = seen
  console.log(`Seed ${seed}: ${read} files read, ${refused} refused. Slowest ${slowest.toFixed(0)} ms, file ${slowestName}.`)
  console.log(`Memory grew by ${(peak / 1e6).toFixed(0)} MB at most, and ${(kept / 1e6).toFixed(1)} MB were kept.`)
  for (const fault of faults.slice(0, 20))
    console.log(`FAIL  ${fault}\n      ${await savedFile(Number(/file (-?\d+)/.exec(fault)?.[1] ?? 0))}`)
  process.exitCode = faults.length || !read || !refused ? 1 : 0
}
