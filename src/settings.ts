/** What an organisation makes its own: its name, logo and colours, and whom people turn to. Everything else about a form is in its schema. */

export interface Settings {
  readonly organisation: {
    /** As it stands at the head of a page, and at the start of a sentence. */
    readonly name: string
    readonly logo?: Logo
  }
  /** Each `#` and six lower-case hexadecimal digits, with 4.5:1 or more on white. */
  readonly colours: {
    readonly heading: string
    /** Links, lines and what is set apart; the pale grounds are made of it. */
    readonly accent: string
  }
  /** How to reach the organisation: only what is known. */
  readonly contact: {
    readonly email?: string
    readonly telephone?: string
    /** When somebody answers: “Monday to Friday, 9 am to 5 pm”. */
    readonly hours?: string
    /** On one line. */
    readonly address?: string
  }
  /** Who provides independent advocacy here (Care Act 2014, sections 67 and 68). */
  readonly advocacy: {
    /** As it stands within a sentence: “ask us or your local advocacy provider”. */
    readonly name: string
    readonly telephone?: string
    readonly email?: string
    readonly website?: string
  }
  /** Where the built site is on the web: `https:`, ending in `/`. */
  readonly website?: string
}

/** A logo, ready for any page: what it is drawn from, where that is a drawing, and the same in pixels. */
export interface Logo {
  /** Safe to stand in a page: nothing in it runs, moves or is fetched. */
  readonly svg?: string
  readonly png: Uint8Array
  /** In points, like the height, which is 36 at most. */
  readonly width: number
  readonly height: number
  /** What it says to whoever does not see it. */
  readonly alt: string
}

/** What holds where a project has no settings file, or its file does not say. */
export const neutral: Settings = {
  organisation: { name: 'Your council' },
  colours: { heading: '#14394a', accent: '#0f5f6b' },
  contact: {},
  advocacy: { name: 'your local advocacy provider' },
}
