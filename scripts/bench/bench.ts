/** npm run bench: this project beside its peers and its limits. Says how fast; judges nothing. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, Option } from 'commander'
import { alone } from './alone.ts'
import { byAudits } from './auditing.ts'
import { builds } from './building.ts'
import { badlyFilled, fillers } from './filling.ts'
import { byQuestions, byRecords } from './growth.ts'
import { type Contender, type Pace, race } from './harness.ts'
import { prepare } from './prepare.ts'
import { badlyRead, readers } from './reading.ts'
import { report } from './report.ts'
import { type Race, type Results, raceOf } from './results.ts'
import { badlyValidated, validators } from './validating.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const kept = join(root, 'dist/bench.json')
const parts = ['filling', 'reading', 'validating', 'building', 'questions', 'records', 'audits'] as const
type Part = (typeof parts)[number]

interface Options {
  quick?: true
  readme?: true
  only?: Part[]
}

const {
  quick = false,
  readme,
  only = [...parts],
} = new Command('bench')
  .description('Measures filling, reading, validating, building and growth, beside other libraries and the work that no program can avoid.')
  .option('--quick', 'a run of about a minute, with a wide spread and no large sizes')
  .option('--readme', 'measure nothing: print what the last run found, as it stands in the README')
  .addOption(new Option('--only <parts...>', 'measure only these').choices(parts))
  .parse()
  .opts<Options>()

if (readme) process.stdout.write(report(JSON.parse(readFileSync(kept, 'utf8')) as Results))
else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const results = await measured(folder)
    mkdirSync(dirname(kept), { recursive: true })
    writeFileSync(kept, `${JSON.stringify(results, null, 2)}\n`)
    process.stdout.write(`\n${report(results)}\nKept in ${kept}\n`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measured(folder: string): Promise<Results> {
  const pace: Pace = quick ? { rounds: 3, turn: 100, warm: 400 } : { rounds: 7, turn: 400, warm: 2500 }
  const subject = await prepare(folder, root)
  const wanted = (part: Part): boolean => {
    if (!only.includes(part)) return false
    console.error(`${part} …`)
    return true
  }
  const weighed = async (part: Part, contenders: readonly Contender[]) => (quick ? new Map() : peaks(folder, part, contenders))
  const races: Race[] = []
  if (wanted('filling')) {
    const contenders = fillers(subject)
    const raced = await race(contenders, badlyFilled(subject), pace)
    races.push(raceOf('Filling an assessment', 'forms', raced, await weighed('filling', contenders)))
  }
  if (wanted('reading')) {
    const contenders = readers(subject)
    const raced = await race(contenders, badlyRead(subject), pace)
    races.push(raceOf('Reading it back', 'forms', raced, await weighed('reading', contenders)))
  }
  // Work this short is steadier in more and shorter turns.
  const short: Pace = { ...pace, rounds: pace.rounds * 3, turn: pace.turn / 3 }
  if (wanted('validating')) races.push(raceOf('Validating its record', 'records', await race(validators(subject), badlyValidated, short)))
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    quick,
    races,
    ...(wanted('building') ? { builds: await builds(root, quick ? 'review' : undefined, quick ? 1 : 5, 40) } : {}),
    ...(wanted('questions') ? { questions: await byQuestions(quick ? [10, 50, 200] : [10, 50, 200, 1000, 5000], 3000) } : {}),
    ...(wanted('records') ? { records: await byRecords(subject, quick ? [100] : [100, 1000, 10_000], 45) } : {}),
    ...(wanted('audits') ? { audits: await byAudits(quick ? [50] : [50, 500]) } : {}),
  }
}

/** Peak memory of each contender, in MiB, in a process of its own. Those that cannot run have none. */
async function peaks(folder: string, part: Part, contenders: readonly Contender[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const { name } of contenders.filter(({ outside }) => !outside)) {
    const ended = await alone([fileURLToPath(new URL('peak.ts', import.meta.url)), folder, part, name]).catch(() => undefined)
    if (ended) found.set(name, ended.peak)
  }
  return found
}

/** The machine in words: what a reader needs to judge the figures by. */
function machine(): string {
  const cores = availableParallelism()
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
  return `Node ${process.versions.node.split('.').slice(0, 2).join('.')} on ${words[cores] ?? cores} processor ${cores === 1 ? 'core' : 'cores'} (${process.platform}, ${process.arch})`
}
