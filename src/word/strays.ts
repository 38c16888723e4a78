/** What a draft holds that its form does not ask. */
import type { Draft, Form, Path } from '../form.ts'
import { allQuestions } from '../questions.ts'
import type { Problem } from './problem.ts'

/** Every answer without a question. Names at the top, such as the form's version, are about the record itself. */
export function strays(form: Form, draft: Draft): Problem[] {
  const known = new Set<Path>()
  const note = (path: Path): void => {
    for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1)) known.add(path.slice(0, at))
  }
  const asked = new Set(allQuestions(form).map(({ path }) => path))
  for (const path of asked) note(path)
  const above = new Set([...known].map((path) => path.slice(0, path.lastIndexOf('/'))))
  const walk = (value: unknown, path: Path): Problem[] => {
    if (!isRecord(value)) return []
    return Object.entries(value).flatMap(([name, inner]): Problem[] => {
      const here = `${path}/${name}`
      const stray = (reason: string) => [{ path: here, label: name, reason }]
      if (known.has(here) && !asked.has(here) && !isRecord(inner)) return stray('is a section, so what stands there is not shown')
      const rows = `${here}/*`
      if (known.has(rows)) return Array.isArray(inner) ? inner.flatMap((row: unknown) => walk(row, rows)) : []
      if (known.has(here)) return above.has(here) ? walk(inner, here) : []
      if (path === '' && typeof inner !== 'object') return []
      return stray('is not asked in this form, so it is not shown')
    })
  }
  return walk(draft, '')
}

/** True for an object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
