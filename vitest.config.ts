import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take minutes, the longest first. By their size, as a clean clone knows them, they would come last, and one core would wait. */
const long = ['laws/assessment', 'laws/care-and-support-plan', 'laws/review', 'cli', 'hostile', 'cli-audit']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

// Some tests build whole forms, run commands as a person would, or hold a law over thousands of records; none is timed.
export default defineConfig({
  test: {
    testTimeout: 300_000,
    maxWorkers: availableParallelism(),
    // Nothing in src has state, so that one worker may load it once for all of its files.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
})
