/** The bookmarks of a page, open and closed, each with the words in it. They may overlap, and however many do, no word is copied twice. */

/** What a bookmark is about. */
interface Content {
  bookmark?: string
  words: string
  prompt: string
}

interface Mark<C extends Content> {
  readonly content: C
  /** How much of the page, and of the prompts on it, stands before its beginning, and before its end. */
  readonly words: number
  readonly prompts: number
  toWords: number
  toPrompts: number
  open: boolean
  /** True where a control has taken its name. */
  taken: boolean
}

export interface Bookmarks<C extends Content> {
  /** Words of the page. */
  write(text: string, prompting: boolean): void
  endParagraph(): void
  start(id: string, content: C): void
  /** Its content, unless a control has taken its name; the words are filled in at the end. */
  end(id: string): C | undefined
  /** The content of the innermost that is open and not taken; its words are not filled in yet. */
  innermost(): C | undefined
  /** Takes all that are open: a control stands in them. */
  takeAll(): void
  /** Fills in the words of those that `end` gave. Returns how many characters that are. */
  finish(): number
}

export function bookmarks<C extends Content>(): Bookmarks<C> {
  const marks = new Map<string, Mark<C>>()
  /** Those that are not taken, the innermost last; some may have been closed since. */
  let free: Mark<C>[] = []
  const ended: Mark<C>[] = []
  let words = ''
  let prompts = ''
  /** Where the last words end, paragraph ends after them left out. */
  let said = 0
  return {
    write(text, prompting) {
      words += text
      said = words.length
      if (prompting) prompts += text
    },
    endParagraph() {
      words += '\n'
    },
    start(id, content) {
      const same = marks.get(id)
      if (same) same.open = false
      const mark = { content, words: words.length, prompts: prompts.length, toWords: 0, toPrompts: 0, open: true, taken: false }
      marks.set(id, mark)
      free.push(mark)
    },
    end(id) {
      const mark = marks.get(id)
      if (!mark) return undefined
      marks.delete(id)
      mark.open = false
      if (mark.taken) return undefined
      mark.toWords = said
      mark.toPrompts = prompts.length
      ended.push(mark)
      return mark.content
    },
    innermost() {
      while (free.at(-1)?.open === false) free.pop()
      return free.at(-1)?.content
    },
    takeAll() {
      for (const mark of free) mark.taken = true
      free = []
    },
    finish() {
      let length = 0
      for (const { content, words: from, prompts: fromPrompts, toWords, toPrompts } of ended) {
        content.words = words.slice(from, Math.max(from, toWords))
        content.prompt = prompts.slice(fromPrompts, toPrompts)
        length += content.words.length
      }
      return length
    },
  }
}
