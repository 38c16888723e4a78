/** Elements as `docx` is about to write them: one name, its attributes, and what it holds. */
import type { IXmlableObject } from 'docx'

export type Written = IXmlableObject

export const nameOf = (element: Written): string => Object.keys(element)[0] ?? ''

/** The elements that an element holds. */
export function childrenOf(element: Written | undefined): Written[] {
  const held = heldBy(element)
  return Array.isArray(held) ? held.filter((each) => typeof each === 'object' && !('_attr' in each)) : []
}

export const childNamed = (element: Written | undefined, name: string): Written | undefined =>
  childrenOf(element).find((each) => nameOf(each) === name)

export function attributesOf(element: Written | undefined): Readonly<Record<string, unknown>> {
  const held = heldBy(element)
  const holder = Array.isArray(held) ? held.find((each) => typeof each === 'object' && '_attr' in each) : held
  return (holder as { _attr?: Record<string, unknown> } | undefined)?._attr ?? {}
}

/** The words directly in an element. */
export function wordsIn(element: Written): string {
  const held = heldBy(element)
  return Array.isArray(held) ? held.filter((each) => typeof each === 'string').join('') : typeof held === 'string' ? held : ''
}

const heldBy = (element: Written | undefined): unknown => element && Object.values(element)[0]
