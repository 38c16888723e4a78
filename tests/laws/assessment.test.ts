import { holdLaw } from './law.ts'

await holdLaw('assessment')
