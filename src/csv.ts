/** Tables as CSV, for programs and for spreadsheets. */

/** Excel reads a file as UTF-8 where it begins so. */
const byteOrderMark = '\uFEFF'

/**
 * Prints a table (RFC 4180: lines end in CRLF, cells are quoted where they must be).
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets read as “these are words”
 * (OWASP, CSV Injection).
 * @param rows The first names the columns.
 */
export const printCsv = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')

function cellOf(words: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
