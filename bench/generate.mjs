// Synthetic catalogues, seeded and deterministic, shaped like real Swedish ones: languages in pairs, a few hundred shared
// agents and contact points, real blank nodes, and one known defect in every twentieth dataset.
// Usage: node bench/generate.mjs <datasets> <turtle|rdfxml|rdfxml-nested|jsonld|ntriples> <file> [defects.json]
import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { serializers } from './serialize.mjs'

const EU = 'http://publications.europa.eu/resource/authority/'
const WORDS =
  'luft vatten skog väg skola vård adress byggnad plan budget energi trafik buller jakt fiske mark sjö kust park lek bad avfall avlopp el gas tåg buss cykel gång bro tunnel hamn flyg gräns kommun region län stad tätort ort plats punkt linje yta höjd djup nederbörd vind temperatur'.split(
    ' ',
  )
const THEMES = [
  'AGRI',
  'ECON',
  'EDUC',
  'ENER',
  'ENVI',
  'GOVE',
  'HEAL',
  'INTR',
  'JUST',
  'REGI',
  'SOCI',
  'TECH',
  'TRAN',
]
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'ANNUAL', 'IRREG', 'CONT']
const FORMATS = [
  'text/csv',
  'application/json',
  'application/xml',
  'text/html',
  'application/geo+json',
  'application/pdf',
]
const LICENCES = [
  'http://creativecommons.org/publicdomain/zero/1.0/',
  'http://creativecommons.org/licenses/by/4.0/',
  'http://creativecommons.org/licenses/by-sa/4.0/',
]

/** Mulberry32: small, fast, the same everywhere. */
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const iri = (value) => ({ iri: value })
const text = (value, lang) => ({ value, lang })
const typed = (value, datatype) => ({ value, datatype })
const plain = (value) => ({ value })

/** The ten seeded defects: what each does to a dataset or its first distribution. */
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
  'access-url-twice': ({ distribution }) =>
    distribution.properties.push(['dcat:accessURL', [iri('https://data.example.se/en-till')]]),
  'licence-deed': ({ distribution }) =>
    replace(distribution, 'dcterms:license', [iri('https://creativecommons.org/licenses/by/4.0/deed.sv')]),
}
const kinds = Object.keys(defects)

function remove(node, property) {
  node.properties = node.properties.filter(([name]) => name !== property)
}

function replace(node, property, values) {
  remove(node, property)
  node.properties.push([property, values])
}

/** Yields the nodes of a catalogue: agents, contacts, the catalogue, then each dataset followed by its distributions. */
export function* catalogue(count, onDefect = () => {}, seed = 2026) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const publishers = Math.max(5, Math.round(count / 80))
  for (let i = 0; i < publishers; i++) yield agent(i)
  for (let i = 0; i < publishers; i++) yield contact(i)
  yield catalog(count)
  for (let i = 0; i < count; i++) yield* datasetNodes(i, { next, pick, publishers, onDefect })
}

const agentIri = (i) => `http://dataportal.se/organisation/SE${2021000000 + i * 10}`
const contactIri = (i) => `https://data.example.se/kontakt/${i}`
const datasetIri = (i) => `https://data.example.se/dataset/${i}`

function agent(i) {
  return {
    id: agentIri(i),
    types: ['foaf:Organization'],
    properties: [
      ['foaf:name', [text(`Exempelmyndigheten ${i}`, 'sv'), text(`Example agency ${i}`, 'en')]],
      ['dcterms:type', [iri('http://purl.org/adms/publishertype/NationalAuthority')]],
      ['foaf:homepage', [iri(`https://myndighet${i}.example.se/`)]],
    ],
  }
}

function contact(i) {
  const telephone = {
    blank: `t${i}`,
    types: ['vcard:Voice'],
    properties: [['vcard:hasValue', [iri(`tel:+4610${1000000 + i}`)]]],
  }
  return {
    id: contactIri(i),
    types: ['vcard:Organization'],
    properties: [
      ['vcard:fn', [plain(`Dataenheten ${i}`)]],
      ['vcard:hasEmail', [iri(`mailto:data${i}@example.se`)]],
      ['vcard:hasTelephone', [telephone]],
    ],
  }
}

function catalog(count) {
  return {
    id: 'https://data.example.se/katalog',
    types: ['dcat:Catalog'],
    properties: [
      ['dcterms:title', [text('Exempelkatalogen', 'sv'), text('The example catalogue', 'en')]],
      ['dcterms:description', [text('Alla exempel.', 'sv'), text('All examples.', 'en')]],
      ['dcterms:publisher', [iri(agentIri(0))]],
      ['dcterms:license', [iri(LICENCES[0])]],
      ['dcterms:issued', [typed('2020-01-01', 'xsd:date')]],
      ['dcat:dataset', Array.from({ length: count }, (_, i) => iri(datasetIri(i)))],
    ],
  }
}

