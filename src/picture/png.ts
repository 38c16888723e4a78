/** SVG → PNG, for programs that show no SVG. A renderer in WebAssembly and a font of its own: the same bytes on every machine. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const { resolve } = createRequire(import.meta.url)
const fonts = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf']

/** Read once, and only when there is something to draw. */
let ready: Promise<Uint8Array[]> | undefined

async function prepare(): Promise<Uint8Array[]> {
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return Promise.all(fonts.map((font) => readFile(resolve(`@expo-google-fonts/arimo/${font}`))))
}

/** What a drawing is drawn on: white, or nothing, so that the page shows through. */
export type Ground = 'white' | 'none'

/**
 * Draws a picture.
 * @param zoom Pixels to a point: 1.5 is 108 to the inch, enough to read in print.
 */
export async function pngOf(svg: string, zoom = 1.5, ground: Ground = 'white'): Promise<Uint8Array> {
  ready ??= prepare()
  const font = { fontBuffers: await ready, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' }
  const background = ground === 'white' ? { background: '#FFFFFF' } : {}
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom }, ...background })
  const image = drawing.render()
  const png = image.asPng()
  image.free()
  drawing.free()
  return png
}

/**
 * How large a drawing says it is, in units of its own.
 * @throws Where it cannot be drawn.
 */
export async function sizeOfSvg(svg: string): Promise<{ readonly width: number; readonly height: number }> {
  ready ??= prepare()
  await ready
  const drawing = new Resvg(svg)
  const { width, height } = drawing
  drawing.free()
  return { width, height }
}
