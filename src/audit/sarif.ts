/** Audits → SARIF 2.1.0 (OASIS), which editors and pipelines show. */
import type { Framework } from '../framework.ts'
import type { Remark } from './remark.ts'

export interface Located {
  /** Path of the file, with forward slashes. */
  readonly file: string
  /** With line and column of the answer, for files that have lines. */
  readonly remarks: readonly (Remark & { readonly line?: number; readonly column?: number })[]
}

/** What going well is not: SARIF is for what is to be looked at. */
export function sarifOf(files: readonly Located[], framework: Framework): object {
  const all = files.flatMap(({ remarks }) => remarks)
  const rules = [...new Map(all.map((remark) => [remark.id, remark])).values()]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Practice audit', rules: rules.map((remark) => ruleOf(remark, framework)) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => file.remarks.map((remark) => resultOf(remark, file.file, rules))),
      },
    ],
  }
}

const levels: Readonly<Record<Remark['level'], string>> = { error: 'error', warning: 'warning', prompt: 'note', good: 'none' }

const ruleOf = ({ id, term, why, suggest, level, theme, cites, quality }: Remark, framework: Framework): object => ({
  id,
  shortDescription: { text: term },
  fullDescription: { text: why },
  help: { text: suggest },
  defaultConfiguration: { level: levels[level] },
  properties: { theme, quality, cites: cites.map((cited) => ({ id: cited, title: framework.get(cited)?.title ?? cited })) },
})

function resultOf(remark: Located['remarks'][number], file: string, rules: readonly Remark[]): object {
  const { line, column } = remark
  return {
    ruleId: remark.id,
    ruleIndex: rules.findIndex(({ id }) => id === remark.id),
    level: levels[remark.level],
    message: { text: `“${remark.label}”: ${remark.words ? `“${remark.words}”. ` : ''}${remark.why} ${remark.suggest}`.trim() },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          ...(line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
        },
        logicalLocations: [{ fullyQualifiedName: remark.pointer, name: remark.label, kind: 'member' }],
      },
    ],
  }
}
