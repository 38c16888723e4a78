/** SARIF: what audits give to machines is what version 2.1.0 of the format asks for. */
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Remark } from '../../src/audit/remark.ts'
import { sarifOf } from '../../src/audit/sarif.ts'
import { framework, remark } from './subjects.ts'

/** The parts of the OASIS schema (sarif-schema-2.1.0.json) that are used, closed as they are there. */
const message = { type: 'object', additionalProperties: false, required: ['text'], properties: { text: { type: 'string', minLength: 1 } } }
const level = { enum: ['none', 'note', 'warning', 'error'] }
const whole = { type: 'integer', minimum: 1 }
const closed = (properties: object, ...required: string[]) => ({ type: 'object', additionalProperties: false, required, properties })
const list = (items: object) => ({ type: 'array', items })
const schema = closed(
  {
    $schema: { type: 'string', pattern: '^https://' },
    version: { const: '2.1.0' },
    runs: list(
      closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: { type: 'string', minLength: 1 },
                  rules: {
                    ...list(
                      closed(
                        {
                          id: { type: 'string' },
                          shortDescription: message,
                          fullDescription: message,
                          help: message,
                          defaultConfiguration: closed({ level }),
                          properties: { type: 'object' },
                        },
                        'id',
                      ),
                    ),
                    uniqueItems: true,
                  },
                },
                'name',
              ),
            },
            'driver',
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: list(
            closed(
              {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: 0 },
                level,
                message,
                locations: list(
                  closed({
                    physicalLocation: closed(
                      {
                        artifactLocation: closed({ uri: { type: 'string', pattern: "^[A-Za-z0-9%/.~_!*'()-]+$" } }),
                        region: closed({ startLine: whole, startColumn: whole }, 'startLine'),
                      },
                      'artifactLocation',
                    ),
                    logicalLocations: {
                      ...list(closed({ fullyQualifiedName: { type: 'string' }, name: { type: 'string' }, kind: { type: 'string' } })),
                      uniqueItems: true,
                    },
                  }),
                ),
              },
              'message',
            ),
          ),
        },
        'tool',
      ),
    ),
  },
  'version',
  'runs',
)
const valid = new Ajv({ allErrors: true }).compile<Sarif>(schema)

interface Sarif {
  readonly runs: readonly {
    tool: { driver: { rules: { id: string }[] } }
    results: {
      ruleId: string
      ruleIndex: number
      level: string
      message: { text: string }
      locations: { physicalLocation: { artifactLocation: { uri: string }; region?: object } }[]
    }[]
  }[]
}

function sarif(...args: Parameters<typeof sarifOf>): Sarif['runs'][number] {
  const made: unknown = JSON.parse(JSON.stringify(sarifOf(...args)))
  const [run] = valid(made) ? made.runs : []
  expect(valid.errors).toBeNull()
  if (!run) throw new Error('no run')
  return run
}

test('whatever is found, in whatever files, it is valid, and every result has its rule', () => {
  const remarks = fc.array(
    fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        level: fc.constantFrom<Remark['level'][]>('error', 'warning', 'prompt'),
        words: fc.string(),
        label: fc.string(),
      })
      .map(remark),
    { maxLength: 8 },
  )
  const files = fc.array(fc.record({ file: fc.string({ unit: 'grapheme', minLength: 1 }), remarks }), { maxLength: 4 })
  fc.assert(
    fc.property(files, (all) => {
      const run = sarif(
        all.map(({ file, remarks }) => ({ file: file.replace(/\p{Cs}/gu, '?'), remarks })),
        framework,
      )
      expect(run.results.length).toBe(all.flatMap(({ remarks }) => remarks).length)
      for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    }),
  )
})

test('file names are addresses, lines are told where there are any, and prompts are notes', () => {
  const run = sarif(
    [
      { file: 'a folder/Joan #2?.json', remarks: [{ ...remark({ level: 'prompt' }), line: 3, column: 5 }] },
      { file: 'plain.docx', remarks: [remark()] },
    ],
    framework,
  )
  expect(run.results.map(({ level }) => level)).toEqual(['note', 'warning'])
  expect(run.results.map(({ locations: [location] }) => location?.physicalLocation)).toEqual([
    { artifactLocation: { uri: 'a%20folder/Joan%20%232%3F.json' }, region: { startLine: 3, startColumn: 5 } },
    { artifactLocation: { uri: 'plain.docx' } },
  ])
  expect(run.results[0]?.message.text).toBe('“What matters”: “frail”. Why. Instead.')
})

test('nothing found is a run without results', () => {
  expect(sarif([], framework)).toMatchObject({ results: [], tool: { driver: { rules: [] } } })
})
