/** In whose words a record is, section by section. */
import type { PlacedPassage } from './passages.ts'

export interface VoiceCount {
  /** The section's title. */
  readonly section: string
  /** How many open answers are in each voice. */
  readonly person: number
  readonly together: number
  readonly representative: number
  readonly practitioner: number
}

export type Voice = Exclude<keyof VoiceCount, 'section'>

export const voiceNames: Readonly<Record<Voice, string>> = {
  person: 'The person’s own words',
  together: 'Written together',
  representative: 'Someone speaking for the person',
  practitioner: 'The practitioner',
}

const voices: Readonly<Record<string, Voice>> = {
  personOwnWords: 'person',
  writtenTogether: 'together',
  representative: 'representative',
  practitioner: 'practitioner',
}

/** Counts the answers for which somebody has said whose words they are; sections without any are left out. */
export function voicesIn(passages: readonly PlacedPassage[]): VoiceCount[] {
  const counts = new Map<string, Record<Voice, number>>()
  for (const { section, voice, voiced } of passages) {
    const named = voiced && voice !== undefined ? voices[voice] : undefined
    if (!named) continue
    const count = counts.get(section) ?? { person: 0, together: 0, representative: 0, practitioner: 0 }
    count[named]++
    counts.set(section, count)
  }
  return [...counts].map(([section, count]) => ({ section, ...count }))
}
