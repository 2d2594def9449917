// What every route is given beside the request, and how pages become answers.

import type { Context, Hono } from 'hono'
import type { Lang } from '../../finding.ts'
import type { Identity } from '../access/index.ts'
import { framed } from '../design/frame.ts'
import { respond } from '../http/respond.ts'
import type { Page } from '../page.ts'
import { notFoundPage } from '../pages/others.ts'
import type { Site } from '../site.ts'
import { createVisit, type Visit } from '../visit.ts'

export interface Incoming {
  readonly site: Site
  readonly lang: Lang
  /** Without the root and the language. */
  readonly path: string
  /** Address of whoever asks, for limits. */
  readonly visitor: string
  readonly query: URLSearchParams
  readonly identity?: Identity
}

export type App = Hono<{ Bindings: Incoming }>
export type Call = Context<{ Bindings: Incoming }>

export function visitOf(call: Call): Visit {
  const { site, lang, path, query, identity } = call.env
  return createVisit({
    site,
    lang,
    path,
    query,
    ...(identity?.csrf && { csrf: identity.csrf }),
    user: identity?.name,
  })
}

const kept = new WeakMap<Site, Map<string, Page>>()
const MAX_KEPT = 400

/** A page, made once for visitors who are not signed in while the content is the same. */
export async function pageAnswer(
  call: Call,
  make: (visit: Visit) => Page | undefined | Promise<Page | undefined>,
  extra: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { site, lang, path, query, identity } = call.env
  const visit = visitOf(call)
  const isShared = identity === undefined && call.req.method !== 'POST'
  const key = `${lang} ${path}?${query.toString()}`
  const pages = kept.get(site) ?? new Map<string, Page>()
  kept.set(site, pages)
  const page = (isShared && pages.get(key)) || (await make(visit)) || notFoundPage(visit)
  if (isShared && (page.status ?? 200) === 200 && !pages.has(key)) {
    if (pages.size >= MAX_KEPT) pages.delete(pages.keys().next().value as string)
    pages.set(key, page)
  }
  return sendPage(call, visit, page, extra)
}

/** A page as an answer, never kept by others when somebody is signed in. */
export function sendPage(
  call: Call,
  visit: Visit,
  page: Page,
  extra: Readonly<Record<string, string>> = {},
): Response {
  const isPrivate = call.env.identity !== undefined
  return respond(call.req.raw, {
    status: page.status ?? 200,
    mediaType: 'text/html; charset=utf-8',
    body: framed(page, visit),
    headers: {
      'Content-Language': visit.lang,
      ...(isPrivate ? { Vary: 'Cookie' } : {}),
      ...page.headers,
      ...extra,
    },
    ...((isPrivate || call.req.method === 'POST') && { keep: 'never' as const }),
  })
}
