import { expect, test } from 'vitest'
import { type Check, verdict } from '../src/validator/verdict.ts'

test('two open questions whose names begin alike are each told their own fault', () => {
  const check: Check = () => false
  const missing = (instancePath: string, branch: number, missingProperty: string) => ({
    instancePath,
    schemaPath: `#/$defs/LongText/anyOf/${branch}/required`,
    keyword: 'required',
    params: { missingProperty },
  })
  const failed = (instancePath: string) => ({ instancePath, schemaPath: '#/$defs/LongText/anyOf', keyword: 'anyOf', params: {} })
  check.errors = ['/home', '/homeDetail'].flatMap((path) => [missing(path, 0, 'text'), missing(path, 1, 'reason'), failed(path)])
  const judged = verdict({ check, rules: [], wording: {} }, { home: {}, homeDetail: {} })
  expect(judged.valid ? [] : judged.problems.map(({ pointer, remedy }) => [pointer, remedy])).toEqual([
    ['/home', 'Answer “text”, or “reason”.'],
    ['/homeDetail', 'Answer “text”, or “reason”.'],
  ])
})
