/** One self-contained ES module per form that checks a record, and its types. Needs nothing, in Node or a browser. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Form } from '../form.ts'
import { compiled } from '../rules/compile.ts'
import { pascal } from '../schema/bundle.ts'
import { validity } from '../validator/compile.ts'
import { rulesOf } from '../validator/standard.ts'
import { wordingOf } from '../validator/wording.ts'
import { artefact, banner, type Emitter, type Job } from './emitter.ts'

const runtime = fileURLToPath(new URL('../validator/', import.meta.url))

export const validator: Emitter = {
  kinds: ['validator'],
  drawsFrom: ({ form }) => [form.id, form.version, validity(form.schema), rulesOf(form), wordingOf(form)],
  async emit(job) {
    const { form } = job
    return [
      artefact(form, 'validator', `${form.id}-validator.js`, await moduleFor(job)),
      artefact(form, 'validator', `${form.id}-validator.d.ts`, declarationsFor(form)),
    ]
  },
}

/** The check, its words and the code that joins them, as one file. */
async function moduleFor({ form, checkSource }: Job): Promise<string> {
  const name = pascal(form.id)
  const rules = rulesSource(form)
  const entry = `
    import { check } from 'check'
    import * as cel from '../rules/meaning.ts'
    import { verdict } from './verdict.ts'
    ${rules.interpreted ? "import { readExpression } from '../rules/language.ts'" : ''}
    const wording = ${JSON.stringify(wordingOf(form), null, 1)}
    ${rules.source}
    const standard = { check, rules, wording }
    export const formId = ${JSON.stringify(form.id)}
    export const formVersion = ${JSON.stringify(form.version)}
    export function validate${name}(value, earlier) { return verdict(standard, value, earlier) }
    export function is${name}(value) { return verdict(standard, value).valid }`
  const given: Plugin = {
    name: 'given',
    setup(bundler) {
      bundler.onResolve({ filter: /^check$/ }, () => ({ path: 'check', namespace: 'given' }))
      bundler.onLoad({ filter: /.*/, namespace: 'given' }, () => ({ contents: checkSource(), resolveDir: runtime, loader: 'js' }))
    },
  }
  const result = await build({
    stdin: { contents: entry, resolveDir: runtime, sourcefile: `${form.id}.js`, loader: 'js' },
    absWorkingDir: dirname(dirname(runtime)),
    banner: { js: `// ${banner(form)}` },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    plugins: [given],
  })
  const code = result.outputFiles[0]?.text ?? ''
  const outside = /\brequire\s*\(|^\s*import[\s{*]|\bimport\s*\(/m.exec(code)
  if (outside) throw new Error(`the validator of ${form.id} is not self-contained: it says “${outside[0].trim()}”`)
  return code
}

/** The rules as code, and whether some of them need the interpreter of CEL beside them. */
function rulesSource(form: Form): { source: string; interpreted: boolean } {
  const rules = rulesOf(form)
  const expressions = rules.flatMap(({ check, when = 'true' }) => [check, when])
  const { shared, functions } = compiled(expressions)
  const run = expressions.map((text, index) => functions[index] ?? `readExpression(${JSON.stringify(text)})`)
  const ready = rules.map(({ id, level, each, against, message, remedy, questions }, index) => {
    const rule = JSON.stringify({ id, level, each, against, message, remedy, questions }, null, 1)
    return `{ rule: ${rule}, check: ${run[2 * index]}, when: ${run[2 * index + 1]} }`
  })
  const declared = [...shared].map(([name, code]) => `const ${name} = ${code}\n`)
  return { source: `${declared.join('')}const rules = [${ready.join(',\n')}]`, interpreted: functions.includes(undefined) }
}

function declarationsFor(form: Form): string {
  const name = pascal(form.id)
  return `// ${banner(form)}
import type { ${name} } from './${form.id}-types.js'

/** One thing wrong with a record. */
export interface Problem {
  /** JSON Pointer (RFC 6901) to the answer, or to where it is missing. */
  readonly pointer: string
  /** The question, as the form asks it; for a row, with the row. */
  readonly label: string
  /** What is wrong, in plain English. */
  readonly message: string
  /** What to do. */
  readonly remedy: string
  /** The rule that is broken, where it is one across questions. */
  readonly rule?: string
}

/** A record that may stand, or everything that must be mended first. Warnings are worth a thought either way. */
export type Verdict =
  | { readonly valid: true; readonly record: ${name}; readonly warnings: readonly Problem[] }
  | { readonly valid: false; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] }

/** The form this validator belongs to. */
export declare const formId: '${form.id}'
export declare const formVersion: string

/**
 * Checks a record and returns everything that is wrong with it at once. Never throws on a JSON value.
 * @param earlier Records of earlier forms by stage (\`assessment\`, \`plan\`), for the rules that look across forms.
 */
export declare function validate${name}(value: unknown, earlier?: Readonly<Record<string, unknown>>): Verdict

/** True for a record that has nothing wrong with it. */
export declare function is${name}(value: unknown): value is ${name}
`
}
