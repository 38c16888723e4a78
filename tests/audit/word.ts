/** What a Word file holds, for tests to look at. */
import { strFromU8, unzipSync } from 'fflate'

export function containerOf(bytes: Uint8Array): { names: string[]; xml: string } {
  const files = unzipSync(bytes)
  return { names: Object.keys(files), xml: strFromU8(files['word/document.xml'] ?? new Uint8Array()) }
}
