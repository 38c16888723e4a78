/** A strengths map as a list of what is on it, in full: to listen to, and with nothing too small to read. */
import type { StrengthsMap } from '../map/model.ts'
import { type Content, heading, list, paragraph } from './prose.ts'

export const isBlank = ({ areas }: StrengthsMap): boolean => areas.every(({ items }) => !items.length)

/**
 * The areas of a map, each under its heading.
 * @param depth Level of those headings.
 */
export const mapInWords = (map: StrengthsMap, depth: 2 | 3 | 4): Content[] =>
  map.areas.flatMap(({ heading: words, prompt, items }) => [
    heading(depth, words),
    items.length ? list(items) : paragraph(isBlank(map) ? `${prompt}.` : 'Nothing written yet.'),
  ])
