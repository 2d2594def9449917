// What a source gives that is no RDF (records of geodata, descriptions of APIs) as a graph: in a catalogue of its own,
// with addresses of ours, since the source has given none.
import { buildGraph, type Draft } from '../author/index.ts'
import { portalOrganisations } from '../framework/index.ts'
import type { Profile } from '../profile/index.ts'
import type { Graph } from '../rdf/index.ts'
import type { RawDocument, Source } from '../source/index.ts'

/** Things of a source that has no names for them: never in somebody else's namespace. */
const OWN = 'https://w3id.org/grunddata/source/'

export interface Making {
  readonly profile: Profile
  /** Reads the documents as this kind; else each as what it is. */
  readonly from?: string
}

/** The documents of a source as a graph. What is wrong with them is in its problems. */
export async function madeGraph(
  source: Source,
  documents: readonly RawDocument[],
  { profile, from }: Making,
): Promise<Graph> {
  const { graph } = await buildGraph(documents, {
    profile,
    base: `${OWN}${source.id}/`,
    organisations: portalOrganisations(),
    beside: catalogOf(source),
    ...(from !== undefined && { from }),
  })
  return graph
}

function catalogOf({ url, title, organisation, settings }: Source): Draft {
  const place = { file: url, line: 1, column: 1 }
  const publisher = organisation && { iri: `http://dataportal.se/organisation/SE${organisation}` }
  return {
    faults: [],
    language: settings.language ?? 'sv',
    entities: [
      {
        class: 'Catalog',
        place,
        values: [
          ...(title === undefined
            ? []
            : [{ property: 'title', content: { kind: 'written', text: title }, place } as const]),
          ...(publisher
            ? [{ property: 'publisher', content: { kind: 'exact', term: publisher }, place } as const]
            : []),
        ],
      },
    ],
  }
}
