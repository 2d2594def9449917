// Certificates that are wrong, made by openssl when they are asked for: none is kept in the repository.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CATALOG } from './behaviours.ts'
import { listen } from './server.ts'

export interface TlsBehaviour {
  readonly does: string
  readonly certificate: string
  /** Whether the reader trusts the authority of all of these. */
  readonly isTrusted: boolean
  /** `ok`, or what the failure of kind `tls` must say in English. */
  readonly expect: 'ok' | RegExp
}

export const tlsBehaviours: Readonly<Record<string, TlsBehaviour>> = {
  'tls-good': {
    does: 'has a certificate of an authority that the source brings along',
    certificate: 'good',
    isTrusted: true,
    expect: 'ok',
  },
  'tls-unknown': {
    does: 'has a certificate of an authority that nobody knows',
    certificate: 'good',
    isTrusted: false,
    expect: /(incomplete|unknown issuer).*issued by Exempel root/,
  },
  'tls-self': {
    does: 'has a certificate that it issued itself',
    certificate: 'self',
    isTrusted: false,
    expect: /issued by the server itself.*issued by Exempel self/,
  },
  'tls-expired': {
    does: 'has a certificate that has expired',
    certificate: 'old',
    isTrusted: true,
    expect: /expired on \d{4}-\d\d-\d\d \(issued by Exempel root\)/,
  },
  'tls-host': {
    does: 'has the certificate of another host',
    certificate: 'other',
    isTrusted: true,
    expect: /is for annat\.example\.se, not for 127\.0\.0\.1/,
  },
  'tls-chain': {
    does: 'does not send the certificate in between',
    certificate: 'leaf',
    isTrusted: true,
    expect: /chain.*incomplete.*issued by Exempel middle/,
  },
}

/** Whether certificates can be made here. */
export function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface TlsServers {
  readonly address: (name: string) => string
  /** The authority in PEM. */
  readonly root: string
  readonly close: () => void
}

/** One server for each behaviour, on free ports of 127.0.0.1. Needs openssl. */
export async function startTlsServers(): Promise<TlsServers> {
  const folder = mkdtempSync(join(tmpdir(), 'grunddata-tls-'))
  const own = 'IP:127.0.0.1'
  sign(folder, 'root', { issuer: 'root', days: 30, isCa: true })
  sign(folder, 'middle', { issuer: 'root', days: 30, isCa: true })
  sign(folder, 'good', { issuer: 'root', altName: own, days: 30 })
  sign(folder, 'self', { issuer: 'self', altName: own, days: 30 })
  sign(folder, 'other', { issuer: 'root', altName: 'DNS:annat.example.se', days: 30 })
  sign(folder, 'leaf', { issuer: 'middle', altName: own, days: 30 })
  sign(folder, 'old', { issuer: 'root', altName: own, days: -1 })
  const file = (name: string) => readFileSync(join(folder, name), 'utf8')
  const servers: Server[] = []
  const ports = new Map<string, number>()
  for (const [name, { certificate }] of Object.entries(tlsBehaviours)) {
    const keys = { key: file(`${certificate}.key`), cert: file(`${certificate}.pem`) }
    const server = createServer(keys, (_, response) => void response.end(CATALOG))
    servers.push(server)
    ports.set(name, await listen(server))
  }
  const root = file('root.pem')
  rmSync(folder, { recursive: true })
  return {
    root,
    address: (name) => `https://127.0.0.1:${ports.get(name)}/`,
    close: () => {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

interface Wish {
  readonly issuer: string
  readonly altName?: string
  readonly days: number
  readonly isCa?: boolean
}

function sign(folder: string, name: string, { issuer, altName, days, isCa }: Wish): void {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  const extension = isCa ? 'basicConstraints=critical,CA:true' : `subjectAltName=${altName}`
  writeFileSync(join(folder, `${name}.ext`), `${extension}\n`)
  const key = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    `${name}.key`,
  ]
  openssl('req', ...key, '-out', `${name}.csr`, '-subj', `/O=Exempel ${name}/CN=${name}`)
  const by =
    issuer === name
      ? ['-signkey', `${name}.key`]
      : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial']
  const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`]
  openssl('x509', '-req', ...by, ...files, '-days', String(days))
}
