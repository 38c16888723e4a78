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

/** @param zoom Pixels to a point: 1.5 is 108 to the inch, enough to read in print. */
export async function pngOf(svg: string, zoom = 1.5): Promise<Uint8Array> {
  ready ??= prepare()
  const font = { fontBuffers: await ready, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' }
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom }, background: '#FFFFFF' })
  const image = drawing.render()
  const png = image.asPng()
  image.free()
  drawing.free()
  return png
}
