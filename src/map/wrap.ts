/** Words broken into lines without a font at hand: widths are those of Arial, rounded up, so that lines never run over. */

/** In ems; the first that fits. Accents have been taken off before. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^[mw]/, 0.84],
  [/^[MWGOQ@%—…]/, 1.02],
  [/^[ijl'‘’]/, 0.24],
  [/^[ !,./:;[\]I\\tf|]/, 0.28],
  [/^[-r()"“”`*{}•°·]/, 0.4],
  [/^[Jckszvxy^]/, 0.5],
  [/^[a-z0-9?$£€#_–«»]/u, 0.56],
  [/^[~+<>=L]/, 0.59],
  [/^[A-Z&]/, 0.73],
  [/^\p{Script=Latin}/u, 1],
  [/^[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/u, 1.01],
]

/** A letter with everything that stands on it or is joined to it. */
const letters = /.(?:\p{M}|[\u{1F3FB}-\u{1F3FF}]|\u200D.)*/gsu

const widthOf = (words: string): number => (words.match(letters) ?? []).reduce((sum, letter) => sum + letterWidth(letter), 0)

function letterWidth(letter: string): number {
  const known = measured.get(letter)
  if (known !== undefined) return known
  const plain = letter.normalize('NFD')
  const width = widths.find(([fits]) => fits.test(plain))?.[1] ?? 1.37
  measured.set(letter, width)
  return width
}

const measured = new Map<string, number>()

/** Words in lines of some width, in ems. */
export function wrap(words: string, width: number): string[] {
  const made: string[] = []
  let line = ''
  for (const word of words.split(' ').flatMap((each) => pieces(each, width))) {
    const longer = line ? `${line} ${word}` : word
    if (widthOf(longer) <= width) line = longer
    else {
      made.push(line)
      line = word
    }
  }
  return [...made, line]
}

/** The first of some lines, the last of them with an ellipsis where more would follow. */
export function shorten(lines: readonly string[], width: number, most: number): readonly string[] {
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), cut(lines[most - 1] ?? '', width, lines[0]?.startsWith('“') ? ' …”' : ' …')]
}

/** A word that is wider than a line, in parts. */
function pieces(word: string, width: number): string[] {
  const made = ['']
  let room = width
  for (const letter of word.match(letters) ?? []) {
    if (letterWidth(letter) > room) {
      made.push('')
      room = width
    }
    made.push(`${made.pop()}${letter}`)
    room -= letterWidth(letter)
  }
  return made
}

/** A line that ends in an ellipsis: after a whole word, or within the only one. */
function cut(line: string, width: number, end: string): string {
  const units = line.match(/\S\s\S/) ? line.split(/(?<=\s)/) : (line.match(letters) ?? [])
  while (units.length > 1 && widthOf(`${units.join('').trimEnd()}${end}`) > width) units.pop()
  return `${units.join('').trimEnd()}${end}`
}
