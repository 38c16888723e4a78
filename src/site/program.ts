/** A program of a page: TypeScript of `browser/` and the packages that it uses, as one file. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('./browser/', import.meta.url))

/**
 * Bundles a program. The same sources give the same bytes.
 * @param name Of its file in `browser/`, without the ending.
 * @param packages Whose work is in it, as their licences ask to be said.
 * @returns A classic script, as pages opened from a disk may load no modules.
 */
export async function programFor(name: string, packages: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${name}.ts`],
    absWorkingDir: folder,
    banner: { js: `/* ${packages} */` },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
