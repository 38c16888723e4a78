/** Words, tabs and pictures, set line by line as Word sets them. */
import { belowLine, em, lineHeight, widths } from './arial.ts'
import type { LetterLooks, TabStop } from './properties.ts'

/** The room for a paragraph's words. Lengths are in twentieths of a point. */
export interface Room {
  /** From the left to the right indent. */
  readonly width: number
  /** How much further in the first line starts. */
  readonly first: number
  /** Measured from the left indent. */
  readonly tabs: readonly TabStop[]
  /** The size of the letters of a line that has none. */
  readonly size: number
}

/** Sets one paragraph, piece by piece. */
export interface Setter {
  words(text: string, looks: LetterLooks): void
  tab(): void
  newLine(): void
  picture(width: number, height: number): void
  /** How high what stands on each line is, once all is set. */
  done(): number[]
}

const space = 32
/** A line may end after these, in the middle of a word. */
const [hyphen, enDash, emDash] = [0x2d, 0x2013, 0x2014]
const usualTab = 720
/** Letters are measured in whole numbers, as their font does: sums stay exact, and are quick. */
const fine = (twentieths: number): number => Math.round(twentieths * em)

export function newSetter(room: Room): Setter {
  const width = fine(room.width)
  const lines: number[] = []
  /** Where the line has come to, and whether a word stands on it yet. */
  let at = fine(room.first)
  let begun = false
  let height = 0
  /** The spaces after it, which hang over at its end, and the word that comes next. */
  let spaces = 0
  let word = 0
  let wordHeight = 0
  let dashed = false

  const turn = () => {
    lines.push(height || room.size * lineHeight)
    at = 0
    begun = false
    height = 0
  }
  const endWord = () => {
    if (begun && word && at + spaces + word > width) turn()
    else at += spaces
    // A word longer than a line is broken anywhere.
    for (let left = width - at; !begun && left > 0 && word > left; left = width) {
      height = Math.max(height, wordHeight)
      word -= left
      turn()
    }
    at += word
    if (word) {
      begun = true
      height = Math.max(height, wordHeight)
    }
    spaces = 0
    word = 0
    wordHeight = 0
    dashed = false
  }
  return {
    words(text, { size, bold }) {
      const units = bold ? widths.bold : widths.regular
      /** Of the letters that the word has not got yet: added up here, as most of the time goes into this. */
      let ahead = 0
      const take = () => {
        if (ahead) wordHeight = Math.max(wordHeight, size * lineHeight)
        word += ahead * size
        ahead = 0
      }
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index)
        if (code === space) {
          take()
          if (word) endWord()
          spaces += (units[space] as number) * size
          continue
        }
        if (dashed && /[\p{L}\p{N}]/u.test(text.charAt(index))) {
          take()
          endWord()
        }
        ahead += units[code] as number
        dashed = code === hyphen || code === enDash || code === emDash
      }
      take()
    },
    tab() {
      endWord()
      // The end of a hanging indent is a stop. What ends at a stop, or stands in its middle, has room there.
      const stops = room.first < 0 ? [...room.tabs, { at: 0, left: true }] : room.tabs
      const ahead = stops.filter((each) => fine(each.at) > at).sort((one, other) => one.at - other.at)
      const [stop = { at: (Math.floor(at / fine(usualTab)) + 1) * usualTab, left: true }] = ahead
      if (stop.left) at = Math.min(fine(stop.at), Math.max(at, width))
      begun = true
    },
    newLine() {
      endWord()
      turn()
    },
    picture(across, high) {
      endWord()
      word = fine(across)
      wordHeight = Math.max(high + room.size * belowLine, room.size * lineHeight)
      endWord()
    },
    done() {
      endWord()
      turn()
      return lines
    },
  }
}
