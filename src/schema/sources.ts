/** The one place that reads the disk: every source file of a build, as text. */
import { readFileSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Text by path from the project's root, with forward slashes: `schemas/forms/<id>.json`. A PNG is in base64 (RFC 4648), as text is all there is. */
export type Sources = ReadonlyMap<string, string>

/** The folders a build reads. */
export const sourceFolders = ['schemas', 'templates', 'examples'] as const

/**
 * Reads all sources of a project.
 * @param root The project's folder.
 * @throws Where a folder or file cannot be read; a missing folder counts as empty.
 */
export async function readSources(root: string): Promise<Sources> {
  const names = await Promise.all(sourceFolders.map((folder) => filesBelow(root, folder)))
  const paths = names
    .flat()
    .filter((path) => /\.(json|hbs|md|scss|svg|png)$/.test(path))
    .sort()
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), encodingOf(path))] as const)))
}

/** The bytes of a source as they are on the disk; undefined where there is none. */
export function bytesOf(sources: Sources, path: string): Uint8Array | undefined {
  const text = sources.get(path)
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text, encodingOf(path)))
}

const encodingOf = (path: string) => (path.endsWith('.png') ? 'base64' : 'utf8')

/**
 * Reads one file that a person named, such as a filled form.
 * @param most Bytes; a larger file is not opened.
 * @throws Where it cannot be read, or is larger.
 */
export function readBytes(path: string, most: number): Uint8Array {
  const { size } = statSync(path)
  if (size > most) throw new Error(`it is ${Math.round(size / 1e6)} MB, and no form is larger than ${Math.round(most / 1e6)} MB`)
  return readFileSync(path)
}

/** Reads one text that a person named, such as a record to check. */
export const readText = (path: string): string => readFileSync(path, 'utf8')

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch((problem) => {
    if (problem.code === 'ENOENT') return []
    throw problem
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''))
}
