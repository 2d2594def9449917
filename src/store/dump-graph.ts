// What the graphs of the store are called.

/** The named graph of a source in a dump. */
export function sourceGraph(source: string): string {
  return `https://w3id.org/grunddata/source/${encodeURIComponent(source)}`
}
