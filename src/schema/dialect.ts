/** Holds every schema file against the dialect it declares, so that a misspelt keyword is an error and not a silence. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { Report } from '../diagnostics.ts'
import { nearest } from '../nearest.ts'
import { below, segments, valueAt } from '../pointer.ts'
import type { JsonFile } from './json.ts'
import { type JsonFiles, join } from './node.ts'

const folder = 'schemas/dialect/'

/** Where a project has its settings, if it has any. */
export const settingsFile = 'schemas/settings.json'

/**
 * Reports everything in the schema files that their dialects do not allow.
 * @param files All JSON files of the project, the dialects among them.
 * @returns True where there is nothing to report.
 */
export function checkDialects(files: JsonFiles, report: Report): boolean {
  let fits = true
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true })
  const dialects = [...files.values()].filter(({ path }) => path.startsWith(folder))
  for (const { value } of dialects) ajv.addSchema(value as object)
  for (const file of files.values()) {
    if (!file.path.startsWith('schemas/') || file.path.startsWith(folder)) continue
    const name = (file.value as { $schema?: unknown } | null)?.$schema
    const dialect = typeof name === 'string' ? files.get(join(file.path, name)) : undefined
    const validate = dialect && ajv.getSchema((dialect.value as { $id: string }).$id)
    if (!validate) {
      report('unknown-dialect', { name: String(name) }, file.place('/$schema'))
    } else if (!validate(file.value)) {
      fits = false
      const tell = file.path === settingsFile ? reportSetting : reportFault
      for (const fault of validate.errors ?? []) tell(file, fault, report)
    }
  }
  return fits
}

function reportFault(file: JsonFile, fault: ErrorObject, report: Report): void {
  if (['if', 'propertyNames', 'oneOf'].includes(fault.keyword)) return
  if (fault.keyword === 'additionalProperties') {
    const name = String(fault.params.additionalProperty)
    const known = Object.keys((fault.parentSchema as { properties: object }).properties)
    report('unknown-keyword', { name, nearest: nearest(name, known) }, file.place(`${fault.instancePath}/${name}`))
    return
  }
  const written = valueAt(file.value, fault.instancePath)
  const shown = typeof written === 'string' ? `says “${written}” and ` : ''
  report('keyword-misused', { problem: `${shown}${fault.message ?? 'is wrong'}` }, file.place(fault.instancePath))
}

/** Settings are changed by people who need not know what a schema is: what a setting should be is said in its dialect, for editors too. */
function reportSetting(file: JsonFile, { keyword, params, instancePath, parentSchema = {} }: ErrorObject, report: Report): void {
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty)
    const known = Object.keys(parentSchema.properties)
    report('unknown-setting', { name, nearest: nearest(name, known) }, file.place(below(instancePath, name)))
    return
  }
  const name = segments(instancePath).at(-1) ?? 'settings'
  const kind = parentSchema.type === 'object' ? 'Write a group of settings in curly brackets, { … }.' : 'Write it in quotation marks.'
  report(
    'bad-setting',
    { name, value: shown(valueAt(file.value, instancePath)), remedy: keyword === 'pattern' ? parentSchema.patternErrorMessage : kind },
    file.place(instancePath),
  )
}

const shown = (value: unknown): string => (value === '' ? 'empty' : typeof value === 'string' ? `“${value}”` : JSON.stringify(value))
