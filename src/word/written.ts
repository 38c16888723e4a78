/** Elements as `docx` is about to write them: one name, its attributes, and what it holds. Told as though they were read. */
import type { IXmlableObject } from 'docx'
import { growing, type Mark } from './paper/mark.ts'
import type { Events } from './read/events.ts'

/** What an element puts on paper. */
export function markOf(element: IXmlableObject): Mark {
  const { events, root } = growing()
  tell(element, events)
  return root()
}

/** The elements that an element holds. */
export function writtenIn(element: IXmlableObject): IXmlableObject[] {
  const [held] = Object.values(element)
  return Array.isArray(held) ? held.filter((each) => typeof each === 'object' && !('_attr' in each)) : []
}

/** Whether an element has a control in it, or is one. */
export const isFilledIn = (element: IXmlableObject): boolean => 'w:sdt' in element || writtenIn(element).some(isFilledIn)

function tell(element: IXmlableObject, events: Required<Events>): void {
  for (const [name, held] of Object.entries(element)) {
    const all: unknown[] = Array.isArray(held) ? held : [held]
    events.open(name, Object.assign({}, ...all.map(attributesIn)))
    for (const each of all) {
      if (typeof each === 'string') events.text(each)
      else if (each && typeof each === 'object' && !('_attr' in each)) tell(each as IXmlableObject, events)
    }
    events.close(name)
  }
}

function attributesIn(held: unknown): Record<string, string> {
  if (!held || typeof held !== 'object' || !('_attr' in held)) return {}
  const said = Object.entries(held._attr as Record<string, unknown>).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
}
