/** A worker: audits files, one at a time. */
import { parentPort, workerData } from 'node:worker_threads'
import { fileAuditor, type Settings } from './audit-file.ts'

const audit = fileAuditor(workerData as Settings)

parentPort?.on('message', async (path: string) => parentPort?.postMessage(await audit(path)))
parentPort?.postMessage('ready')
