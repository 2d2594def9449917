// What only the network can tell: whether addresses answer, and whether an API description may be read by the
// portal (rules 28, 84). Offline these are counted as not assessed, never passed over in silence.
import type { Problem, Text } from '../finding.ts'
import type { LinkAnswer } from '../io.ts'
import { type Graph, ID, IRI, objects, text } from '../rdf/index.ts'
import { DCAT, DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, typedAs } from './walk.ts'

const OFFLINE: Text = {
  sv: 'Kräver nätet: lägg till --links.',
  en: 'Needs the network: add --links.',
}
const UNSURE: Text = {
  sv: 'Servern svarade med ett fel som kan gå över.',
  en: 'The server answered with an error that may pass.',
}

/** One thing that leads to an address. */
interface Tried {
  readonly rule: string
  readonly focus: number
  readonly path: string
  readonly value: number
}

/** Rules access-url-unreachable, landing-page-unreachable, api-description-unreachable and subcatalog-unreachable. */
export const network: Check = async (graph, { profile, io, notAssessed, view }) => {
  const wanted = [...addresses(graph)].filter(
    ({ rule, focus }) => profile.rules.has(rule) && view?.home[focus] !== 0,
  )
  const unsure = new Map<string, Set<number>>()
  const note = ({ rule, value }: Tried) => {
    const values = unsure.get(rule)
    if (values) values.add(value)
    else unsure.set(rule, new Set([value]))
  }
  const tryLink = io.tryLink
  const answers = await Promise.all(
    wanted.map(async (each) => {
      const answer = tryLink ? await tryLink(text(graph, each.value)) : undefined
      if (answer?.works === undefined) note(each)
      return answer !== undefined && fails(each, answer) ? [problemOf(each)] : []
    }),
  )
  for (const [rule, values] of unsure)
    notAssessed({ rule, reason: tryLink ? UNSURE : OFFLINE, count: values.size }, values)
  return answers.flat()
}

function problemOf({ rule, focus, path, value }: Tried): Problem {
  return { rule, focus, path, value }
}

/** An API description must also be the file itself, and readable from other sites (rule 84). */
function fails({ rule }: Tried, { works, mediaType = '', allowsOrigin }: LinkAnswer): boolean {
  if (works !== true) return works === false
  return rule === 'api-description-unreachable' && (mediaType.includes('html') || allowsOrigin === false)
}

function* addresses(graph: Graph): Generator<Tried> {
  const isDistribution = typedAs(graph, `${DCAT}Distribution`)
  for (const [rule, path] of plain) {
    const { subject, object } = links(graph, path)
    for (let i = 0; i < object.length; i++)
      if (graph.dictionary.kind[object[i]] === IRI) yield { rule, focus: subject[i], path, value: object[i] }
  }
  const conformsTo = `${DCT}conformsTo`
  const { subject, object } = links(graph, conformsTo)
  for (let i = 0; i < object.length; i++)
    if (isDistribution[subject[i]] && graph.dictionary.kind[object[i]] === IRI)
      yield { rule: 'api-description-unreachable', focus: subject[i], path: conformsTo, value: object[i] }
  const hasPart = `${DCT}hasPart`
  const parts = links(graph, hasPart)
  const remote = new Set(remoteCatalogs(graph))
  for (let i = 0; i < parts.object.length; i++)
    if (remote.has(parts.object[i]))
      yield { rule: 'subcatalog-unreachable', focus: parts.subject[i], path: hasPart, value: parts.object[i] }
}

const plain = [
  ['access-url-unreachable', `${DCAT}accessURL`],
  ['access-url-unreachable', `${DCAT}downloadURL`],
  ['landing-page-unreachable', `${DCAT}landingPage`],
  ['api-description-unreachable', `${DCAT}endpointDescription`],
] as const

/** Sub-catalogues with nothing but a type: the portal fetches these from their own IRIs. */
function remoteCatalogs(graph: Graph): Uint32Array {
  const parts = new Set(links(graph, `${DCT}hasPart`).object)
  return instances(graph, `${DCAT}Catalog`).filter((catalog) => {
    const rows = graph.out.offset[catalog + 1] - graph.out.offset[catalog]
    return parts.has(catalog) && rows === objects(graph, catalog, ID.type).length
  })
}
