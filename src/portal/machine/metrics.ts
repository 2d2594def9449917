// Counters of what the portal does, in the text format of Prometheus.

export interface Metrics {
  readonly add: (name: MetricName, labels?: Readonly<Record<string, string>>, by?: number) => void
  readonly text: (gauges: Readonly<Record<string, number>>) => string
}

const help = {
  grunddata_requests_total: 'Requests by status class.',
  grunddata_request_seconds_total: 'Time spent on requests.',
  grunddata_searches_total: 'Searches.',
  grunddata_sparql_total: 'SPARQL queries by outcome.',
  grunddata_refused_total: 'Requests refused, by reason.',
} as const

export type MetricName = keyof typeof help

export function createMetrics(): Metrics {
  const counters = new Map<string, number>()
  return {
    add: (name, labels = {}, by = 1) => {
      const inside = Object.entries(labels).map(
        ([key, value]) => `${key}="${value.replace(/[\\"\n]/g, '_')}"`,
      )
      const key = inside.length > 0 ? `${name}{${inside.join(',')}}` : name
      counters.set(key, (counters.get(key) ?? 0) + by)
    },
    text: (gauges) => {
      const lines: string[] = []
      for (const [name, words] of Object.entries(help)) {
        const own = [...counters].filter(([key]) => key === name || key.startsWith(`${name}{`))
        if (own.length === 0) continue
        lines.push(
          `# HELP ${name} ${words}`,
          `# TYPE ${name} counter`,
          ...own.map(([key, value]) => `${key} ${value}`),
        )
      }
      for (const [name, value] of Object.entries(gauges))
        lines.push(`# TYPE ${name} gauge`, `${name} ${value}`)
      return `${lines.join('\n')}\n`
    },
  }
}
