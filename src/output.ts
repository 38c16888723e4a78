/** The one place that writes the disk: artefacts into the output folder, all or none. */
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile as write } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Diagnostic, diagnose } from './diagnostics.ts'
import type { Artefact } from './emit/emitter.ts'
import { type Manifest, type ManifestEntry, manifestOf } from './manifest.ts'

const manifestName = 'manifest.json'
const staging = '.building-'

/**
 * Writes a build. Every file is first written under a temporary name and then renamed, so a crash leaves no broken file;
 * files that an earlier build listed and this one no longer makes are removed; nothing else in the folder is touched.
 * @param out The output folder; made if missing.
 * @param form Set where only this form was built: what the manifest lists of other forms stays.
 * @throws Where the folder cannot be written.
 */
export async function writeBuild(out: string, artefacts: readonly Artefact[], form?: string): Promise<Manifest> {
  await mkdir(out, { recursive: true })
  const left = (await readdir(out)).filter((name) => name.startsWith(staging))
  await Promise.all(left.map((name) => rm(join(out, name), { recursive: true, force: true })))

  const before = await readManifest(out)
  const manifest = merged(manifestOf(artefacts), before, form)
  const stage = join(out, `${staging}${process.pid}`)
  const all = [...artefacts, { path: manifestName, contents: manifestText(manifest) }]
  try {
    for (const { path, contents } of all) {
      await mkdir(dirname(join(stage, path)), { recursive: true })
      await write(join(stage, path), contents)
    }
    for (const { path } of all) {
      await mkdir(dirname(join(out, path)), { recursive: true })
      await rename(join(stage, path), join(out, path))
    }
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
  const kept = new Set(manifest.artefacts.map(({ path }) => path))
  for (const { path } of before.filter((entry) => !kept.has(entry.path) && isInside(entry.path))) {
    await rm(join(out, path), { force: true })
    await rmdir(dirname(join(out, path))).catch(() => undefined) // only where that left the folder empty
  }
  return manifest
}

/** Writes one file that a person asked for: under a temporary name first, so that an old one is replaced whole or not at all. */
export async function writeFile(path: string, contents: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.part`
  try {
    await write(temporary, contents)
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Every difference between a build and what is on disk, as diagnostics. */
export async function compareBuild(out: string, artefacts: readonly Artefact[], form?: string): Promise<Diagnostic[]> {
  const before = await readManifest(out)
  const manifest = merged(manifestOf(artefacts), before, form)
  const expected: { path: string; contents: string | Uint8Array }[] = [
    ...artefacts,
    { path: manifestName, contents: manifestText(manifest) },
  ]
  const stale = await Promise.all(
    expected.map(async ({ path, contents }) => {
      const written = await readFile(join(out, path)).catch(() => undefined)
      return written?.equals(Buffer.from(contents)) ? [] : [path]
    }),
  )
  return stale.flat().map((name) => diagnose('stale-output', { name }, { file: join(out, name) }))
}

const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

function merged(fresh: Manifest, before: readonly ManifestEntry[], form: string | undefined): Manifest {
  const others = form ? before.filter((entry) => entry.form !== form) : []
  return { artefacts: [...others, ...fresh.artefacts].sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

async function readManifest(out: string): Promise<readonly ManifestEntry[]> {
  const text = await readFile(join(out, manifestName), 'utf8').catch(() => '{}')
  try {
    const { artefacts } = JSON.parse(text) as Partial<Manifest>
    return Array.isArray(artefacts) ? artefacts : []
  } catch {
    return [] // not ours, or cut short by hand: it is written anew
  }
}

/** True for a path that stays in the folder, so that a meddled manifest cannot make us remove anything else. */
const isInside = (path: unknown): boolean => typeof path === 'string' && !path.startsWith('/') && !path.split(/[\\/]/).includes('..')
