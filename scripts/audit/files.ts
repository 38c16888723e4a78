/** The filled forms that somebody means by a list of files and folders. */
import { readdirSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { CannotRun } from '../project.ts'

export interface Found {
  /** Named by a person: if it cannot be audited, that is an error. */
  readonly named: ReadonlySet<string>
  /** All of them, each once, in an order that is the same on every machine. */
  readonly all: readonly string[]
}

/** @throws CannotRun where one is not there. */
export function filesIn(paths: readonly string[]): Found {
  const named = new Set<string>()
  // The same file may be named in two ways, and lie in a folder that is named as well.
  const all = paths.map(normalize).flatMap((path) => {
    if (!statOf(path).isDirectory()) {
      named.add(path)
      return [path]
    }
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isMeant(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  })
  return { named, all: [...new Set(all)] }
}

/** Word keeps a file `~$…` beside one that is open; an audit's own reports are no forms. */
const isMeant = (name: string): boolean => /\.(?:json|docx|md)$/i.test(name) && !/^(?:~\$|\.)|\.audit\.\w+$/.test(name)

function statOf(path: string) {
  try {
    return statSync(path)
  } catch {
    throw new CannotRun(`There is no file or folder “${path}”.`)
  }
}
