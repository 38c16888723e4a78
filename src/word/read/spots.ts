/** Where in a page its reader is: in which table row, cell and paragraph, each counted through the page. */

/** A row of a table. The same object for everything in it. */
export interface Row {
  readonly number: number
  readonly table: number
  /** How many cells it has had so far; all of them, once the page is read. */
  cells: number
  /** True where a tracked change deletes it. */
  gone: boolean
}

/** A paragraph. */
export interface Paragraph {
  readonly number: number
  /** The id of its style, as the file names it. */
  style: string
  /** True where a tracked change joins it to the next. */
  joined: boolean
}

export interface Spots {
  readonly row: Row | undefined
  readonly paragraph: Paragraph | undefined
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
}

export function spots(): Spots {
  const tables: number[] = []
  const rows: Row[] = []
  const paragraphs: Paragraph[] = []
  const counted = { tables: 0, rows: 0, paragraphs: 0 }
  /** The properties being read: of a row, of a paragraph, or as they were before a change. */
  const properties: string[] = []
  return {
    get row() {
      return rows.at(-1)
    },
    get paragraph() {
      return paragraphs.at(-1)
    },
    open(name, attributes) {
      if (!placing.has(name)) return
      const row = rows.at(-1)
      const paragraph = paragraphs.at(-1)
      if (name === 'w:p') paragraphs.push({ number: ++counted.paragraphs, style: '', joined: false })
      else if (name === 'w:tbl') tables.push(++counted.tables)
      else if (name === 'w:tr') rows.push({ number: ++counted.rows, table: tables.at(-1) ?? 0, cells: 0, gone: false })
      else if (name === 'w:tc') {
        if (row) row.cells++
      } else if (propertied.has(name)) properties.push(name)
      else {
        const now = properties.at(-1)
        if (name === 'w:pStyle' && now === 'w:pPr' && paragraph) paragraph.style = attributes['w:val'] ?? ''
        else if (name === 'w:del' && now === 'w:trPr' && row) row.gone = true
        else if ((name === 'w:del' || name === 'w:moveFrom') && now === 'w:pPr' && paragraph) paragraph.joined = true
      }
    },
    close(name) {
      if (name === 'w:p') paragraphs.pop()
      else if (name === 'w:tbl') tables.pop()
      else if (name === 'w:tr') rows.pop()
      else if (propertied.has(name)) properties.pop()
    },
  }
}

const propertied: ReadonlySet<string> = new Set(['w:pPr', 'w:pPrChange', 'w:trPr', 'w:trPrChange'])
/** The elements that say where the reader is. */
const placing: ReadonlySet<string> = new Set(['w:p', 'w:tbl', 'w:tr', 'w:tc', 'w:pStyle', 'w:del', 'w:moveFrom', ...propertied])
