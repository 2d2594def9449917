// The nodes of a synthetic catalogue, seeded and deterministic. How often each property occurs, how many values it has and
// how long they are follows what real Swedish catalogues do; bench/README.md sets the two side by side.
import { random, terms } from './random.mjs'
import { vocabularyNodes } from './vocabulary.mjs'

const { iri, plain, text, typed } = terms
const EU = 'http://publications.europa.eu/resource/authority/'
export const WORDS =
  'luft vatten skog väg skola vård adress byggnad plan budget energi trafik buller jakt fiske mark sjö kust park lek bad avfall avlopp el gas tåg buss cykel gång bro tunnel hamn flyg gräns kommun region län stad tätort ort plats punkt linje yta höjd djup nederbörd vind temperatur'.split(
    ' ',
  )
const THEMES = 'AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN'.split(' ')
const FORMATS = ['text/csv', 'application/json', 'application/xml', 'text/html', 'application/pdf']
const LICENCES = [
  'http://creativecommons.org/publicdomain/zero/1.0/',
  'http://creativecommons.org/licenses/by/4.0/',
  'http://creativecommons.org/licenses/by-sa/4.0/',
]

const agentIri = (i) => `http://dataportal.se/organisation/SE${organisationNumber(i)}`
const contactIri = (i) => `https://data.example.se/kontakt/${i}`
const datasetIri = (i) => `https://data.example.se/dataset/${i}`

