/** What a build made, by what it was made from, so that the next one in the same process need not make it again. */
import { createHash } from 'node:crypto'
import type { Artefact, Emitter, Job } from './emit/emitter.ts'

/** The artefacts of each emitter for each form, by the hash of everything that they were made from. */
export type Made = ReadonlyMap<string, readonly Artefact[]>

/**
 * What names the artefacts that an emitter makes of jobs: the same for two jobs from which it would make the same files.
 * @param job Hashed whole once, for the emitters that do not say what they draw from.
 */
export function namesFor(job: Job): (emitter: Emitter) => string {
  const whole = hash(job)
  return ({ kinds, drawsFrom }) => [job.form.id, kinds.join(' '), drawsFrom ? hash(drawsFrom(job)) : whole].join(' ')
}

/** Hexadecimal SHA-256 of a value, the order of its properties included. */
function hash(value: unknown): string {
  const text = JSON.stringify(value, (_, each) => {
    if (each instanceof Uint8Array) return Buffer.from(each).toString('base64')
    return each instanceof Map ? [...each] : each
  })
  return createHash('sha256').update(text).digest('hex')
}
