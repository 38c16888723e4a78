/** A form's schemas → the form model. Everything a schema can get wrong, beyond its keywords, is found here. */
import type { Report } from '../diagnostics.ts'
import type { Change, Form, Path } from '../form.ts'
import { bundle } from './bundle.ts'
import { alwaysRequired, conditionsOf } from './conditions.ts'
import type { Context } from './context.ts'
import { parseSection } from './items.ts'
import { child, keywordPlace, type Node, resolve } from './node.ts'
import { parseRules } from './rules.ts'

interface Header {
  id: string
  version: string
  stage: string
  useWhen?: string
  fileName: string
  brief?: true
  chapters: string[]
  changes: Change[]
  afresh?: Path[]
}

/**
 * Parses one form.
 * @param path Its root schema, such as `schemas/forms/<id>.json`; known to fit the dialect.
 */
export function parseForm(context: Context, path: string): Form | undefined {
  const { files, report } = context
  const file = files.get(path)
  if (!file) return undefined
  const root = resolve(files, { file, pointer: '' }, report)
  const header = root.keywords['x-form'] as Header
  checkIdentity(root, header, path, report)
  const required = alwaysRequired(root, report)
  const sections = Object.keys((root.keywords.properties ?? {}) as object)
    .filter((name) => name !== 'form' && name !== 'formVersion')
    .map((name) => {
      const node = child(files, root, report, 'properties', name)
      const requirement = { always: required.has(name), when: [], orElse: [] }
      return parseSection(context, node, name, {
        path: '',
        tier: 'brief',
        about: undefined,
        requirement,
        inEveryRecord: requirement.always,
        inQuestion: false,
        inRepeat: false,
      })
    })
  return {
    id: header.id,
    version: header.version,
    title: root.keywords.title as string,
    intro: root.keywords.description as string,
    useWhen: header.useWhen ?? '',
    stage: header.stage,
    fileName: header.fileName,
    brief: header.brief === true,
    changes: header.changes,
    chapters: header.chapters,
    sections,
    conditions: conditionsOf(context, root),
    ...(header.afresh ? { afresh: header.afresh } : {}),
    rules: parseRules(context, header.id, sections),
    schema: bundle(files, root, report),
  }
}

function checkIdentity(root: Node, header: Header, path: string, report: Report): void {
  const properties = (root.keywords.properties ?? {}) as Record<string, { const?: unknown }>
  const required = (root.keywords.required ?? []) as string[]
  for (const name of ['form', 'formVersion']) {
    if (!properties[name] || !required.includes(name)) report('no-identity', { name }, keywordPlace(root, 'properties'))
  }
  const name = path.replace(/^.*\/|\.json$/g, '')
  if (header.id !== name || properties.form?.const !== header.id) {
    report('wrong-form-id', { id: header.id, name }, keywordPlace(root, 'x-form'))
  }
  if (!header.changes.some((change) => change.version === header.version)) {
    report('version-without-change', { version: header.version }, keywordPlace(root, 'x-form'))
  }
}
