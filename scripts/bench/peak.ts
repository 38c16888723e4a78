/** A program: one contender's work, over and over, in a process that does nothing else, so that its memory can be seen. */
import { fillers } from './filling.ts'
import { readers } from './reading.ts'
import { open } from './subject.ts'

const [folder = '', race, name] = process.argv.slice(2)
const subject = open(folder)
const contender = (race === 'reading' ? readers(subject) : fillers(subject)).find((each) => each.name === name)
if (!contender) throw new Error(`There is no contender ${name}`)
const run = await contender.load()
const started = performance.now()
for (let done = 0; done < 3 || (done < 50 && performance.now() - started < 3000); done++) await run()
