// What hostile sources are described with: what one does, and what must come of it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { FailureName, NoteName, ReaderName } from '../../../src/source/index.ts'

/** What must be true of the outcome; what is left out may be anything. */
export interface SourceExpected {
  /** Distinct datasets, series and services. */
  readonly datasets: number
  readonly isComplete: boolean
  readonly failures?: readonly FailureName[]
  /** Remarks that must be among those made. */
  readonly notes?: readonly NoteName[]
  /** Rules that must be among those broken in the texts. */
  readonly problems?: readonly string[]
  /** The most questions that may be asked. */
  readonly maxRequests?: number
  /** For those that are read twice: whether the second time all was as it was. */
  readonly isUnchanged?: boolean
}

export interface SourceBehaviour {
  readonly does: string
  readonly reader?: ReaderName
  readonly settings?: Readonly<Record<string, string>>
  readonly robots?: boolean
  /** Read twice, the second time with what is known from the first. */
  readonly isReadTwice?: boolean
  /** With more: the validators of the first reading are too old to be trusted. */
  readonly isOld?: boolean
  readonly answer: SourceAnswer
  readonly expect: SourceExpected
}

/** `base` is the address of the source itself; `seen` counts its questions from 1. */
export type SourceAnswer = (
  request: IncomingMessage,
  response: ServerResponse,
  asked: { readonly base: string; readonly seen: number; readonly page: number; readonly origin: string },
) => void

const PREFIXES = '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n'

/** A catalogue of datasets numbered `from` to `to`, in Turtle. */
export function turtle(from: number, to: number, more = ''): string {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  const links = numbers.map(
    (n) => `<https://data.example.se/> dcat:dataset <https://data.example.se/${n}> .\n`,
  )
  const datasets = numbers.map(
    (n) => `<https://data.example.se/${n}> a dcat:Dataset ; dct:title "Datamängd ${n}"@sv .\n`,
  )
  return `${PREFIXES}<https://data.example.se/> a dcat:Catalog .\n${links.join('')}${datasets.join('')}${more}`
}

export const give =
  (body: string | Buffer, type = 'text/turtle', status = 200): SourceAnswer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body)

/** A file of 200 MB of one byte, packed in pieces: whoever makes it needs no 200 MB, and its last bytes tell of one piece. */
export function packedBomb(byte: number): Buffer {
  const piece = gzipSync(Buffer.alloc(4_000_000, byte))
  return Buffer.concat(Array.from({ length: 50 }, () => piece))
}
