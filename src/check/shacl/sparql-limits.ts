// What a SPARQL query in a shape may not hold, because variables are bound before it runs (SHACL §5.2.1).
import { GrunddataError } from '../../errors.ts'
import { datasetView, type Graph, namedNode } from '../../rdf/index.ts'
import { SH } from './vocabulary.ts'

/** Strings, IRIs and comments, which may hold any word. */
const ASIDE =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\s]*>|#[^\n]*/g
const RENAMED = /\b[Aa][Ss]\s+([?$](?:this|shapesGraph|currentShape)\b)/

/** The first thing in a query that the specification forbids, or undefined. */
export function forbiddenPart(query: string): string | undefined {
  const bare = query.replace(ASIDE, ' ')
  const word = /\b(?:MINUS|VALUES|SERVICE)\b/i.exec(bare)?.[0]
  if (word) return word.toUpperCase()
  const renamed = RENAMED.exec(bare)?.[1]
  if (renamed) return `AS ${renamed}`
  // A query inside must hand $this on, and say so.
  const inner = bare.split(/\bSELECT\b/i).slice(2)
  const silent = inner.some((part) => !/[?$]this\b/.test(part.split(/\bWHERE\b|\{/i)[0]))
  return silent ? 'SELECT' : undefined
}

/** Throws `CONFIG_INVALID` when the query of an sh:sparql constraint is one that SHACL forbids. */
export function checkQueries(shapes: Graph): void {
  const view = datasetView(shapes)
  for (const { object: constraint } of view.match(null, namedNode(`${SH}sparql`)))
    for (const { object: query } of view.match(constraint, namedNode(`${SH}select`))) {
      const part = forbiddenPart(query.value)
      if (part !== undefined) throw forbidden(part)
    }
}

function forbidden(part: string): GrunddataError {
  return new GrunddataError(
    'CONFIG_INVALID',
    {
      sv: `En SPARQL-fråga i formerna använder ${part} på ett sätt som SHACL inte tillåter`,
      en: `A SPARQL query in the shapes uses ${part} in a way that SHACL does not allow`,
    },
    {
      hint: {
        sv: 'Skriv om frågan enligt SHACL avsnitt 5.2.1, till exempel med FILTER NOT EXISTS i stället för MINUS.',
        en: 'Rewrite the query by SHACL section 5.2.1, for instance with FILTER NOT EXISTS in place of MINUS.',
      },
    },
  )
}
