/**
 * npm run check:print: every built Word file as a PDF, the way a printer would see it, with about as many pages as it is counted to have.
 * Needs LibreOffice and poppler.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Manifest } from '../src/manifest.ts'
import { pageCount } from '../src/word/page-count.ts'

const out = fileURLToPath(new URL('../dist', import.meta.url))
const { artefacts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
const files = artefacts.map(({ path }) => join(out, path)).filter((path) => path.endsWith('.docx'))
const work = mkdtempSync(join(tmpdir(), 'print-'))

let faults = 0
try {
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, ...files], { stdio: 'ignore' })
  for (const file of files) {
    const pages = pagesOf(join(work, basename(file).replace(/docx$/, 'pdf')))
    const counted = pageCount(readFileSync(file))
    const wrong = [
      ...pages.flatMap((page, index) => faultsOf(page).map((fault) => `page ${index + 1}: ${fault}`)),
      ...miscounted(basename(file), pages.length, counted),
    ]
    faults += wrong.length
    const differs = counted === pages.length ? '' : `, counted as ${counted}`
    console.log(`${wrong.length ? 'FAIL' : 'ok  '}  ${basename(file)}  ${pages.length} pages${differs}`)
    for (const fault of wrong) console.log(`      ${fault}`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`\n${files.length} Word files printed, ${faults} faults.`)
process.exitCode = faults || !files.length ? 1 : 0

/** The text of each page, header and footer lines included. */
function pagesOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return text.split('\f').slice(0, -1)
}

/** A page that holds nothing but its header and footer is a page too many. */
function faultsOf(page: string): string[] {
  const lines = page.split('\n').filter((line) => line.trim())
  return lines.length > 2 ? [] : ['nothing on it but header and footer']
}

/** Counted as Word turns pages, which LibreOffice does a line earlier or later here and there: a page either way, or three in a hundred. */
function miscounted(name: string, printed: number, counted: number): string[] {
  const most = Math.max(1, 0.03 * printed)
  if (Math.abs(counted - printed) <= most) return []
  return [`${name} prints on ${printed} pages, but src/word/page-count.ts counts ${counted}, and the website would say so.`]
}
