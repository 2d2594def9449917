// Comments that silence findings where they are: `# grunddata-ignore rule-id [rule-id …] [-- reason]` in Turtle,
// the same inside <!-- --> in RDF/XML. At the end of a line it holds for that line, on a line of its own for the next.

const MARK = 'grunddata-ignore'

/** Silenced rules per line (from 1); an empty set silences every rule on that line. */
export type Silenced = ReadonlyMap<number, ReadonlySet<string>>

/** The silencing comments of a text; quick when there are none. */
export function silencedLines(bytes: Uint8Array): Silenced {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const silenced = new Map<number, ReadonlySet<string>>()
  let line = 1
  let from = 0
  for (let at = buffer.indexOf(MARK); at >= 0; at = buffer.indexOf(MARK, at + MARK.length)) {
    for (let nl = buffer.indexOf(10, from); nl >= 0 && nl < at; nl = buffer.indexOf(10, nl + 1)) line++
    from = at
    const start = buffer.lastIndexOf(10, at) + 1
    const before = buffer.toString('utf8', start, at)
    if (!/(#|<!--)\s*$/.test(before)) continue
    const stop = buffer.indexOf(10, at)
    const rest = buffer.toString('utf8', at + MARK.length, stop < 0 ? buffer.length : stop)
    const rules = rest
      .split('--')[0]
      .split(/[\s,]+/)
      .filter(Boolean)
    const alone = /^\s*(#|<!--)\s*$/.test(before)
    silenced.set(alone ? line + 1 : line, new Set(rules))
  }
  return silenced
}

/** True when a comment silences this rule on this line. */
export function isSilenced(silenced: Silenced, line: number, rule: string): boolean {
  const rules = silenced.get(line)
  return rules !== undefined && (rules.size === 0 || rules.has(rule))
}
