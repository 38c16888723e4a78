/** What a page says of itself, as a browser reads its HTML. */
export interface Facts {
  readonly title: string
  readonly language: string
  readonly headings: readonly { readonly level: number; readonly element: string }[]
  /** In order, doubled ones too. */
  readonly ids: readonly string[]
  /** What the page’s Content Security Policy is there to keep out. */
  readonly inline: readonly string[]
  readonly links: readonly Link[]
  /** Addresses of everything that it loads. */
  readonly loads: readonly string[]
  readonly checksums: readonly Checksum[]
  readonly readable: Readable
  /** True where it runs programs. */
  readonly scripted: boolean
}

export interface Link {
  readonly element: string
  /** As it is written. */
  readonly href: string
  /** What it is called, out of context. */
  readonly name: string
  /** The words of the item, paragraph or cell that it stands in. */
  readonly beside: string
}

/** A row of a table with a SHA-256 in it. */
export interface Checksum {
  readonly file: string
  readonly sha256: string
}

/** What the main part of a page offers to somebody who looks at it. */
export interface Readable {
  /** What has words and is not to be seen. */
  readonly hidden: readonly string[]
  /** Where it leads. */
  readonly links: readonly string[]
  /** How many boxes and buttons there are that lead to no page. */
  readonly boxes: number
}
