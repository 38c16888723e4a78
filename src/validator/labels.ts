/** Places in a record, as people name them. Runs in Node and in browsers; part of every generated validator. */
import type { Wording, Words } from './wording.ts'

/** The words for a place in a record: rows of a repeat share theirs. */
export function wordsAt(pointer: string, wording: Wording): Words | undefined {
  return Object.hasOwn(wording, pattern(pointer, wording)) ? wording[pattern(pointer, wording)] : undefined
}

/** The pointer with `*` for every row number. */
function pattern(pointer: string, wording: Wording): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, key) => {
      const inList = Object.hasOwn(wording, path) && wording[path]?.item !== undefined
      return `${path}/${inList && /^\d+$/.test(key) ? '*' : key}`
    }, '')
}

/** A place as a person would name it: the question, the row, the part. */
export function labelAt(pointer: string, wording: Wording): string {
  const keys = pointer.split('/').slice(1)
  const labels: string[] = []
  for (let depth = 1; depth <= keys.length; depth++) {
    const path = `/${keys.slice(0, depth).join('/')}`
    const words = wordsAt(path, wording)
    const list = wordsAt(`/${keys.slice(0, depth - 1).join('/')}`, wording)
    if (words && (!words.section || depth === keys.length)) labels.push(words.label)
    else if (list?.item && /^\d+$/.test(keys[depth - 1] ?? '')) labels.push(`${list.item} ${Number(keys[depth - 1]) + 1}`)
  }
  return labels.join(' – ') || 'The form'
}

/** The label of a place alone, without what it stands in. */
export const labelOf = (pointer: string, wording: Wording): string => wordsAt(pointer, wording)?.label ?? pointer.split('/').at(-1) ?? ''

/** The names of everything that may stand at a place. */
export function namesBelow(pointer: string, wording: Wording): string[] {
  const start = pattern(pointer, wording)
  const rows = wording[start]?.item ? `${start}/*` : start
  return Object.keys(wording)
    .filter((path) => path.slice(0, path.lastIndexOf('/')) === rows)
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
}
