/** Loaded before a program (`node --import`): at its end, or when asked by signal, writes down what it and its children have used. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.BENCH_USAGE
if (file && isMainThread) {
  // Not for its children: they would write over it.
  delete process.env.BENCH_USAGE
  const write = () => writeFileSync(file, JSON.stringify(used()))
  process.on('exit', write)
  if (process.platform !== 'win32') process.on('SIGUSR2', write)
}

/** Seconds of processor time, of children too; MiB at most. */
function used() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { processor: (userCPUTime + systemCPUTime) / 1e6 + childrenTime(process.pid), peak: maxRSS / 1024 }
}

/** Processor seconds of children, dead and alive, and theirs; 0 where the system has no /proc. */
function childrenTime(parent) {
  const all = processes()
  const below = (pid) =>
    all.filter((each) => each.parent === pid).reduce((sum, each) => sum + each.own + each.waitedFor + below(each.pid), 0)
  return (all.find(({ pid }) => pid === parent)?.waitedFor ?? 0) + below(parent)
}

/** Every process there is (proc(5), /proc/pid/stat; a hundred ticks a second). */
function processes() {
  const stat = (pid) => {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      const ticks = (from) => (Number(fields[from]) + Number(fields[from + 1])) / 100
      return [{ pid: Number(pid), parent: Number(fields[1]), own: ticks(11), waitedFor: ticks(13) }]
    } catch {
      return [] // it has just ended
    }
  }
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(stat)
  } catch {
    return []
  }
}
