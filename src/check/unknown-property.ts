// Properties outside the profile (rule 75): kept and passed on by the portal, but not shown; perhaps misspelled.
import { distance } from 'fastest-levenshtein'
import { compactName, classes as modelClasses, orgAsPublished } from '../dcat/index.ts'
import type { Problem } from '../finding.ts'
import type { Profile } from '../profile/index.ts'
import { firstRow, type Graph, ID, IRI, iriId, objects, text } from '../rdf/index.ts'
import { DCAT, SHACL } from './namespaces.ts'
import type { Check } from './types.ts'
import { links } from './walk.ts'

const RDF_NAMESPACE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS_NAMESPACE = 'http://www.w3.org/2000/01/rdf-schema#'
/** The elements that dcterms replaced in 2008; a catalogue never means these. */
const OLD_ELEMENTS = 'http://purl.org/dc/elements/1.1/'
const DCTERMS = 'http://purl.org/dc/terms/'
/** Terms of DCAT 3 and its companions that are no misspelling although the Swedish profile leaves them out. */
const REAL = new Set(
  (
    'accessService bbox byteSize catalog centroid checksum compressFormat contactPoint dataset distribution ' +
    'downloadURL endDate endpointDescription endpointURL first hasCurrentVersion hasVersion inCatalog inSeries ' +
    'isDistributionOf isVersionOf keyword landingPage last mediaType next nextVersion packageFormat prev ' +
    'previousVersion qualifiedRelation record resource role hadRole seriesMember service servesDataset ' +
    'spatialResolutionInMeters startDate temporalResolution theme themeTaxonomy version accessURL'
  )
    .split(' ')
    .map((name) => DCAT + name),
)

/** Rules property-unknown (once per property) and property-misspelled (where a known one is near). */
export const unknownProperties: Check = (graph, { profile, view }) => {
  const problems: Problem[] = []
  const { known, classes } = namesOf(profile)
  if (known.size === 0) return problems
  for (const [predicate, use] of usesOf(graph, classes, view?.home)) {
    const iri = text(graph, predicate)
    if (known.has(iri) || iri.startsWith(RDF_NAMESPACE) || iri.startsWith(RDFS_NAMESPACE)) continue
    const near = nearest(iri, known)
    problems.push({
      rule: near ? 'property-misspelled' : 'property-unknown',
      path: iri,
      at: use.at,
      params: { property: compactName(iri), count: use.count, suggestion: near ? compactName(near) : '' },
    })
  }
  return problems
}

interface Names {
  readonly known: ReadonlySet<string>
  readonly classes: readonly string[]
}

/** Paths of shapes do not name them all: some are alternatives, such as the two spellings of org:classification. */
const modelProperties: ReadonlySet<string> = new Set([
  ...modelClasses.flatMap(({ properties }) => properties.map(({ property }) => property)),
  `${orgAsPublished}classification`,
])

const names = new WeakMap<Profile, Names>()

/** Every property and target class that the shapes of a profile mention. */
function namesOf(profile: Profile): Names {
  let found = names.get(profile)
  if (!found) {
    const mentioned = (property: string) => {
      const iris = new Set<string>()
      for (const term of links(profile.shapes, SHACL + property).object)
        if (profile.shapes.dictionary.kind[term] === IRI) iris.add(text(profile.shapes, term))
      return iris
    }
    found = {
      known: new Set([...mentioned('path'), ...modelProperties]),
      classes: [...mentioned('targetClass')],
    }
    names.set(profile, found)
  }
  return found
}

interface Use {
  /** Byte offset of the first use. */
  readonly at: number
  readonly count: number
}

/** The predicates used on instances of the profile's classes: where first, and how often. */
function usesOf(graph: Graph, classes: readonly string[], home?: Uint8Array): Map<number, Use> {
  const { out } = graph
  const count = new Uint32Array(graph.dictionary.count)
  const first = new Uint32Array(graph.dictionary.count)
  const isClass = new Set(classes.map((iri) => iriId(graph, iri)))
  for (let subject = 0; subject < graph.dictionary.count; subject++) {
    if (out.offset[subject + 1] === out.offset[subject] || (home && home[subject] !== 1)) continue
    const row = firstRow(out, subject, ID.type)
    if (row === out.offset[subject + 1] || out.predicate[row] !== ID.type) continue
    if (!objects(graph, subject, ID.type).some((type) => isClass.has(type))) continue
    for (let r = out.offset[subject]; r < out.offset[subject + 1]; r++) {
      const predicate = out.predicate[r]
      if (count[predicate]++ === 0 || out.at[r] < first[predicate]) first[predicate] = out.at[r]
    }
  }
  const uses = new Map<number, Use>()
  count.forEach((n, predicate) => {
    if (n > 0) uses.set(predicate, { at: first[predicate], count: n })
  })
  return uses
}

const split = (iri: string) => {
  const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
  return [iri.slice(0, cut), iri.slice(cut)] as const
}

/** The known property that was probably meant. */
function nearest(iri: string, known: ReadonlySet<string>): string | undefined {
  if (REAL.has(iri)) return undefined
  const [namespace, name] = split(iri)
  if (namespace === OLD_ELEMENTS && known.has(DCTERMS + name)) return DCTERMS + name
  const folded = namespace.replace(/^https?:\/\/(www\.)?/, '').replace(/[#/]$/, '')
  let best: string | undefined
  let least = Math.min(2, Math.floor(name.length / 4)) + 1
  for (const candidate of known) {
    const [otherNamespace, otherName] = split(candidate)
    if (otherNamespace.replace(/^https?:\/\/(www\.)?/, '').replace(/[#/]$/, '') !== folded) continue
    const far = distance(name.toLowerCase(), otherName.toLowerCase())
    if (far < least) {
      least = far
      best = candidate
    }
  }
  return best
}
