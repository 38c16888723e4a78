/** A PNG that somebody gives us: whether it is whole, and how large (PNG, third edition, sections 5.2, 5.3 and 11.2.1). */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * The size of a PNG in pixels.
 * @returns Undefined where the bytes are no PNG, or one that has been cut short.
 */
export function sizeOfPng(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const typeAt = (at: number) => String.fromCharCode(...bytes.subarray(at + 4, at + 8))
  if (!signature.every((each, index) => bytes[index] === each) || bytes.length < 33 || typeAt(8) !== 'IHDR') return undefined
  // A chunk is its length, its type, that many bytes, and four to check them by.
  for (let at = 8; at + 12 <= bytes.length; at += view.getUint32(at) + 12) {
    if (typeAt(at) !== 'IEND') continue
    const [width, height] = [view.getUint32(16), view.getUint32(20)]
    return width && height ? { width, height } : undefined
  }
  return undefined
}
