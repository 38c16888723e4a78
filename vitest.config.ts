import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Some tests build whole forms, run commands as a person would, or hold a law over thousands of records; none is timed.
export default defineConfig({ test: { testTimeout: 300_000, maxWorkers: availableParallelism() } })
