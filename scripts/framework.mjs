// Writes src/framework/data-*.ts from vocab/national/*.ttl, so that the Turtle is the only source.
// With --check it writes nothing and fails when a file is stale. Run by `npm run build` before the compiler.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Parser, Store } from 'n3'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}vocab/national/`
const OWN = 'https://w3id.org/grunddata/'
const NS = `${OWN}ns#`
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const DCTERMS = 'http://purl.org/dc/terms/'
const DCAT = 'http://www.w3.org/ns/dcat#'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const QB = 'http://purl.org/linked-data/cube#'

const names = readdirSync(folder).filter((name) => name.endsWith('.ttl'))
const quads = names
  .sort()
  .flatMap((name) => new Parser({ blankNodePrefix: `${name}-` }).parse(readFileSync(folder + name, 'utf8')))
const store = new Store(quads)
/** Where a subject is first described: everything is written in that order. */
const place = new Map()
for (const { subject } of quads) if (!place.has(subject.value)) place.set(subject.value, place.size)
const inPlace = (a, b) => place.get(a) - place.get(b)

const id = (iri) => iri.slice(iri.lastIndexOf('/') + 1)
const all = (subject, property) => store.getObjects(subject, property, null).map((term) => term.value)
const one = (subject, property) => all(subject, property)[0]
const number = (subject, property) =>
  one(subject, property) === undefined ? undefined : Number(one(subject, property))
const allInPlace = (subject, property) => all(subject, property).sort(inPlace)
const ids = (subject, property) => allInPlace(subject, property).map(id)
const idOf = (subject, property) =>
  one(subject, property) === undefined ? undefined : id(one(subject, property))
const holding = (property, value) =>
  store
    .getSubjects(property, value, null)
    .map((term) => term.value)
    .sort(inPlace)
const ofType = (type) => holding(`${RDF}type`, type)

function text(subject, property) {
  const terms = store.getObjects(subject, property, null)
  const [sv, en] = ['sv', 'en'].map((lang) => terms.find((term) => term.language === lang)?.value)
  return sv === undefined ? undefined : { sv, en: en ?? sv }
}

const label = (iri) =>
  text(iri, `${SKOS}prefLabel`) ?? text(iri, `${DCTERMS}title`) ?? text(iri, `${FOAF}name`)
const named = (iri) => ({ id: id(iri), iri, label: label(iri) })
const some = (list) => (list.length === 0 ? undefined : list)
const aliases = (iri) => some(all(iri, `${SKOS}altLabel`))
const note = (iri) => text(iri, `${SKOS}note`)
const byOrder = (a, b) => a.order - b.order

function statusOf(component) {
  const status = holding(`${NS}about`, component).find((each) => one(each, `${NS}established`) !== undefined)
  if (status === undefined) return undefined
  return {
    date: one(status, `${DCTERMS}valid`),
    phase: idOf(status, `${NS}phase`),
    offPath: idOf(status, `${NS}offPath`),
    basis: idOf(status, `${NS}basis`),
    isEstablished: one(status, `${NS}established`) === 'true',
    isInOperation: one(status, `${NS}inOperation`) === 'true',
    note: note(status),
  }
}

function responsibilitiesOf(component) {
  const found = holding(`${NS}about`, component).filter((each) =>
    each.startsWith(`${component}/responsibility/`),
  )
  return some(
    found.map((each) => ({
      organisation: idOf(each, `${NS}responsible`),
      years: one(each, `${DCTERMS}valid`),
      note: note(each),
      amountInProse: number(each, `${NS}amountInProse`),
    })),
  )
}

const component = (iri) => ({
  ...named(iri),
  type: idOf(iri, `${DCTERMS}type`),
  category: idOf(iri, `${NS}category`),
  responsible: idOf(iri, `${NS}responsible`),
  services: ids(iri, `${NS}service`),
  status: statusOf(iri),
  responsibilities: responsibilitiesOf(iri),
  aliases: aliases(iri),
  note: note(iri),
})

