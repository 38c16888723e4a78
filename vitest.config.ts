import { defineConfig } from 'vitest/config'

// Some tests build whole forms or run commands as a person would; none is timed.
export default defineConfig({ test: { testTimeout: 120_000 } })
