/** Starts a worker in TypeScript: Node 20 does not hand on to workers what reads it. */
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2] ?? '')