/** Nine digits and the check digit that makes the number a possible one. */
function organisationNumber(i) {
  const digits = String(202200000 + i)
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const product = Number(digits[at]) * (at % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return digits + ((10 - (sum % 10)) % 10)
}

/** Datasets for each agent. */
const PER_AGENT = 13

/**
 * Yields concepts of code lists (unless `vocabulary` is false), agents, contact points, the catalogue, then each dataset
 * followed by its distributions. `onDefect` is told of each seeded defect: its kind, the node and the property.
 * What a profile recommends is there, so that what is found is what was seeded; with `sparse` as much is missing as in
 * real catalogues.
 */
export function* catalogue(
  count,
  { onDefect = () => {}, seed = 2026, vocabulary = true, sparse = false } = {},
) {
  const next = random(seed)
  /** True for about that share of the calls; of what is recommended, always unless the catalogue is sparse. */
  const chance = (share) => next() < share
  const stated = (share) => chance(share) || !sparse
  const pick = (list) => list[Math.floor(next() * list.length)]
  const agents = Math.max(5, Math.round(count / PER_AGENT))
  if (vocabulary) yield* vocabularyNodes()
  for (let i = 0; i < agents; i++) yield agent(i, stated)
  for (let i = 0; i < agents; i++) yield contact(i, stated)
  yield catalog(count)
  for (let i = 0; i < count; i++)
    yield* datasetNodes(i, { next, chance, stated, sparse, pick, agents, onDefect })
}

function agent(i, stated) {
  return {
    id: agentIri(i),
    types: ['foaf:Organization'],
    properties: [
      ['foaf:name', inBoth(`Exempelmyndigheten ${i}`, `Example agency ${i}`, stated(0.47))],
      ['dcterms:type', [iri('http://purl.org/adms/publishertype/NationalAuthority')]],
      ...(stated(0.5) ? [['foaf:homepage', [iri(`https://myndighet${i}.example.se/`)]]] : []),
      ...(stated(0.01)
        ? [
            ['dcterms:identifier', [plain(organisationNumber(i))]],
            ['dcterms:description', inBoth('Ger exempel.', 'Gives examples.', true)],
            ['org:classification', [iri('https://dataportal.se/concepts/orgAspects/feeFinanzing')]],
          ]
        : []),
    ],
  }
}

function contact(i, stated) {
  const telephone = {
    blank: `t${i}`,
    types: ['vcard:Voice'],
    properties: [['vcard:hasValue', [iri(`tel:+4610${1000000 + i}`)]]],
  }
  const address = {
    blank: `a${i}`,
    types: ['vcard:Address'],
    properties: [
      ['vcard:street-address', [plain(`Exempelgatan ${i}`)]],
      ['vcard:postal-code', [plain('123 45')]],
      ['vcard:locality', [plain('Exempelstad')]],
      ['vcard:country-name', [plain('Sverige')]],
    ],
  }
  return {
    id: contactIri(i),
    types: ['vcard:Organization'],
    properties: [
      ['vcard:fn', [plain(`Enheten för öppna data ${i}`)]],
      ['vcard:hasEmail', [iri(`mailto:data${i}@example.se`)]],
      ...(stated(0.97) ? [['vcard:hasTelephone', [telephone]]] : []),
      ...(stated(0.01) ? [['vcard:hasAddress', [address]]] : []),
    ],
  }
}

function catalog(count) {
  return {
    id: 'https://data.example.se/katalog',
    types: ['dcat:Catalog'],
    properties: [
      ['dcterms:title', inBoth('Exempelkatalogen', 'The example catalogue', true)],
      ['dcterms:description', inBoth('Alla exempel.', 'All examples.', true)],
      ['dcterms:publisher', [iri(agentIri(0))]],
      ['dcterms:license', [iri(LICENCES[0])]],
      ['dcterms:language', [iri(`${EU}language/SWE`)]],
      ['dcterms:issued', [typed('2020-01-01', 'xsd:date')]],
      ['dcterms:modified', [typed('2026-01-01', 'xsd:date')]],
      ['dcterms:spatial', [iri('http://sws.geonames.org/2661886/')]],
      ['foaf:homepage', [iri('https://data.example.se/')]],
      ['dcat:themeTaxonomy', [iri(`${EU}data-theme`)]],
      ['dcat:dataset', Array.from({ length: count }, (_, i) => iri(datasetIri(i)))],
    ],
  }
}

function inBoth(sv, en, both) {
  return both ? [text(sv, 'sv'), text(en, 'en')] : [text(sv, 'sv')]
}

function* datasetNodes(i, { next, chance, stated, sparse, pick, agents, onDefect }) {
  const words = Array.from(
    { length: sparse ? 4 + Math.floor(next() * 16) : 3 + Math.floor(next() * 4) },
    () => pick(WORDS),
  )
  const owner = Math.floor(next() * agents)
  const day = `20${10 + Math.floor(next() * 16)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`
  const english = stated(0.55)
  const files = chance(0.2) ? 1 : chance(0.02) ? 4 : 2
  const distributions = Array.from({ length: files }, (_, n) =>
    distributionNode(`${datasetIri(i)}/${n}`, { n, words, pick, next, stated }),
  )
  const some = (share, property, make) => (stated(share) ? [[property, make()]] : [])
  const dataset = {
    id: datasetIri(i),
    types: ['dcat:Dataset'],
    properties: [
      ['dcterms:title', inBoth(`${words.join(' ')} ${i}`, `Dataset ${i} on ${words.join(' ')}`, english)],
      ['dcterms:description', description(i, words, english)],
      ['dcterms:publisher', [iri(agentIri(owner))]],
      ['dcat:contactPoint', [iri(contactIri(owner))]],
      ['dcat:keyword', keywords(words, english)],
      ...some(0.89, 'dcat:theme', () => [iri(`${EU}data-theme/${pick(THEMES)}`)]),
      ...some(0.92, 'dcterms:identifier', () => [plain(`id-${i}`)]),
      ...some(0.34, 'dcterms:issued', () => [typed(day, 'xsd:date')]),
      ...some(0.92, 'dcterms:modified', () => [
        typed(`${day.slice(0, 4)}-12-24T08:00:00+01:00`, 'xsd:dateTime'),
      ]),
      ['dcterms:language', ['SWE', ...(english ? ['ENG'] : [])].map((code) => iri(`${EU}language/${code}`))],
      ...some(0.93, 'dcat:landingPage', () => [iri(`https://www.example.se/d/${i}`)]),
      ...some(0.47, 'dcterms:spatial', () => [spatial(i, next)]),
      ...some(0.33, 'dcterms:temporal', () => [temporal(i, day)]),
      ...some(0.8, 'dcterms:accrualPeriodicity', () => [iri(`${EU}frequency/${frequency(next())}`)]),
      ...some(0.01, 'dcterms:conformsTo', () => [iri('https://data.example.se/specifikation/1')]),
      ...some(0.99, 'dcterms:accessRights', () => [iri(`${EU}access-right/PUBLIC`)]),
      ['dcat:distribution', distributions.map(({ id }) => iri(id))],
    ],
  }
  if (i % 20 === 7) {
    const kind = kinds[Math.floor(i / 20) % kinds.length]
    onDefect({ kind, ...defects[kind]({ dataset, distribution: distributions[0] }) })
  }
  yield dataset
  yield* distributions
}

function description(i, words, english) {
  const list = words.join(', ')
  return inBoth(
    `Uppgifter om ${list} som granskas innan de lämnas ut, nummer ${i}.`,
    `Data on ${list}, number ${i}.`,
    english,
  )
}

function keywords(words, english) {
  const few = [...new Set(words)].slice(0, 3)
  return few.flatMap((word) => inBoth(word, `${word} data`, english))
}

function frequency(dice) {
  if (dice < 0.65) return 'ANNUAL'
  return dice < 0.83 ? 'QUARTERLY' : 'MONTHLY'
}

function spatial(i, next) {
  const west = (11 + next() * 10).toFixed(3)
  const south = (56 + next() * 10).toFixed(3)
  const [east, north] = [(Number(west) + 1).toFixed(3), (Number(south) + 1).toFixed(3)]
  const box = `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`
  return {
    blank: `s${i}`,
    types: ['dcterms:Location'],
    properties: [
      ['dcat:bbox', [typed(box, 'gsp:wktLiteral')]],
      ['dcat:centroid', [typed(`POINT(${west} ${south})`, 'gsp:wktLiteral')]],
    ],
  }
}

function temporal(i, day) {
  return {
    blank: `p${i}`,
    types: ['dcterms:PeriodOfTime'],
    properties: [
      ['dcat:startDate', [typed(day, 'xsd:date')]],
      ['dcat:endDate', [typed(`${day.slice(0, 4)}-12-31`, 'xsd:date')]],
    ],
  }
}

function distributionNode(id, { n, words, pick, next, stated }) {
  const some = (share, property, make) => (stated(share) ? [[property, make()]] : [])
  return {
    id,
    types: ['dcat:Distribution'],
    properties: [
      ['dcterms:title', inBoth(`${words[0]}, fil`, `${words[0]}, file`, stated(0.17))],
      ...some(0.67, 'dcterms:description', () => inBoth(`En fil om ${words[1]}.`, `On ${words[1]}.`, true)),
      ['dcat:accessURL', [iri(`${id}.csv`)]],
      ...some(0.35, 'dcat:downloadURL', () => [iri(`${id}.csv`)]),
      ...some(0.93, 'dcterms:format', () => [plain(FORMATS[n])]),
      ...some(0.1, 'dcat:byteSize', () => [
        typed(String(Math.floor(next() * 1e7)), 'xsd:nonNegativeInteger'),
      ]),
      ['dcterms:license', [iri(pick(LICENCES))]],
      ...some(0.91, 'dcterms:language', () => [iri(`${EU}language/SWE`)]),
      ...some(0.13, 'dcatap:availability', () => [iri(`${EU}planned-availability/STABLE`)]),
    ],
  }
}

/** The ten seeded defects: what each does to a dataset or its first distribution, and where that shows. */
export const defects = {
  'publisher-missing': ({ dataset }) => remove(dataset, 'dcterms:publisher'),
  'title-missing': ({ dataset }) => remove(dataset, 'dcterms:title'),
  'title-untagged': ({ dataset }) => replace(dataset, 'dcterms:title', [plain('Utan språk')]),
  'description-missing': ({ dataset }) => remove(dataset, 'dcterms:description'),
  'theme-literal': ({ dataset }) => replace(dataset, 'dcat:theme', [plain('Miljö')]),
  'issued-impossible': ({ dataset }) => replace(dataset, 'dcterms:issued', [typed('2020-13-45', 'xsd:date')]),
  'frequency-deprecated': ({ dataset }) =>
    replace(dataset, 'dcterms:accrualPeriodicity', [iri('http://purl.org/cld/freq/daily')]),
  'access-url-missing': ({ distribution }) => remove(distribution, 'dcat:accessURL'),
  'license-twice': ({ distribution }) =>
    replace(distribution, 'dcterms:license', LICENCES.slice(0, 2).map(iri)),
  'license-deed': ({ distribution }) =>
    replace(distribution, 'dcterms:license', [iri('https://creativecommons.org/licenses/by/4.0/deed.sv')]),
}
const kinds = Object.keys(defects)

function remove(node, property) {
  node.properties = node.properties.filter(([name]) => name !== property)
  return { node: node.id, property }
}

function replace(node, property, values) {
  const place = remove(node, property)
  node.properties.push([property, values])
  return place
}
