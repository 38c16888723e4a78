/** A good file → one that somebody or something has spoiled: the same file from the same seed. */

import { openZip, unpack } from '../../src/zip/read.ts'
import { packedHere, zipOf } from '../../src/zip/write.ts'

/** Numbers from 0 up to, and without, `below`. */
export type Dice = (below: number) => number

/** Mulberry32: small, fast, and the same everywhere. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const pick = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T

/** What breaks programs: names that every object has, ends of numbers, signs of our own formats, letters that are several. */
const odd = [
  '',
  ' ',
  '\n',
  '\t',
  '\0',
  '\u0001',
  '\r\n',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '-1',
  '0',
  '1e999',
  '99999999999999999999',
  'NaN',
  '110000',
  'D800',
  'FFFFFFFF',
  '0000-00-00',
  '31 February 2026',
  '£1,000,000,000,000.00',
  '[x]',
  '[ ] ',
  '[[[',
  ']]>',
  '```',
  '~~~',
  '````about.name',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '&e;',
  '<!DOCTYPE a>',
  '<![CDATA[x]]>',
  '<!--',
  '<?x?>',
  '\u202e',
  '\ufeff',
  '👩🏽‍🦽',
  'e\u0301',
  '\ud800',
  '☒',
  '☐',
  'Choose',
  'Pick a date',
  'Version 9.9.9, assessment',
  'x'.repeat(2000),
  ' '.repeat(2000),
  '\n'.repeat(500),
  '{{{x}}}',
  '$&$1$`',
]
const names = [
  'w:sdt',
  'w:sdtPr',
  'w:sdtContent',
  'w:tag',
  'w:p',
  'w:r',
  'w:t',
  'w:tr',
  'w:tc',
  'w:ins',
  'w:del',
  'w:br',
  'w:tabs',
  'w:sym',
  'w14:checkbox',
  'w15:repeatingSectionItem',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'mc:Fallback',
  'constructor',
  'hidden',
  'x:y',
]

/** Between two places of a list, not far apart. */
function stretch(dice: Dice, length: number, longest: number): [number, number] {
  const from = dice(length + 1)
  return [from, Math.min(length, from + dice(longest) + 1)]
}

/** Changes a list of anything: takes out, doubles, moves, swaps, puts in. */
function shuffled<T>(dice: Dice, list: readonly T[], longest: number, made: () => T): T[] {
  const [from, to] = stretch(dice, list.length, longest)
  const [before, piece, after] = [list.slice(0, from), list.slice(from, to), list.slice(to)]
  const rest = [...before, ...after]
  const at = dice(rest.length + 1)
  return pick<() => T[]>(dice, [
    () => rest,
    () => [...before, ...piece, ...piece, ...after],
    () => [...before, ...Array.from({ length: dice(30) }, () => piece).flat(), ...after],
    () => [...rest.slice(0, at), ...piece, ...rest.slice(at)],
    () => [...before, ...piece.slice().reverse(), ...after],
    () => [...before, made(), ...after],
    () => [...before, ...piece.map(made), ...after],
    () => (dice(20) ? rest : before),
  ])()
}

function bytes(dice: Dice, file: Uint8Array): Uint8Array {
  const at = dice(file.length || 1)
  const near = [...file.subarray(at, at + 200)]
  return Buffer.concat([
    file.subarray(0, at),
    Uint8Array.from(shuffled(dice, near, 20, () => pick(dice, [0, 0x3c, 0x3e, 0xff, 0x80, dice(256)]))),
    file.subarray(at + 200),
  ])
}

function text(dice: Dice, words: string): string {
  const at = dice(words.length + 1)
  return words.slice(0, at) + pick(dice, odd) + words.slice(at + dice(3) * dice(20))
}

