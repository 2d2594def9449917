// APIs: data services, the distributions that lead to them, and how the portal shows both (rules 40, 41, 64, 81, 82).
import { propertyLabel } from '../dcat/index.ts'
import type { Problem, Text } from '../finding.ts'
import { type Graph, iriId, LITERAL, objects, subjects, text } from '../rdf/index.ts'
import { DCAT, DCT, FOAF } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, nameOf, typedAs, values } from './walk.ts'

const TITLE = `${DCT}title`
const ACCESS_SERVICE = `${DCAT}accessService`
const WHOLE_WORD = /(?<![\p{L}\p{N}])api(?:\p{Ll}{1,4}|:\p{Ll}+)?(?![\p{L}\p{N}])/iu
const WORD = 2
const LETTERS = 3
/** Formats that only a service answers with. */
const SERVICE_FORMAT =
  /vnd\.ogc\.(?:wms|wfs|wcs|wmts|csw|sos)|openapi|sparql-query|\/(?:WMS|WFS|WCS|WMTS)_SRVC$/i
/** What the portal's page for a service of its own shows; keywords and titles have rules already. */
const STANDALONE = [
  `${DCT}publisher`,
  `${DCT}description`,
  `${DCAT}landingPage`,
  `${FOAF}page`,
  `${DCAT}theme`,
]

/** Rules distribution-api-without-service, service-standalone-incomplete, series-api, api-flag-*. */
export const services: Check = (graph, { view }) => {
  const problems: Problem[] = []
  const withService = new Uint8Array(graph.dictionary.count)
  for (const distribution of links(graph, ACCESS_SERVICE).subject) withService[distribution] = 1
  if (view?.part !== 'whole') {
    const apiLike = distributionsLikeApi(graph, withService, problems)
    apiFlags(graph, withService, apiLike, problems)
  }
  if (view?.part !== 'each') {
    servicesAlone(graph, problems)
    seriesApi(graph, problems)
  }
  return problems
}

/** Memo per title: 1 nothing about API, WORD the word API, LETTERS the letters inside another word. */
function createApiReader(graph: Graph): (title: number) => number {
  const memo = new Uint8Array(graph.dictionary.count)
  const { dictionary: d } = graph
  return (title) => {
    if (memo[title] === 0)
      memo[title] = hasLetters(d.arena, d.start[title], d.length[title]) ? read(title) : 1
    return memo[title]
  }
  function read(title: number): number {
    return WHOLE_WORD.test(text(graph, title)) ? WORD : LETTERS
  }
}

/** Whether the bytes hold "api" in any case. */
function hasLetters(bytes: Uint8Array, start: number, length: number): boolean {
  const last = start + length - 2
  for (let i = start; i < last; i++)
    if ((bytes[i] | 32) === 97 && (bytes[i + 1] | 32) === 112 && (bytes[i + 2] | 32) === 105) return true
  return false
}

function distributionsLikeApi(graph: Graph, withService: Uint8Array, problems: Problem[]): Uint8Array {
  const apiLike = new Uint8Array(graph.dictionary.count)
  const readApi = createApiReader(graph)
  const formats = new Map<number, boolean>()
  const isServiceFormat = (format: number): boolean => {
    let known = formats.get(format)
    if (known === undefined) formats.set(format, (known = SERVICE_FORMAT.test(text(graph, format))))
    return known
  }
  const title = iriId(graph, TITLE)
  const format = iriId(graph, `${DCT}format`)
  for (const focus of instances(graph, `${DCAT}Distribution`)) {
    if (withService[focus]) continue
    const rule = 'distribution-api-without-service'
    const named = objects(graph, focus, title).find((value) => readApi(value) === WORD)
    const formatted = objects(graph, focus, format).find(isServiceFormat)
    if (named === undefined && formatted === undefined) continue
    apiLike[focus] = 1
    if (formatted !== undefined) problems.push({ rule, focus, path: `${DCT}format`, value: formatted })
    else problems.push({ rule, focus, path: TITLE, value: named as number })
  }
  return apiLike
}

function apiFlags(graph: Graph, withService: Uint8Array, apiLike: Uint8Array, problems: Problem[]): void {
  const readApi = createApiReader(graph)
  const title = iriId(graph, TITLE)
  const distribution = iriId(graph, `${DCAT}distribution`)
  const served = new Set(links(graph, `${DCAT}servesDataset`).object)
  for (const dataset of instances(graph, `${DCAT}Dataset`)) {
    const distributions = objects(graph, dataset, distribution)
    if (served.has(dataset) || distributions.some((d) => withService[d] || apiLike[d])) continue
    let found = apiTitle(dataset, objects(graph, dataset, title), readApi)
    for (const one of distributions)
      if (found?.api !== WORD) found = better(found, apiTitle(one, objects(graph, one, title), readApi))
    if (!found) continue
    problems.push({
      rule: found.api === WORD ? 'api-flag-missing' : 'api-flag-accidental',
      focus: found.focus,
      path: TITLE,
      value: found.value,
    })
  }
}

interface ApiTitle {
  readonly focus: number
  readonly value: number
  readonly api: number
}

/** The title that says API as a word, else one that holds its letters. */
function apiTitle(
  focus: number,
  titles: Uint32Array,
  readApi: (title: number) => number,
): ApiTitle | undefined {
  let found: ApiTitle | undefined
  for (const value of titles) {
    const api = readApi(value)
    if (api === WORD) return { focus, value, api }
    if (api === LETTERS) found ??= { focus, value, api }
  }
  return found
}

const better = (a: ApiTitle | undefined, b: ApiTitle | undefined) => (b?.api === WORD || !a ? b : a)

function servicesAlone(graph: Graph, problems: Problem[]): void {
  const accessService = iriId(graph, ACCESS_SERVICE)
  for (const focus of instances(graph, `${DCAT}DataService`))
    if (subjects(graph, accessService, focus).length === 0) standaloneService(graph, focus, problems)
}

function standaloneService(graph: Graph, focus: number, problems: Problem[]): void {
  const missing = STANDALONE.filter((path) => values(graph, focus, path).length === 0)
  if (missing.length === 0) return
  problems.push({ rule: 'service-standalone-incomplete', focus, params: { missing: listOf(missing) } })
}

function listOf(paths: readonly string[]): Text {
  const labels = paths.map((path) => propertyLabel(path) ?? { sv: path, en: path })
  return {
    sv: joined(
      labels.map((label) => label.sv.toLowerCase()),
      'och',
    ),
    en: joined(
      labels.map((label) => label.en.toLowerCase()),
      'and',
    ),
  }
}

function joined(words: readonly string[], and: string): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${and} ${words[words.length - 1]}`
}

function seriesApi(graph: Graph, problems: Problem[]): void {
  const { subject, object } = links(graph, `${DCAT}inSeries`)
  const firstUser = new Map<string, number>()
  const reported = new Set<string>()
  const isDistribution = typedAs(graph, `${DCAT}Distribution`)
  for (let i = 0; i < object.length; i++)
    for (const distribution of values(graph, subject[i], `${DCAT}distribution`)) {
      if (!isDistribution[distribution]) continue
      for (const service of values(graph, distribution, ACCESS_SERVICE)) {
        const key = `${object[i]} ${service}`
        const first = firstUser.get(key)
        if (first === undefined) firstUser.set(key, subject[i])
        if (first === undefined || first === subject[i] || reported.has(key)) continue
        reported.add(key)
        if (graph.dictionary.kind[service] === LITERAL) continue
        problems.push({
          rule: 'series-api',
          focus: object[i],
          params: { service: nameOf(graph, service) },
        })
      }
    }
}
