/** A program: fills records from a file, a line each, into a folder, as long as the project has no command that does. */
import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { plainFill } from './ours.ts'
import { open } from './subject.ts'

const [folder = '', records = '', out = ''] = process.argv.slice(2)
const { form, template } = open(folder)
const fill = plainFill(form, template)
await mkdir(out, { recursive: true })
let count = 0
for await (const line of createInterface({ input: createReadStream(records) })) {
  count++
  await writeFile(join(out, `${count}.docx`), fill(JSON.parse(line)))
}
