/** The places of a repeat → its rows, also where rows were cloned, pasted or deleted by hand. */
import { Refused } from '../zip/entry.ts'
import type { Entry } from './entry.ts'

/** In one repeat. */
const mostRows = 10_000

/**
 * Puts entries of one repeat into rows.
 * A new row begins where the document says so, and where a place comes that the row has had already.
 * @param entries In reading order.
 * @throws Refused where there are more rows than anybody writes.
 */
export function rowsOf(entries: readonly Entry[]): ReadonlyMap<string, Entry>[] {
  const rows: Map<string, Entry>[] = []
  let group: string | undefined
  for (const entry of entries) {
    const last = rows.at(-1)
    if (last && entry.group === group && !last.has(entry.tag)) last.set(entry.tag, entry)
    else rows.push(new Map([[entry.tag, entry]]))
    if (rows.length > mostRows)
      throw new Refused('The file holds more rows than any form can. It may be meant to do harm, so it was not read.')
    group = entry.group
  }
  return rows
}
