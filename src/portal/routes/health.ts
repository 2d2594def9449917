// For those who keep the portal running: whether it works, and figures.
import { respond } from '../http/respond.ts'
import type { App } from './incoming.ts'

export function addHealthRoutes(app: App): void {
  app.get('/health', (call) => {
    const { holdings, search } = call.env.site
    const body = {
      status: holdings.failures.length > 0 && holdings.sources.length === 0 ? 'fail' : 'pass',
      sources: holdings.sources.length,
      unreadable: holdings.failures.length,
      searchable: search.size,
      revision: holdings.revision,
      loaded: holdings.loaded.toISOString(),
    }
    const status = body.status === 'pass' ? 200 : 503
    return respond(call.req.raw, {
      status,
      mediaType: 'application/health+json',
      body: `${JSON.stringify(body)}\n`,
      keep: 'never',
      isOpen: true,
    })
  })
  app.get('/metrics', async (call) => {
    const { holdings, search, metrics, sourceMetrics } = call.env.site
    const text = metrics.text({
      grunddata_searchable: search.size,
      grunddata_triples: holdings.reading.graph.out.size,
      grunddata_sources: holdings.sources.length,
      grunddata_sources_unreadable: holdings.failures.length,
      process_resident_memory_bytes: process.memoryUsage.rss(),
      process_cpu_seconds_total: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
      process_uptime_seconds: Math.round(process.uptime()),
    })
    return respond(call.req.raw, {
      mediaType: 'text/plain; version=0.0.4; charset=utf-8',
      body: text + ((await sourceMetrics?.()) ?? ''),
      keep: 'never',
    })
  })
}
