import { holdLaw } from './law.ts'

await holdLaw('care-and-support-plan')
