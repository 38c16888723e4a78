/** What audits are tested on: the project’s own forms and examples, its practice language, and small audits made by hand. */
import type { Audit } from '../../src/audit/audit.ts'
import type { Remark } from '../../src/audit/remark.ts'
import type { Draft } from '../../src/form.ts'
import { forms, framework, language, sources } from '../own.ts'

export { forms, framework, language }

/** Each example with its form. */
export const examples = forms.flatMap((form) =>
  [...sources]
    .filter(([path]) => path.startsWith(`examples/${form.id}/`) && /^[^.]+\.json$/.test(path))
    .map(([path, text]) => ({ path, form, text, record: JSON.parse(text) as Draft })),
)

export const remark = (says: Partial<Remark> = {}): Remark => ({
  id: 'made',
  level: 'warning',
  theme: 'Made',
  term: 'made',
  quality: 'quality-person-centred',
  cites: ['quality-person-centred'],
  section: 'About you',
  label: 'What matters',
  pointer: '/about/matters/text',
  words: 'frail',
  start: 7,
  end: 12,
  passage: 'She is frail.',
  why: 'Why.',
  suggest: 'Instead.',
  ...says,
})

export const audit = (says: Partial<Audit> = {}): Audit => ({
  form: 'made',
  title: 'Made',
  version: '1.0.0',
  person: {},
  well: [],
  remarks: [],
  voices: [],
  passages: [],
  short: [],
  ...says,
})
