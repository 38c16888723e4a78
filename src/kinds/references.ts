/** The permanent numbers of rows elsewhere on the form: `S1, S3`. */
import type { Kind } from './kind.ts'

export const references: Kind<readonly string[]> = {
  name: 'references',
  control: 'line',
  asks: 'The numbers of the rows meant, such as S1, S3',
  holds: () => 'numbers of rows',
  format: (values) => values.join(', '),
  parse: (words) => {
    const values = words.split(/[,;&\s]+/).filter((word) => word && word.toLowerCase() !== 'and')
    return values.length ? [...new Set(values)] : undefined
  },
  want: () => 'Write the numbers of the rows meant, with commas between, such as S1, S3 (["S1", "S3"] in a data file).',
}