const dataset = (iri) => ({
  ...named(iri),
  status: idOf(iri, `${NS}datasetStatus`),
  description: text(iri, `${DCTERMS}description`),
  page: one(iri, `${FOAF}page`),
  conformsTo: some(ids(iri, `${DCTERMS}conformsTo`)),
  note: note(iri),
})

const specification = (iri) => ({
  ...named(iri),
  creator: idOf(iri, `${DCTERMS}creator`),
  version: one(iri, `${DCAT}version`),
  issued: one(iri, `${DCTERMS}issued`),
  modified: one(iri, `${DCTERMS}modified`),
})

const legislation = (iri) => ({
  ...named(iri),
  number: one(iri, `${DCTERMS}identifier`),
  identifierIri: one(iri, `${NS}identifierIri`),
  evidence: idOf(iri, `${NS}hasEvidence`),
})

function domain(iri) {
  const parts = holding(`${NS}domain`, iri)
  const inPart = (part) => parts.filter((each) => each.startsWith(OWN + part))
  return {
    ...component(iri),
    conceptStatus: idOf(iri, `${NS}conceptStatus`),
    cooperating: ids(iri, `${NS}cooperating`),
    datasets: inPart('dataset/').map(dataset),
    specifications: inPart('specification/').map(specification),
    legislation: allInPlace(iri, `${NS}legislation`).map(legislation),
    alignedWith: allInPlace(iri, `${NS}alignedWith`).map(named),
    hvdCategory: one(iri, `${NS}hvdCategory`),
  }
}

const organisation = (iri) => ({
  ...named(iri),
  number: one(iri, `${DCTERMS}identifier`),
  publisherIri: one(iri, `${NS}publisherIri`),
  type: one(iri, `${DCTERMS}type`),
  evidence: idOf(iri, `${NS}hasEvidence`),
  isIndependentlyVerified: one(iri, `${NS}independentlyVerified`) === 'true',
  aliases: aliases(iri),
  note: note(iri),
})

const item = (iri) => ({
  ...named(iri),
  order: number(iri, `${NS}order`),
  notation: one(iri, `${SKOS}notation`),
  wordings: all(iri, `${NS}hasWording`)
    .map((wording) => ({ version: id(wording), text: text(wording, `${RDF}value`) }))
    .sort((a, b) => (a.version < b.version ? -1 : 1)),
})

const KINDS = new Map([
  [`${DCAT}DataService`, 'data-service'],
  [`${NS}Service`, 'service'],
  [`${DCTERMS}Standard`, 'standard'],
  [`${FOAF}Document`, 'document'],
  [`${DCAT}Catalog`, 'catalog'],
])
const serviceIris = [...KINDS.keys()].flatMap(ofType).filter((iri) => iri.startsWith(`${OWN}service/`))
const service = (iri) => ({
  ...named(iri),
  kind: KINDS.get(one(iri, `${RDF}type`)),
  responsible: idOf(iri, `${NS}responsible`),
  partOf: idOf(iri, `${NS}partOf`),
  description: text(iri, `${DCTERMS}description`),
  page: one(iri, `${FOAF}page`),
  aliases: aliases(iri),
  evidence: idOf(iri, `${NS}hasEvidence`),
})

const inScheme = (name) => holding(`${SKOS}inScheme`, OWN + name)
const observations = (cube) => holding(`${QB}dataSet`, OWN + cube)
const isCategory = (iri) => iri.startsWith(`${OWN}category/`)
const tables = ['usage-mina-ombud', 'usage-indicator-7', 'usage-infrastructure']
const figures = tables.flatMap((table) =>
  observations(table).map((iri) => ({
    table,
    measure: idOf(iri, `${NS}measure`),
    period: idOf(iri, `${NS}period`),
    value: number(iri, `${NS}value`),
    note: note(iri),
  })),
)

function measure(iri) {
  const [first] = holding(`${NS}measure`, iri)
  return {
    ...named(iri),
    table: idOf(first, `${QB}dataSet`),
    group: label(one(iri, `${NS}usageGroup`)),
    unit: label(one(first, `${NS}unit`)),
  }
}

