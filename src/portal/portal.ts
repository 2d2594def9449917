// The portal as one function: Request → Response. Decides language and limits, finds the route, and lets nothing be thrown.
import { Hono } from 'hono'
import type { Lang } from '../finding.ts'
import type { LimitKind } from './access/index.ts'
import { openTo } from './http/respond.ts'
import { addAccessRoutes } from './routes/access.ts'
import { addEntityRoutes, byAddress } from './routes/entities.ts'
import { addEntryStoreRoutes } from './routes/entry-store.ts'
import { addFeedRoutes } from './routes/feed.ts'
import { addHealthRoutes } from './routes/health.ts'
import type { App, Call, Incoming } from './routes/incoming.ts'
import { addPageRoutes } from './routes/pages.ts'
import { failedAnswer, told } from './routes/problems.ts'
import { addRestRoutes } from './routes/rest.ts'
import { addSparqlRoutes } from './routes/sparql.ts'
import { addToolkitRoutes, tooMany } from './routes/toolkit.ts'
import { addWholeRoutes } from './routes/whole.ts'
import { addWriteRoutes } from './routes/write.ts'
import type { Site } from './site.ts'

export interface Asking {
  /** Address of whoever asks, for limits; default `unknown`. */
  readonly visitor?: string
}

export type Portal = (request: Request, asking?: Asking) => Promise<Response>

const MAX_URL = 8000

/** The portal of a site. `site` may be a function, so that the content can be exchanged while it runs. */
export function createPortal(site: Site | (() => Site)): Portal {
  const current = typeof site === 'function' ? site : () => site
  const app: App = new Hono<{ Bindings: Incoming }>({
    getPath: (_, options) => (options?.env as unknown as Incoming | undefined)?.path ?? '/',
  })
  app.options('*', options)
  addWholeRoutes(app)
  addFeedRoutes(app)
  addHealthRoutes(app)
  addPageRoutes(app)
  addToolkitRoutes(app)
  addEntityRoutes(app)
  addWriteRoutes(app)
  addRestRoutes(app)
  addEntryStoreRoutes(app)
  addSparqlRoutes(app)
  addAccessRoutes(app)
  app.all('*', (call) => (['GET', 'HEAD'].includes(call.req.method) ? byAddress(call) : wrongMethod(call)))
  app.onError((error, call) => failedAnswer(call, error))

  return async (request, { visitor = 'unknown' } = {}) => {
    const began = performance.now()
    const own = current()
    const response = await answered(app, request, { site: own, visitor })
    own.metrics.add('grunddata_requests_total', { status: `${Math.floor(response.status / 100)}xx` })
    own.metrics.add('grunddata_request_seconds_total', {}, (performance.now() - began) / 1000)
    return response
  }
}

async function answered(
  app: App,
  request: Request,
  { site, visitor }: { readonly site: Site; readonly visitor: string },
): Promise<Response> {
  const url = new URL(request.url)
  const place = placeOf(url.pathname, site.root)
  if (!place || request.url.length > MAX_URL) return new Response(null, { status: place ? 414 : 404 })
  const incoming: Incoming = { site, visitor, query: url.searchParams, ...place }
  const identity = await site.access.identify(request)
  // Tokens that are wrong count as attempts to sign in: none can be guessed by trying.
  const kind = identity === 'refused' ? 'login' : limitOf(place.path)
  const wait = await site.access.limiter.take(kind, visitor)
  const env: Incoming = { ...incoming, ...(identity && identity !== 'refused' && { identity }) }
  const refuse =
    wait !== undefined ? (call: Call) => tooMany(call, wait) : identity === 'refused' ? wrongToken : undefined
  if (!refuse) return app.fetch(request, env)
  const only: App = new Hono<{ Bindings: Incoming }>()
  only.all('*', refuse)
  return only.fetch(request, env)
}

function limitOf(path: string): LimitKind {
  return path === '/datasets' || path.startsWith('/store/search') ? 'search' : 'read'
}

function wrongToken(call: Call): Response {
  call.env.site.metrics.add('grunddata_refused_total', { reason: 'token' })
  return told(
    call,
    {
      status: 401,
      code: 'UNAUTHORIZED',
      detail: { sv: 'Nyckeln är fel eller för gammal.', en: 'The token is wrong or too old.' },
    },
    { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  )
}

/** Language and path below the root; undefined outside of it, and for a path that is not well formed. */
function placeOf(pathname: string, root: string): { readonly lang: Lang; readonly path: string } | undefined {
  if (root !== '' && pathname !== root && !pathname.startsWith(`${root}/`)) return undefined
  const inside = pathname.slice(root.length) || '/'
  try {
    decodeURIComponent(inside)
  } catch {
    return undefined
  }
  const isEnglish = inside === '/en' || inside.startsWith('/en/')
  const path = isEnglish ? inside.slice(3) || '/' : inside
  const plain = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path
  return { lang: isEnglish ? 'en' : 'sv', path: plain }
}

/** Scripts of other sites may read, never with cookies. */
function options(): Response {
  const headers = new Headers({
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
    'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, If-None-Match, Range',
    'Access-Control-Max-Age': '86400',
  })
  openTo(headers)
  return new Response(null, { status: 204, headers })
}

function wrongMethod(call: Call): Response {
  return told(
    call,
    {
      status: 405,
      code: 'METHOD',
      detail: { sv: 'Det går inte att göra så här.', en: 'That cannot be done here.' },
    },
    { Allow: 'GET, HEAD, OPTIONS' },
  )
}
