/** What the elements of a Word page mean to a reader of answers (ISO/IEC 29500-1, section 17). */

/** What an element means for all within it. */
const inside = {
  // Text that is gone once all changes are accepted, or is there twice.
  'w:del': 'hidden',
  'w:moveFrom': 'hidden',
  'mc:Fallback': 'hidden',
  'w:rt': 'hidden',
  // Properties as they were before a change.
  'w:rPrChange': 'former',
  'w:pPrChange': 'former',
  'w:sdtPr': 'properties',
  'w:r': 'run',
  'w:t': 'text',
  'w:tabs': 'tabStops',
} as const
export const meaning: ReadonlyMap<string, (typeof inside)[keyof typeof inside]> = new Map(Object.entries(inside))
/** Changes that nobody has accepted or rejected yet. */
export const changed = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])
/** Elements that stand for a character. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:tab', '\t'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00AD'],
])
/** What holds more than words. A drawing that is a box of text turns out to hold only words. */
export const notWords = new Set(['w:drawing', 'w:pict', 'w:object', 'w:altChunk', 'w:footnoteReference', 'w:endnoteReference', 'm:oMath'])
