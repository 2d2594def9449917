// The forms in which one entity is given: what a server negotiates about and a folder holds side by side.
import { isGrunddataError } from '../errors.ts'
import {
  type Graph,
  iriId,
  writeJsonLd,
  writeJsonTrees,
  writeNTriples,
  writeRdfXml,
  writeTurtle,
} from '../rdf/index.ts'
import { type Artifact, bytesOf, etagOf } from './artifact.ts'
import { type Entity, type EntityKind, entityGraph } from './entities.ts'
import { entityPath } from './paths.ts'
import { schemaOrg } from './schema-org.ts'

export interface Form {
  readonly extension: string
  /** As the Content-Type says it, without a charset. */
  readonly mediaType: string
  /** The kinds of entities that have this form; default: all. */
  readonly kinds?: readonly EntityKind[]
  /** Writes the document of an entity, `graph` being {@link entityGraph} of it in `whole`. */
  readonly write: (graph: Graph, entity: Entity, whole: Graph) => Iterable<string>
}

/** By name, in the order a server prefers them. */
export const forms = {
  turtle: { extension: 'ttl', mediaType: 'text/turtle', write: (graph) => writeTurtle(graph) },
  jsonld: {
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    write: (graph, { iri }) => writeJsonTrees(graph, { roots: [iriId(graph, iri)] }),
  },
  rdfxml: { extension: 'rdf', mediaType: 'application/rdf+xml', write: (graph) => writeRdfXml(graph) },
  ntriples: { extension: 'nt', mediaType: 'application/n-triples', write: (graph) => writeNTriples(graph) },
  expanded: {
    extension: 'expanded.jsonld',
    mediaType: 'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"',
    write: (graph) => writeJsonLd(graph, { form: 'expanded' }),
  },
  schema: {
    extension: 'schema.jsonld',
    mediaType: 'application/ld+json;profile="https://schema.org/"',
    kinds: ['catalog', 'dataset', 'series', 'service'],
    write: (graph, { iri }, whole) => [`${JSON.stringify(schemaOrg(graph, iri, whole), undefined, 2)}\n`],
  },
} as const satisfies Record<string, Form>

export type FormName = keyof typeof forms

export const formNames = Object.keys(forms) as readonly FormName[]

/** The forms that a kind of entity has. */
export function formsOf(kind: EntityKind): readonly FormName[] {
  return formNames.filter((name) => {
    const { kinds }: Form = forms[name]
    return kinds === undefined || kinds.includes(kind)
  })
}

/** The address of an entity's document in one form. */
export function documentUrl(entity: Pick<Entity, 'iri' | 'kind'>, form: FormName, base: string): string {
  return `${base}${entityPath(entity, base)}.${forms[form].extension}`
}

export interface EntityDocument extends Artifact {
  readonly form: FormName
  /** Strong entity tag: equal for equal bytes. */
  readonly etag: string
}

/**
 * An entity's document in one form: what a server answers with and what a folder gets, byte for byte.
 * Throws OUTPUT_FAILED for a property that the syntax cannot hold.
 */
export function entityDocument(graph: Graph, entity: Entity, form: FormName, base: string): EntityDocument {
  return written({ own: entityGraph(graph, entity), whole: graph, entity, base }, form)
}

/** An entity's documents in every form that can hold it; one that cannot is left out. */
export function* entityDocuments(graph: Graph, entity: Entity, base: string): Generator<EntityDocument> {
  const source = { own: entityGraph(graph, entity), whole: graph, entity, base }
  for (const form of formsOf(entity.kind)) {
    const document = attempt(() => written(source, form))
    if (document) yield document
  }
}

interface Source {
  readonly own: Graph
  readonly whole: Graph
  readonly entity: Entity
  readonly base: string
}

function written({ own, whole, entity, base }: Source, form: FormName): EntityDocument {
  const { extension, mediaType, write } = forms[form] as Form
  const body = bytesOf(write(own, entity, whole))
  return { path: `${entityPath(entity, base)}.${extension}`, mediaType, body, form, etag: etagOf(body) }
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (isGrunddataError(error) && error.code === 'OUTPUT_FAILED') return undefined
    throw error
  }
}
