/** The filled forms that somebody means by a list of files and folders. */
import { readdirSync, statSync } from 'node:fs'
import { join, normalize, resolve } from 'node:path'

export interface Found {
  /** Named by a person: if it cannot be audited, that is an error. */
  readonly named: ReadonlySet<string>
  /** All of them, each once, in an order that is the same on every machine. */
  readonly all: readonly string[]
  /** What is not there or cannot be opened; the rest goes on. */
  readonly lost: readonly { readonly path: string; readonly reason: string }[]
}

/** Never throws: one bad path stops nothing. */
export function filesIn(paths: readonly string[]): Found {
  const named = new Set<string>()
  // The same file may be named in two ways, and lie in a folder that is named as well.
  const all = new Map<string, string>()
  const lost: { path: string; reason: string }[] = []
  const add = (path: string): void => {
    const place = resolve(path)
    all.set(place, all.get(place) ?? path)
  }
  for (const path of paths.map(normalize)) {
    const kind = kindOf(path)
    if (kind === 'missing') lost.push({ path, reason: 'There is no file or folder of that name.' })
    else if (kind === 'folder') filesBelow(path, (folder, reason) => lost.push({ path: folder, reason })).forEach(add)
    else {
      add(path)
      named.add(all.get(resolve(path)) ?? path)
    }
  }
  return { named, all: [...all.values()], lost }
}

/** Links are not followed: they may go round in a circle. */
function filesBelow(folder: string, closed: (folder: string, reason: string) => void): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    return entries.flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path, closed)
      return entry.isFile() && isMeant(entry.name) ? [path] : []
    })
  } catch (problem) {
    closed(folder, `This folder cannot be opened: ${(problem as Error).message}.`)
    return []
  }
}

/** Word keeps a file `~$…` beside one that is open; an audit's own reports are no forms. */
const isMeant = (name: string): boolean => /\.(?:json|docx|md)$/i.test(name) && !/^(?:~\$|\.)|\.audit\.\w+$/.test(name)

function kindOf(path: string): 'file' | 'folder' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'missing'
  }
}
