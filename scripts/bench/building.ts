/** The whole build: from nothing in a new process, after one changed question in a new process, and in the watching process. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { alone, running } from './alone.ts'

/** One build. */
export interface Built {
  /** Seconds of processor time, children included. */
  readonly processor: number
  /** Seconds by the clock. */
  readonly wall: number
}

export interface Builds {
  readonly cold: readonly Built[]
  readonly changed: readonly Built[]
  readonly watching: readonly Built[]
}

/**
 * Builds a copy of the project.
 * @param form Only this form; undefined for all.
 * @param rounds How often, unless `seconds` have passed.
 */
export async function builds(root: string, form: string | undefined, rounds: number, seconds: number): Promise<Builds> {
  const project = copyOf(root)
  const out = join(project, 'dist')
  const command = [...buildCommand(project), '--out', out, ...(form ? ['--form', form] : [])]
  const started = performance.now()
  const cold: Built[] = []
  const changed: Built[] = []
  const watching: Built[] = []
  try {
    while (cold.length < rounds && (!cold.length || performance.now() - started < seconds * 1000)) {
      rmSync(out, { recursive: true, force: true })
      cold.push(await alone(command))
      changeOneHint(project, form ?? 'assessment')
      changed.push(await alone(command))
    }
    watching.push(...(await watched(project, command, form ?? 'assessment', cold.length)))
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
  return { cold, changed, watching }
}

/** What `npm run build:forms` runs, after `node`. */
function buildCommand(project: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  return (scripts['build:forms'] ?? '')
    .split(' ')
    .slice(1)
    .map((part) => (part.startsWith('scripts/') ? join(project, part) : part))
}

/** Rebuilds in a process that watches. */
async function watched(project: string, command: readonly string[], form: string, rounds: number): Promise<Built[]> {
  const watcher = running([...command, '--watch', '--json'])
  const lines = createInterface({ input: watcher.child.stdout ?? process.stdin })[Symbol.asyncIterator]()
  const nextBuild = async (): Promise<void> => {
    const { value, done } = await lines.next()
    if (done || !JSON.parse(value).ok) throw new Error('The watching build failed')
  }
  const built: Built[] = []
  try {
    await nextBuild()
    for (let round = 0; round < rounds; round++) {
      // Time for the watcher to have its eye on every folder.
      await new Promise((resolve) => setTimeout(resolve, 1000))
      const before = await watcher.usage()
      const started = performance.now()
      changeOneHint(project, form)
      await nextBuild()
      const wall = (performance.now() - started) / 1000
      built.push({ processor: (await watcher.usage()).processor - before.processor, wall })
    }
  } finally {
    watcher.stop()
  }
  return built
}

/** The project's sources and programs in a temporary folder. */
function copyOf(root: string): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'build-')))
  const peers = join(root, 'scripts/bench')
  for (const path of ['src', 'scripts', 'schemas', 'templates', 'examples', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(root, path), join(project, path), { recursive: true, filter: (source) => !source.startsWith(peers) })
  symlinkSync(realpathSync(join(root, 'node_modules')), join(project, 'node_modules'))
  return project
}

/** Adds a word to the hint of the first question of a form that has one. */
function changeOneHint(project: string, form: string): void {
  const folder = join(project, 'schemas/forms', form)
  const [section = ''] = readdirSync(folder)
    .filter((name) => name !== 'rules.json')
    .sort()
  const path = join(folder, section)
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(/("title": "[^"]*",\s*"description": "[^"]*)(",\s*"(?:\$ref|x-kind)": "(?!section))/, '$1 Please.$2')
  if (changed === text) throw new Error(`${path} has no hint to change`)
  writeFileSync(path, changed)
}
