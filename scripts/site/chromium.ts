/** The browser that the site is held against, and the programs that look around in its pages. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { CannotRun } from '../project.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // A page is left before V8’s dearest optimisations of what runs in it would pay: a quarter of all processor time.
  '--js-flags=--no-opt --no-maglev',
]

/** @throws CannotRun where there is no Chromium, or it does not start. */
export async function startChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const remedy = 'Install it (on Debian: apt-get install chromium), or say in the variable CHROMIUM where it is.'
  if (!existsSync(executablePath)) throw new CannotRun(`The site is checked in Chromium, and there is none at ${executablePath}. ${remedy}`)
  try {
    return await chromium.launch({ executablePath, args: quiet })
  } catch (problem) {
    throw new CannotRun(`${executablePath} does not start: ${(problem as Error).message.split('\n')[0]} ${remedy}`)
  }
}

/** `in-page/look.ts` as a program that runs in pages, as `look`. */
export async function eyes(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('in-page/look.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'look',
    footer: { js: 'globalThis.look = look' },
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** Axe-core as a program that runs in pages, as `axe`. */
export const axeCore = (): string => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
