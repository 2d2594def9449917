// Answers that no http library would write: bytes on a socket, and what must come of them.
import type { Expected } from './behaviours.ts'
import { CATALOG } from './behaviours.ts'

export interface RawBehaviour {
  readonly does: string
  readonly bytes: string
  readonly expect: Expected
}

const length = Buffer.byteLength(CATALOG)

export const rawBehaviours: Readonly<Record<string, RawBehaviour>> = {
  'http-1.0': {
    does: 'speaks HTTP/1.0 and ends by closing',
    bytes: `HTTP/1.0 200 OK\r\n\r\n${CATALOG}`,
    expect: { text: CATALOG },
  },
  'no-http': { does: 'speaks another language', bytes: '220 ftp ready\r\n', expect: { failure: 'protocol' } },
  'chunk-garbage': {
    does: 'sends a chunk whose size is no number',
    bytes: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n${CATALOG}\r\n0\r\n\r\n`,
    expect: { failure: 'protocol' },
  },
  'chunk-cut': {
    does: 'ends in the middle of a chunk',
    bytes: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n${CATALOG}`,
    expect: { failure: 'connection' },
  },
  'length-short': {
    does: 'sends less than it says',
    bytes: `HTTP/1.1 200 OK\r\nContent-Length: ${length + 50}\r\n\r\n${CATALOG}`,
    expect: { failure: 'connection' },
  },
  'length-twice': {
    does: 'gives two lengths',
    bytes: `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nContent-Length: 5\r\n\r\n${CATALOG}`,
    expect: { failure: 'truncated' },
  },
  'length-and-chunks': {
    does: 'gives a length and chunks at once',
    bytes: `HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    expect: { failure: 'truncated' },
  },
  'header-split': {
    does: 'breaks a header with a bare line feed and NUL',
    bytes: 'HTTP/1.1 200 OK\r\nX-A: b\u0000c\r\nContent-Length: 0\r\n\r\n',
    expect: { failure: 'protocol' },
  },
  'closes-early': {
    does: 'closes after the first line',
    bytes: 'HTTP/1.1 200 OK\r\n',
    expect: { failure: 'connection' },
  },
}
