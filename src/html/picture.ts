/** A picture that we drew → a figure: its title, the drawing, and in words all that it shows. */
import type { Element, ElementContent, Properties } from 'hast'
import { SaxesParser } from 'saxes'
import type { Picture } from '../document/nodes.ts'
import { element, words } from './element.ts'

/** What our drawings are made of: shapes and words, nothing that runs or is fetched. */
const shapes = new Set(
  'svg g title desc defs path rect circle ellipse line polyline polygon text tspan pattern clipPath marker linearGradient stop'.split(' '),
)

/** Longer words are read beside the picture, not in place of it. */
const shortEnough = 160

/**
 * The figure of a picture. Its drawing is read and written again, as a text put in as it is could hold anything.
 * @param number From 1, counted in the page: ids of two drawings must differ. With a dot in them, they are no heading's.
 * @throws Error where the drawing is not XML, or holds more than shapes and words.
 */
export function figure({ svg, width, height, title, alt }: Picture, number: number): Element {
  const { properties, children } = drawingOf(svg, `picture.${number}`)
  const short = alt.length <= shortEnough
  const named = `picture.${number}.title`
  const look = { ...properties, width: pixels(width), height: pixels(height), role: 'img', ariaLabelledBy: [named] }
  const drawn = children.filter((child) => child.type !== 'element' || !['title', 'desc'].includes(child.tagName))
  const drawing = element('svg', look, [element('title', { id: named }, [words(short ? alt : title)]), ...drawn])
  const inWords = element('details', {}, [element('summary', {}, [words(`${title}, in words`)]), element('p', {}, [words(alt)])])
  return element('figure', {}, [element('figcaption', {}, [words(title)]), drawing, ...(short ? [] : [inWords])])
}

/** From points. */
const pixels = (points: number): number => Math.round((points * 96) / 72)

/** A drawing as a tree, with `prefix` and a dot before each of its ids and wherever it uses them. */
function drawingOf(svg: string, prefix: string): Element {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const root = element('root', {}, [])
  const open = [root]
  const add = (child: ElementContent) => open.at(-1)?.children.push(child)
  parser.on('error', ({ message }) => {
    throw new Error(`Bug: a picture is not XML: ${message}`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (!shapes.has(name)) throw new Error(`Bug: a picture holds <${name}>, and may hold shapes and words only`)
    const shape = element(name, propertiesOf(attributes, prefix), [])
    add(shape)
    open.push(shape)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => add(words(text)))
  parser.write(svg.trim()).close()
  const [drawing] = root.children
  if (drawing?.type !== 'element' || drawing.tagName !== 'svg') throw new Error('Bug: a picture is not an <svg>')
  return drawing
}

/** @throws Error for what would run, be fetched, or need a style sheet that the page does not allow. */
function propertiesOf(attributes: Readonly<Record<string, string>>, prefix: string): Properties {
  // What a drawing is called, the page says itself.
  const look = Object.entries(attributes).filter(([name]) => !/^(?:aria-|role$|xmlns)/.test(name))
  return Object.fromEntries(
    look.map(([name, value]) => {
      if (/^on|^style$|href$/i.test(name) || /url\((?!#)/i.test(value)) throw new Error(`Bug: a picture has ${name}="${value}"`)
      return [name, name === 'id' ? `${prefix}.${value}` : value.replaceAll('url(#', `url(#${prefix}.`)]
    }),
  )
}