const schemes = ofType(`${SKOS}ConceptScheme`)
const scheme = `${OWN}domain`
/** File → the constants in it: name, type, values. */
const files = {
  domains: [
    ['domains', 'Domain', inScheme('domain').map(domain)],
    ['recognisedPrefixes', 'string', all(scheme, `${NS}recognisedPrefix`)],
    ['defaultPrefixes', 'string', all(scheme, `${NS}defaultPrefix`)],
  ],
  components: [
    ['components', 'Component', inScheme('component').map(component)],
    ['categories', 'Named', inScheme('category').map(named)],
    [
      'phases',
      'Phase',
      inScheme('phase')
        .map((iri) => ({
          ...named(iri),
          order: number(iri, `${NS}order`),
          definition: text(iri, `${SKOS}definition`),
        }))
        .sort(byOrder),
    ],
    ['offPathStates', 'OffPathState', inScheme('off-path').map(named)],
  ],
  organisations: [['organisations', 'Organisation', ofType(`${FOAF}Agent`).map(organisation)]],
  services: [
    ['services', 'Service', serviceIris.map(service).sort((a, b) => (a.id < b.id ? -1 : 1))],
    [
      'inconsistencies',
      'Inconsistency',
      ofType(`${NS}Inconsistency`).map((iri) => ({
        ...named(iri),
        about: all(iri, `${NS}about`),
        stated: text(iri, `${NS}stated`),
        found: text(iri, `${NS}found`),
      })),
    ],
  ],
  framework: [
    ['principles', 'FrameworkItem', inScheme('principle').map(item).sort(byOrder)],
    ['schemes', 'Named', schemes.map(named)],
    ['characteristics', 'FrameworkItem', inScheme('characteristic').map(item).sort(byOrder)],
    [
      'frameworkVersions',
      'FrameworkVersion',
      ofType(`${NS}FrameworkVersion`).map((iri) => ({
        version: one(iri, `${DCAT}version`),
        iri,
        label: label(iri),
        issued: one(iri, `${DCTERMS}issued`),
        documentNumber: one(iri, `${DCTERMS}identifier`),
      })),
    ],
  ],
  funding: [
    [
      'funding',
      'FundingAmount',
      observations('funding').map((iri) => ({
        component: idOf(iri, `${NS}component`),
        year: idOf(iri, `${NS}period`),
        amount: number(iri, `${NS}amount`),
      })),
    ],
    [
      'fundingTotals',
      'FundingTotal',
      observations('funding-totals').map((iri) => {
        const of = one(iri, `${NS}sumOf`)
        const kind = of === `${OWN}funding-total/all` ? 'all' : isCategory(of) ? 'category' : 'component'
        return { of: id(of), kind, period: idOf(iri, `${NS}period`), amount: number(iri, `${NS}amount`) }
      }),
    ],
  ],
  usage: [
    ['measures', 'Measure', inScheme('measure').map(measure)],
    ['usage', 'UsageFigure', figures],
    ['periods', 'Named', inScheme('period').map(named)],
  ],
}

function render(constants) {
  const types = [...new Set(constants.map(([, type]) => type))].filter((type) => type !== 'string').sort()
  const parts = constants.map(([name, type, values]) => {
    const rows = values.map((value) => `  ${JSON.stringify(value)},`)
    return `export const ${name}: readonly ${type}[] = [\n${rows.join('\n')}\n]\n`
  })
  return `// Made by scripts/framework.mjs from vocab/national/*.ttl: change the Turtle, then run \`npm run framework\`.
import type { ${types.join(', ')} } from './types.ts'

${parts.join('\n')}`
}

const isCheck = process.argv.includes('--check')
for (const [name, constants] of Object.entries(files)) {
  const file = `src/framework/data-${name}.ts`
  const wanted = render(constants)
  if (!isCheck) writeFileSync(root + file, wanted)
  else if (readFileSync(root + file, 'utf8') !== wanted) {
    console.error(`${file} is stale: run npm run framework`)
    process.exitCode = 1
  }
}