function* datasetNodes(i, { next, pick, publishers, onDefect }) {
  const words = Array.from({ length: 4 }, () => pick(WORDS))
  const publisher = Math.floor(next() * publishers)
  const day = `20${10 + Math.floor(next() * 16)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`
  const distributions = Array.from({ length: 1 + (next() < 0.6 ? 1 : 0) + (next() < 0.15 ? 1 : 0) }, (_, n) =>
    distributionNode(`${datasetIri(i)}/${n}`, { words, pick, next }),
  )
  const dataset = {
    id: datasetIri(i),
    types: ['dcat:Dataset'],
    properties: [
      ['dcterms:title', [text(`${words.join(' ')} ${i}`, 'sv'), text(`Dataset ${i} on ${words[0]}`, 'en')]],
      [
        'dcterms:description',
        [
          text(
            `Uppgifter om ${words.join(', ')} som samlas in löpande och granskas innan de lämnas ut, nummer ${i}.`,
            'sv',
          ),
          text(`Data on ${words.join(', ')} collected and reviewed before release, number ${i}.`, 'en'),
        ],
      ],
      ['dcterms:publisher', [iri(agentIri(publisher))]],
      ['dcat:contactPoint', [iri(contactIri(publisher))]],
      ['dcat:keyword', words.flatMap((word) => [text(word, 'sv'), text(`${word}-en`, 'en')])],
      ['dcat:theme', [iri(`${EU}data-theme/${pick(THEMES)}`)]],
      ['dcterms:identifier', [plain(`id-${i}`)]],
      ['dcterms:issued', [typed(day, 'xsd:date')]],
      ['dcterms:modified', [typed(`${day.slice(0, 4)}-12-24T08:00:00Z`, 'xsd:dateTime')]],
      ['dcterms:language', [iri(`${EU}language/SWE`)]],
      ['dcat:landingPage', [iri(`https://www.example.se/d/${i}`)]],
      ['dcterms:spatial', [iri('http://sws.geonames.org/2661886'), spatial(i, next)]],
      ['dcterms:temporal', [temporal(i, day)]],
      ['dcterms:accrualPeriodicity', [iri(`${EU}frequency/${pick(FREQUENCIES)}`)]],
      ['dcterms:accessRights', [iri(`${EU}access-right/PUBLIC`)]],
      ['dcat:distribution', distributions.map(({ id }) => iri(id))],
    ],
  }
  if (i % 20 === 7) {
    const kind = kinds[Math.floor(i / 20) % kinds.length]
    defects[kind]({ dataset, distribution: distributions[0] })
    onDefect({ dataset: dataset.id, kind })
  }
  yield dataset
  yield* distributions
}

function spatial(i, next) {
  const west = (11 + next() * 10).toFixed(3)
  const south = (56 + next() * 10).toFixed(3)
  const [east, north] = [(Number(west) + 1).toFixed(3), (Number(south) + 1).toFixed(3)]
  const box = `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`
  return {
    blank: `s${i}`,
    types: ['dcterms:Location'],
    properties: [['dcat:bbox', [typed(box, 'gsp:wktLiteral')]]],
  }
}

function temporal(i, day) {
  return {
    blank: `p${i}`,
    types: ['dcterms:PeriodOfTime'],
    properties: [['dcat:startDate', [typed(day, 'xsd:date')]]],
  }
}

function distributionNode(id, { words, pick, next }) {
  return {
    id,
    types: ['dcat:Distribution'],
    properties: [
      ['dcterms:title', [text(`${words[0]}, fil`, 'sv'), text(`${words[0]}, file`, 'en')]],
      ['dcterms:description', [text(`En fil med ${words[1]}.`, 'sv'), text(`A file of ${words[1]}.`, 'en')]],
      ['dcat:accessURL', [iri(`${id}.csv`)]],
      ['dcat:downloadURL', [iri(`${id}.csv`)]],
      ['dcterms:format', [plain(pick(FORMATS))]],
      ['dcat:byteSize', [typed(String(Math.floor(next() * 1e7)), 'xsd:nonNegativeInteger')]],
      ['dcterms:license', [iri(pick(LICENCES))]],
      ['dcatap:availability', [iri(`${EU}planned-availability/STABLE`)]],
    ],
  }
}

/** Writes a catalogue to a file, in pieces, by way of a temporary name. Returns the defects seeded. */
export function writeCatalogue(count, syntax, file) {
  const seeded = []
  const handle = openSync(`${file}.part`, 'w')
  const { begin, node, end } = serializers[syntax]
  let buffer = begin()
  for (const each of catalogue(count, (defect) => seeded.push(defect))) {
    buffer += node(each)
    if (buffer.length < 1 << 20) continue
    writeSync(handle, buffer)
    buffer = ''
  }
  writeSync(handle, buffer + end())
  closeSync(handle)
  renameSync(`${file}.part`, file)
  return seeded
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [count, syntax, file, defectFile] = process.argv.slice(2)
  const seeded = writeCatalogue(Number(count), syntax, file)
  if (defectFile) writeFileSync(defectFile, `${JSON.stringify(seeded, null, 1)}\n`)
}
