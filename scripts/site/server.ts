/** The website over HTTP. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import { CannotRun } from '../project.ts'

export interface Served {
  /** Where it begins, with a slash at its end. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** Beside what pages ask for themselves in their own Content Security Policy. */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * Serves a folder to this machine alone.
 * @param options `port` 0 for any that is free; `under` is the path that the site stands at, such as `/forms/`; `still` for files that
 * nobody changes meanwhile, which a browser may then keep.
 * @throws CannotRun where the port is taken or not allowed.
 */
export async function serve(
  folder: string,
  { port = 0, under = '/', still = false }: { port?: number; under?: string; still?: boolean } = {},
): Promise<Served> {
  const files = sirv(folder, {
    ...(still ? { maxAge: 600 } : { dev: true }),
    setHeaders: (response) => response.setHeaders(new Map(Object.entries(headers))),
  })
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such page here.\n')
    }
    if (!request.url?.startsWith(under)) return missing()
    request.url = request.url.slice(under.length - 1)
    files(request, response, missing)
  })
  await listening(server, port)
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${under}`,
    close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
  }
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: 'is taken by another program', EACCES: 'may not be used by you' }[code ?? '']
      reject(new CannotRun(why ? `Port ${port} ${why}. Choose another: npm run serve -- --port 8081` : message))
    })
    // One name, so that nothing outside this machine can ask.
    server.listen(port, 'localhost')
  })
