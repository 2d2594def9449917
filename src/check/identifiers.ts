// One thing, one IRI; one IRI, one thing; one identifier, one dataset (rules 12–15, 32).
import type { Problem, Text } from '../finding.ts'
import { type Graph, IRI, iriId, text } from '../rdf/index.ts'
import { DCAT, DCT, FOAF, ODRS, PROV, RDF_TYPE, VCARD } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, nameOf } from './walk.ts'

/** Kinds of which a thing can be only one. Agent and contact are last: both together is a rule of its own. */
const kinds: readonly { readonly name: Text; readonly classes: readonly string[] }[] = [
  { name: { sv: 'katalog', en: 'catalogue' }, classes: [`${DCAT}Catalog`] },
  { name: { sv: 'datamängd', en: 'dataset' }, classes: [`${DCAT}Dataset`, `${DCAT}DatasetSeries`] },
  { name: { sv: 'distribution', en: 'distribution' }, classes: [`${DCAT}Distribution`] },
  { name: { sv: 'datatjänst', en: 'data service' }, classes: [`${DCAT}DataService`] },
  { name: { sv: 'aktör', en: 'agent' }, classes: [`${FOAF}Agent`, `${FOAF}Person`, `${FOAF}Organization`] },
  {
    name: { sv: 'kontaktpunkt', en: 'contact point' },
    classes: [`${VCARD}Kind`, `${VCARD}Organization`, `${VCARD}Individual`],
  },
]
const AGENT = 1 << 4
const CONTACT = 1 << 5

/** Rules resource-two-kinds, agent-also-contact, dataset-identifier-repeated, dataset-duplicate. */
export const identifiers: Check = (graph) => {
  const problems: Problem[] = []
  const kind = twoKinds(graph, problems)
  agentContacts(graph, kind, problems)
  repeatedIdentifiers(graph, problems)
  return problems
}

/** Reports terms of two kinds; returns the kinds of every term as bits. */
function twoKinds(graph: Graph, problems: Problem[]): Uint8Array {
  const mask = new Uint8Array(graph.dictionary.count)
  kinds.forEach(({ name, classes }, index) => {
    const bit = 1 << index
    for (const iri of classes)
      for (const term of instances(graph, iri)) {
        const before = mask[term] & ~bit
        mask[term] |= bit
        if (before === 0 || (bit === CONTACT && before === AGENT)) continue
        const first = kinds[31 - Math.clz32(before & -before)].name
        const params = { first, second: name }
        problems.push({
          rule: 'resource-two-kinds',
          focus: term,
          path: RDF_TYPE,
          value: iriId(graph, iri),
          params,
        })
      }
  })
  return mask
}

function agentContacts(graph: Graph, kind: Uint8Array, problems: Problem[]): void {
  for (const property of [`${DCT}publisher`, `${DCT}creator`, `${PROV}agent`, `${ODRS}copyrightHolder`])
    for (const agent of links(graph, property).object) kind[agent] |= AGENT
  const reported = new Set<number>()
  const { subject, object } = links(graph, `${DCAT}contactPoint`)
  for (let i = 0; i < object.length; i++) {
    const contact = object[i]
    kind[contact] |= CONTACT
    if ((kind[contact] & AGENT) === 0 || reported.has(contact) || graph.dictionary.kind[contact] !== IRI)
      continue
    reported.add(contact)
    problems.push({
      rule: 'agent-also-contact',
      focus: subject[i],
      path: `${DCAT}contactPoint`,
      value: contact,
    })
  }
  // Things that nobody points at as a contact, but that are typed as both.
  for (let term = 0; term < kind.length; term++)
    if ((kind[term] & (AGENT | CONTACT)) === (AGENT | CONTACT) && !reported.has(term))
      if (graph.dictionary.kind[term] === IRI)
        problems.push({ rule: 'agent-also-contact', focus: term, value: term })
}

/** The only form of dct:identifier that takes part in the portal's handling of duplicates (harvesting.md). */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function repeatedIdentifiers(graph: Graph, problems: Problem[]): void {
  const { dictionary: d } = graph
  const isResource = new Uint8Array(d.count)
  for (const name of ['Dataset', 'DatasetSeries', 'DataService'])
    for (const term of instances(graph, DCAT + name)) isResource[term] = 1
  const owner = new Uint32Array(d.count)
  const uuidOwner = new Map<string, number>()
  const { subject, object } = links(graph, `${DCT}identifier`)
  for (let i = 0; i < object.length; i++) {
    const resource = subject[i]
    const value = object[i]
    if (isResource[resource] === 0) continue
    let first = owner[value] - 1
    let rule = 'dataset-identifier-repeated'
    if (d.length[value] === 36 && UUID.test(text(graph, value))) {
      const key = text(graph, value).toLowerCase()
      first = uuidOwner.get(key) ?? -1
      if (first < 0) uuidOwner.set(key, resource)
      rule = 'dataset-duplicate'
    } else if (first < 0) owner[value] = resource + 1
    if (first < 0 || first === resource) continue
    // The second by name is the one told of, so that the finding does not hang on the order of the file.
    const [other, focus] = text(graph, first) < text(graph, resource) ? [first, resource] : [resource, first]
    problems.push({ rule, focus, path: `${DCT}identifier`, value, params: { other: nameOf(graph, other) } })
  }
}
