/** Elements and words of HTML, as trees: what is printed from a tree is always well-formed, and its words escaped. */
import type { Element, ElementContent, Properties, Text } from 'hast'

/** @param properties By their names in the DOM, such as `ariaLabel`; attributes' own names are understood too. */
export const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

export const words = (value: string): Text => ({ type: 'text', value })
