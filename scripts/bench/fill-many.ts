/** A program: fills records from a file, a line each, into a folder, as `forms fill --out-dir` does. */
import { fillMany } from '../bulk/fill-many.ts'
import { open } from './subject.ts'

const [folder = '', records = '', out = ''] = process.argv.slice(2)
await fillMany(
  { ...open(folder), records, out },
  {
    progress: () => undefined,
    bad: ({ line, reason }) => {
      throw new Error(`${line}: ${reason}`)
    },
  },
)
