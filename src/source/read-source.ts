// Reads one source with its reader, from the first event to the last, whatever happens in between.
import { readFile } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import { unasked } from './http/index.ts'
import { readers } from './readers/index.ts'
import type { ReadContext, Reader, ReaderEvent } from './readers/types.ts'
import type { Source } from './sources/types.ts'
import { OVER, openSession } from './visit.ts'

/**
 * Reads a source. Never throws for what the source does: a page that cannot be read is a `failure`, and the last event
 * is always `end`. Rejects with CONFIG_INVALID when its certificates or credentials are not to be had.
 */
export async function* readSource(source: Source, context: ReadContext): AsyncGenerator<ReaderEvent> {
  const deadline = AbortSignal.timeout(source.limits.sourceMs)
  const signal = context.signal ? AbortSignal.any([deadline, context.signal]) : deadline
  const client = context.client.on(await termsOf(source, context, signal))
  const session = openSession({ source, client, context, signal })
  const read: Reader = await readers[source.reader].load()
  try {
    for await (const given of read(source, session.visit)) {
      session.take(given)
      yield* session.drain()
    }
  } catch (error) {
    if (error !== OVER) {
      if (!signal.aborted) throw error
      session.fail(
        unasked(source.url, { kind: deadline.aborted ? 'timeout' : 'aborted', text: overTime(source) }),
      )
    }
  }
  yield* session.drain()
  const state = session.isComplete() ? session.state() : undefined
  yield {
    kind: 'end',
    isComplete: session.isComplete(),
    isUnchanged: session.isUnchanged(),
    conditions: session.conditions(),
    ...(state !== undefined && { state }),
    statistics: session.statistics(),
  }
}

function overTime({ limits, id }: Source) {
  const seconds = limits.sourceMs / 1000
  return {
    sv: `${id} var inte färdigläst inom ${seconds} s.`,
    en: `${id} was not read to its end within ${seconds} s.`,
  }
}

async function termsOf(source: Source, context: ReadContext, signal: AbortSignal) {
  const { limits, robots, allowPrivate, caFile } = source
  return {
    limits: {
      timeoutMs: limits.requestMs,
      maxBytes: limits.maxBytes,
      maxRatio: limits.maxRatio,
      maxRedirects: limits.maxRedirects,
    },
    robots,
    allowPrivate,
    signal,
    ...(caFile !== undefined && { ca: await readCa(source.id, caFile) }),
    ...(source.credentials && { credentials: credentialsOf(source, context) }),
  }
}

async function readCa(id: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new GrunddataError(
      'CONFIG_INVALID',
      {
        sv: `Certifikatfilen ${file} för källan ${id} går inte att läsa.`,
        en: `The certificate file ${file} of the source ${id} cannot be read.`,
      },
      { cause, hint: { sv: 'Rätta caFile i sources.yaml.', en: 'Correct caFile in sources.yaml.' } },
    )
  }
}

function credentialsOf(source: Source, { secret }: ReadContext) {
  const { kind, variable, header } = source.credentials!
  const value = secret?.(variable)
  if (value === undefined || value === '')
    throw new GrunddataError(
      'CONFIG_INVALID',
      {
        sv: `Miljövariabeln ${variable} för källan ${source.id} är inte satt.`,
        en: `The environment variable ${variable} of the source ${source.id} is not set.`,
      },
      {
        hint: {
          sv: 'Sätt den i den miljö där insamlingen körs, aldrig i sources.yaml.',
          en: 'Set it in the environment of the harvest, never in sources.yaml.',
        },
      },
    )
  const headers: Record<string, string> =
    kind === 'header'
      ? { [(header ?? 'authorization').toLowerCase()]: value }
      : {
          authorization:
            kind === 'bearer' ? `Bearer ${value}` : `Basic ${Buffer.from(value, 'utf8').toString('base64')}`,
        }
  return { [new URL(source.url).origin]: headers }
}
