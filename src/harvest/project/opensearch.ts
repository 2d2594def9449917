// OpenSearch as a projection, by its REST API: one document an entity, analysed as Swedish and English.
// No such server can be installed where this is tested: it is tested against exchanges as its documentation gives them.
import { createHash } from 'node:crypto'
import { GrunddataError } from '../../errors.ts'
import { createHttp, type HttpOptions } from '../../publish/index.ts'
import { type Entity, literalTexts } from '../../store/index.ts'
import { differenceOf } from './statements.ts'
import type { Projection } from './types.ts'

export interface OpenSearchOptions extends HttpOptions {
  readonly url: string
  readonly index: string
}

const swedish = { type: 'text', analyzer: 'swedish' }
const keyword = { type: 'keyword' }

/** Settings and fields of the index. */
export const openSearchMapping = {
  mappings: {
    dynamic: false,
    properties: {
      iri: keyword,
      source: keyword,
      type: keyword,
      publisher: keyword,
      hash: keyword,
      changed: { type: 'date' },
      isSuppressed: { type: 'boolean' },
      title: {
        properties: {
          sv: { ...swedish, fields: { raw: keyword } },
          en: { type: 'text', analyzer: 'english' },
        },
      },
      text: swedish,
    },
  },
} as const

const DOCUMENTS_AT_ONCE = 500

export function openSearchProjection(options: OpenSearchOptions): Projection {
  const { url, index } = options
  const http = createHttp(options)
  const ask = async (
    method: 'HEAD' | 'POST' | 'PUT',
    path: string,
    body?: string,
    type = 'application/json',
  ) => {
    const answer = await http.ask(`${url}/${path}`, {
      method,
      ...(body !== undefined && { body, headers: { 'content-type': type } }),
      ...(method === 'HEAD' && { accept: [404] }),
    })
    return { status: answer.status, json: () => JSON.parse(Buffer.from(answer.body).toString()) }
  }
  const bulk = async (lines: readonly object[]) => {
    const body = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
    const { errors, items } = (await ask('POST', `${index}/_bulk`, body, 'application/x-ndjson')).json()
    if (errors)
      throw refused(
        url,
        JSON.stringify(items.find((item: object) => 'error' in Object.values(item)[0])).slice(0, 200),
      )
  }
  return {
    name: `opensearch ${url}/${index}`,
    prepare: async () => {
      if ((await ask('HEAD', index)).status === 404)
        await ask('PUT', index, JSON.stringify(openSearchMapping))
    },
    putSource: async (source, entities) => {
      const kept: string[] = []
      let lines: object[] = []
      for await (const entity of entities) {
        const id = idOf(source, entity.iri)
        kept.push(id)
        lines.push({ index: { _id: id } }, documentOf(entity))
        if (lines.length < DOCUMENTS_AT_ONCE * 2) continue
        await bulk(lines)
        lines = []
      }
      if (lines.length > 0) await bulk(lines)
      const others = { bool: { filter: [{ term: { source } }], must_not: [{ ids: { values: kept } }] } }
      await ask(
        'POST',
        `${index}/_delete_by_query?refresh=true&conflicts=proceed`,
        JSON.stringify({ query: others }),
      )
    },
    compare: async (source, entities) => {
      const wanted = new Set<string>()
      for await (const entity of entities) wanted.add(keyOf(entity))
      const found = new Set<string>()
      for (let after: unknown; ; ) {
        const { hits } = (
          await ask('POST', `${index}/_search`, JSON.stringify(pageOf(source, after)))
        ).json() as Found
        for (const { _source } of hits.hits) found.add(keyOf(_source))
        after = hits.hits.at(-1)?.sort
        if (hits.hits.length < DOCUMENTS_AT_ONCE) break
      }
      return differenceOf(wanted, found)
    },
  }
}

interface Found {
  readonly hits: {
    readonly hits: readonly {
      readonly _source: { readonly iri: string; readonly hash: string }
      readonly sort?: unknown
    }[]
  }
}

/** An entity with the hash of its content. */
function keyOf({ iri, hash }: { readonly iri: string; readonly hash: string }): string {
  return `${iri} ${hash}`
}

function pageOf(source: string, after: unknown): object {
  return {
    query: { term: { source } },
    _source: ['iri', 'hash'],
    size: DOCUMENTS_AT_ONCE,
    sort: [{ iri: 'asc' }],
    ...(after !== undefined && { search_after: after }),
  }
}

function idOf(source: string, iri: string): string {
  return createHash('sha256').update(`${source}\n${iri}`).digest('hex').slice(0, 40)
}

function documentOf({
  iri,
  source,
  type,
  publisher,
  hash,
  changed,
  suppressedBy,
  title,
  nquads,
}: Entity): object {
  return {
    iri,
    source,
    type,
    ...(publisher !== undefined && { publisher }),
    hash,
    changed,
    isSuppressed: suppressedBy !== undefined,
    ...(title && { title }),
    text: literalTexts(nquads),
  }
}

function refused(url: string, reason: string): GrunddataError {
  return new GrunddataError('STORE_UNREACHABLE', {
    sv: `${url} tog inte emot: ${reason}.`,
    en: `${url} did not accept it: ${reason}.`,
  })
}
