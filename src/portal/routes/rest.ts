// The JSON API (version 1) as Sweden's REST API profile wants it: paths, paging, problems. Writing is in ./write.ts.
import { isGrunddataError } from '../../errors.ts'
import { domains } from '../../framework/index.ts'
import { DEFAULT_PROFILE } from '../../profile/index.ts'
import type { EntityKind } from '../data/entity-kinds.ts'
import { readBody } from '../http/body.ts'
import { respond } from '../http/respond.ts'
import { openApi } from '../machine/openapi.ts'
import { detail, facetLabels, summary } from '../machine/rest.ts'
import { byApiId } from '../machine/rest-ids.ts'
import { changesOf } from '../pages/changes.ts'
import { profileOf } from '../pages/profiles.ts'
import { scoreOfSource } from '../pages/quality.ts'
import { readQuestion } from '../pages/question.ts'
import { MAX_INPUT_BYTES } from '../toolkit/input.ts'
import { runTask } from '../toolkit/run.ts'
import type { App, Call } from './incoming.ts'
import { failedAnswer, told } from './problems.ts'
import { tooMany } from './toolkit.ts'

export const API = '/api/v1'
const MAX_LIMIT = 100

const kinds: Readonly<Record<string, EntityKind>> = {
  series: 'series',
  services: 'service',
  organisations: 'agent',
  specifications: 'specification',
  catalogues: 'catalog',
}

export function json(call: Call, value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return respond(call.req.raw, {
    mediaType: 'application/json',
    body: `${JSON.stringify(value)}\n`,
    headers,
    isOpen: true,
  })
}

export function addRestRoutes(app: App): void {
  app.get(`${API}/openapi.json`, (call) => json(call, openApi(call.env.site)))
  app.get(`${API}/api-info`, (call) => json(call, apiInfo(call)))
  app.get(`${API}/datasets`, (call) => datasets(call))
  app.get(`${API}/datasets/:id`, (call) => one(call, 'dataset'))
  for (const [path, kind] of Object.entries(kinds)) {
    app.get(`${API}/${path}`, (call) => list(call, kind))
    app.get(`${API}/${path}/:id`, (call) => one(call, kind))
  }
  app.get(`${API}/domains`, (call) => json(call, { total: domains.length, items: domains }))
  app.get(`${API}/domains/:id`, (call) => {
    const domain = domains.find(({ id }) => id === call.req.param('id'))
    return domain ? json(call, domain) : unknown(call)
  })
  app.get(`${API}/changes`, async (call) => {
    const { limit } = paging(call)
    const items = await changesOf(call.env.site, limit)
    return json(call, { total: items.length, items })
  })
  app.get(`${API}/rules/:id`, async (call) => {
    const rule = (await profileOf(call.env.site, DEFAULT_PROFILE)).rules.get(call.req.param('id'))
    return rule ? json(call, rule) : unknown(call)
  })
  app.get(`${API}/sources`, async (call) => json(call, await sources(call)))
  app.post(`${API}/validate`, validate)
  app.get('/api/suggest', (call) => {
    const { query, site } = call.env
    const beginning = (query.get('q') ?? '').slice(0, 60).trim().split(/\s+/).at(-1) ?? ''
    return json(call, site.search.suggest(beginning, 8))
  })
  app.all(`${API}/*`, unknown)
}

export function unknown(call: Call): Response {
  return told(call, {
    status: 404,
    code: 'SOURCE_NOT_FOUND',
    detail: { sv: 'Resursen finns inte.', en: 'There is no such resource.' },
  })
}

function paging({ env: { query } }: Call) {
  const whole = (name: string, otherwise: number, most: number) => {
    const value = Number(query.get(name) ?? otherwise)
    return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : otherwise
  }
  return { page: whole('page', 1, 100_000), limit: whole('limit', 20, MAX_LIMIT) }
}

