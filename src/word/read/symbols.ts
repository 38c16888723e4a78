/** Symbols (`w:sym`, and the signs of check boxes): fonts that draw pictures in the place of letters, put into Unicode. */

/** Fonts whose characters are not those of Unicode. Word moves them to U+F000 and up. */
const pictureFonts = /^(wingdings|webdings|symbol)/i

/** What Word itself makes of what people type, such as `:)` and `-->`, and the signs people tick with. */
const wingdings: Readonly<Record<number, string>> = {
  74: '☺',
  75: '😐',
  76: '☹',
  111: '☐',
  113: '❑',
  167: '▪',
  168: '☐',
  216: '➢',
  223: '←',
  224: '→',
  232: '➔',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

/**
 * The character that is shown.
 * @param code Hexadecimal, with or without Word's F000; nothing comes of one that is no number.
 * @param font A picture we do not know stays where Word keeps it, in the private use area: the letter of that number would be wrong.
 */
export function symbol(code: string, font = ''): string {
  const point = Number.parseInt(code, 16)
  if (Number.isNaN(point) || point < 0 || point > 0x10ffff) return ''
  if (!pictureFonts.test(font)) return String.fromCodePoint(point)
  const letter = point & 0xff
  return (/^wingdings$/i.test(font) ? wingdings[letter] : undefined) ?? String.fromCodePoint(0xf000 + letter)
}

/** What a sign says of a box by itself, whoever made it: ticked, not ticked, or neither for sure. */
export function saysTicked(words: string): boolean | undefined {
  const sign = words.trim()
  if (/^(?:[☒☑✓✔✅✗✘🗹🗷]\uFE0F?|[xX])$/u.test(sign)) return true
  return /^[☐□❑▢]$/.test(sign) ? false : undefined
}
