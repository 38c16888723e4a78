/** A file of records, a line each, as ranges of whole lines: workers get where to read, not what was read. */
import { open } from 'node:fs/promises'

/** Whole lines of a file. */
export interface Range {
  /** In bytes. */
  readonly start: number
  readonly end: number
  /** The number of its first line, from 1. */
  readonly firstLine: number
}

/** Bytes after which a range ends with the next line. */
const wanted = 1024 * 1024

/** Cuts a file into ranges. Memory stays flat, however long the file and its lines. */
export async function* rangesOf(path: string): AsyncGenerator<Range> {
  const file = await open(path)
  const buffer = Buffer.alloc(256 * 1024)
  let start = 0
  let firstLine = 1
  let lines = 0
  let at = 0
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) break
      for (let newline = buffer.indexOf(10); newline >= 0 && newline < bytesRead; newline = buffer.indexOf(10, newline + 1)) {
        lines++
        const end = at + newline + 1
        if (end - start < wanted) continue
        yield { start, end, firstLine }
        start = end
        firstLine += lines
        lines = 0
      }
      at += bytesRead
    }
  } finally {
    await file.close()
  }
  if (at > start) yield { start, end: at, firstLine }
}