async function datasets(call: Call): Promise<Response> {
  const { site, visitor } = call.env
  const wait = await site.access.limiter.take('search', visitor)
  if (wait !== undefined) return tooMany(call, wait)
  const { page, limit } = paging(call)
  const question = { ...readQuestion(call.env), page, size: limit }
  const sort = call.env.query.get('sort')
  const sorting = sort === 'modified' || sort === 'title' ? sort : question.sorting
  const answer = site.search.ask({ ...question, sorting })
  return json(
    call,
    {
      total: answer.total,
      page,
      limit,
      items: answer.hits.map((entity) => summary(site, entity)),
      facets: answer.facets.map(({ id, values }) => ({ id, values: facetLabels(values) })),
      ...(answer.corrected !== undefined && { corrected: answer.corrected }),
    },
    pageLinks(call, { page, limit, total: answer.total }),
  )
}

function list(call: Call, kind: EntityKind): Response {
  const { site } = call.env
  const { page, limit } = paging(call)
  const all = site.holdings.entities.ofKind(kind)
  const items = all.slice((page - 1) * limit, page * limit).map((entity) => summary(site, entity))
  return json(
    call,
    { total: all.length, page, limit, items },
    pageLinks(call, { page, limit, total: all.length }),
  )
}

/** RFC 8288. */
function pageLinks(
  { env }: Call,
  { page, limit, total }: { readonly page: number; readonly limit: number; readonly total: number },
) {
  const link = (n: number, rel: string) => {
    const query = new URLSearchParams(env.query)
    query.set('page', String(n))
    query.set('limit', String(limit))
    return `<${env.site.base.replace(/\/$/, '')}${env.path}?${query.toString()}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page * limit < total ? [link(page + 1, 'next')] : []),
  ]
  return links.length > 0 ? { Link: links.join(', ') } : ({} as Record<string, string>)
}

function one(call: Call, kind: EntityKind): Response {
  const entity = byApiId(call.env.site, call.req.param('id') ?? '')
  return entity?.kind === kind ? json(call, detail(call.env.site, entity)) : unknown(call)
}

async function sources({ env: { site } }: Call) {
  const items = site.history
    ? await site.history.sources()
    : site.holdings.sources.map((source) => {
        const { points, datasets: count, stars } = scoreOfSource(source)
        return { id: source.id, title: source.title, datasets: count, points, stars }
      })
  return { total: items.length, items }
}

function apiInfo({ env: { site } }: Call) {
  return {
    apiName: site.title.sv,
    apiVersion: '1.0.0',
    apiReleased: '2026-11-28',
    apiDocumentation: `${site.base}api/v1/openapi.json`,
    apiStatus: 'active',
  }
}

/** A catalogue in the body, its report in the answer. */
async function validate(call: Call): Promise<Response> {
  const { site, visitor, query } = call.env
  const wait = await site.access.limiter.take('tool', visitor)
  if (wait !== undefined) return tooMany(call, wait)
  try {
    const bytes = await readBody(call.req.raw, MAX_INPUT_BYTES)
    const mediaType = (call.req.header('content-type') ?? '').replace(/;.*$/, '').trim()
    const document = { name: '-', bytes, ...(/rdf|turtle|ld\+json|n-/.test(mediaType) && { mediaType }) }
    const { report } = await runTask(
      {
        task: 'validate',
        documents: [document],
        profile: query.get('profile') === 'grunddata@2.0' ? 'grunddata@2.0' : 'auto',
        to: 'turtle',
      },
      { ...site.io, fetch: () => Promise.reject(new TypeError('offline')) },
    )
    const { elapsedMs: _, ...rest } = report!
    return respond(call.req.raw, {
      mediaType: 'application/json',
      body: `${JSON.stringify(rest)}\n`,
      isOpen: true,
      keep: 'never',
    })
  } catch (error) {
    if (!isGrunddataError(error)) throw error
    return failedAnswer(call, error)
  }
}