function markdown(dice: Dice, words: string): string {
  const lines = words.split('\n')
  if (dice(2)) return shuffled(dice, lines, 12, () => pick(dice, [...odd, pick(dice, lines)])).join('\n')
  const at = dice(lines.length)
  return [...lines.slice(0, at), text(dice, lines[at] ?? ''), ...lines.slice(at + 1)].join('\n')
}

/** Changes whole elements, whose ends are found by counting, or single tags, or words. */
function xml(dice: Dice, words: string): string {
  const tokens = words.match(/<[^>]*>|[^<]+/g) ?? []
  const at = dice(tokens.length || 1)
  const token = tokens[at] ?? ''
  const change = (changed: string): string[] => [...tokens.slice(0, at), changed, ...tokens.slice(at + 1)]
  const end = elementEnd(tokens, at)
  const [before, element, after] = [tokens.slice(0, at), tokens.slice(at, end), tokens.slice(end)]
  const to = dice(tokens.length + 1)
  const rest = [...before, ...after]
  const name = pick(dice, names)
  const times = dice(3) ? 1 : dice(300)
  return pick<() => string[]>(dice, [
    () => rest,
    () => [...before, ...element, ...element, ...after],
    () => [...rest.slice(0, to), ...element, ...rest.slice(to)],
    () => [...tokens.slice(0, to), ...element, ...tokens.slice(to)],
    () => [...before, ...element.slice(1, -1), ...after],
    () => [...before, `<${name}>`.repeat(times), ...element, `</${name}>`.repeat(times), ...after],
    () => [...before, ...element.map((each) => each.replace(/^(<\/?)[^\s/>]+/, `$1${name}`)), ...after],
    () => change(token.replace(/"[^"]*"/g, (value) => (dice(2) ? `"${pick(dice, odd)}"` : value))),
    () => change(token.replace(/ [^\s=]+="[^"]*"/, '')),
    () => change(token.replace(/( [^\s=]+)=/, ` w:val=`)),
    () => change(token.startsWith('<') ? token : text(dice, token)),
    () => change(`${token}<w:r><w:t>${pick(dice, odd)}</w:t></w:r>`),
    () => shuffled(dice, tokens, 8, () => pick(dice, [...odd, `<${name}/>`, `<${name}>`, `</${name}>`, pick(dice, tokens)])),
  ])().join('')
}

function elementEnd(tokens: readonly string[], start: number): number {
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    if (/^<\//.test(token)) depth--
    else if (/^<[^?!].*[^/]>$/s.test(token)) depth++
    if (depth <= 0) return at + 1
  }
  return tokens.length
}

/** One part of a Word file changed, and packed so that the zip itself is right. */
function part(dice: Dice, file: Uint8Array): Uint8Array {
  const entries = openZip(file)
  const read = entries.filter(({ name }) =>
    /^(word\/(document|footer\d*)\.xml|docProps\/custom\.xml|_rels\/\.rels|\[Content_Types\]\.xml)$/.test(name),
  )
  const main = read.filter(({ name }) => name === 'word/document.xml')
  const chosen = pick(dice, dice(4) ? main : read)
  if (!chosen) return bytes(dice, file)
  let inside = unpack(chosen, 2 ** 26)
  for (let times = 1 + dice(dice(3) ? 3 : 20); times > 0; times--)
    inside = dice(5) ? Buffer.from(xml(dice, Buffer.from(inside).toString())) : bytes(dice, inside)
  return zipOf(entries.map((entry) => (entry === chosen ? packedHere(entry.name, inside) : entry)))
}

/** The file that this seed makes of a good one. */
export function spoiled(file: Uint8Array, isWord: boolean, seed: number): Uint8Array {
  const roll = dice(seed)
  if (isWord && roll(6)) return part(roll, file)
  let changed = file
  for (let times = 1 + roll(roll(3) ? 3 : 20); times > 0; times--)
    changed = !isWord && roll(5) ? Buffer.from(markdown(roll, Buffer.from(changed).toString())) : bytes(roll, changed)
  return changed
}
