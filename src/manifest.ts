/** The list of what was built. */
import { createHash } from 'node:crypto'
import type { Artefact } from './emit/emitter.ts'

export interface Manifest {
  readonly artefacts: readonly ManifestEntry[]
}

export interface ManifestEntry {
  readonly path: string
  readonly form?: string | undefined
  readonly kind: string
  readonly version?: string | undefined
  readonly bytes: number
  /** Hexadecimal SHA-256 of the file. */
  readonly sha256: string
}

/** The list of everything in the output folder. */
export function manifestOf(artefacts: readonly Artefact[]): Manifest {
  const entries = artefacts.map(({ path, form, kind, version, contents }) => {
    const bytes = Buffer.from(contents)
    return { path, form, kind, version, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
  return { artefacts: entries }
}
