// The history as an event feed (LDES, DCAT-AP Feeds), page by page.
import { redirect, respond } from '../http/respond.ts'
import type { App, Call } from './incoming.ts'

export function addFeedRoutes(app: App): void {
  app.get('/feed', (call) => {
    const wantsJson = (call.req.header('accept') ?? '').includes('application/ld+json')
    return redirect(`${call.env.site.root}/feed.${wantsJson ? 'jsonld' : 'trig'}`, 303, { Vary: 'Accept' })
  })
  for (const path of ['/feed.trig', '/feed.jsonld', '/feed/*']) app.get(path, page)
}

async function page(call: Call): Promise<Response> {
  const { site, path } = call.env
  const found = await site.feed?.page(path.slice(1))
  if (!found)
    return respond(call.req.raw, { status: 404, mediaType: 'text/plain; charset=utf-8', body: 'Not found\n' })
  return respond(call.req.raw, {
    mediaType: found.mediaType,
    body: found.body,
    etag: found.etag,
    headers: { 'Cache-Control': found.cacheControl },
    isOpen: true,
  })
}
