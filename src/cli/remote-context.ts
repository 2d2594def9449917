// --allow-remote-context: JSON-LD contexts from the network, through the same guarded client as sources.
import { GrunddataError } from '../errors.ts'
import { read } from '../source/index.ts'

/** A loader that fetches each context once. Rejects when it cannot be read or is not JSON. */
export function contextLoader(): (url: string) => Promise<unknown> {
  const loaded = new Map<string, Promise<unknown>>()
  return (url) => {
    const context = loaded.get(url) ?? load(url)
    loaded.set(url, context)
    return context
  }
}

async function load(url: string): Promise<unknown> {
  for await (const result of read([url])) {
    if ('failure' in result) throw result.failure.error
    return JSON.parse(new TextDecoder().decode(result.document.bytes))
  }
  throw new GrunddataError('SOURCE_NOT_FOUND', { sv: `${url} gav inget svar.`, en: `${url} gave no answer.` })
}
