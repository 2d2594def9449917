// Writes examples/inventering.xlsx: the template, filled in with a made-up municipality's inventory of 40 datasets.
// Usage, after a build: node scripts/example-workbook.mjs [file]
import { writeFileSync } from 'node:fs'
import { columnsOf, xlsxTemplate } from '../dist/author/index.js'
import { DEFAULT_PROFILE, loadProfile } from '../dist/profile/index.js'

/** A row of a class from values by column name. */
const row = (name, values) => columnsOf(name).map((column) => values[column.name] ?? '')

const things = [
  ['Luftkvalitet', 'Air quality', 'Miljö'],
  ['Badplatser', 'Bathing sites', 'Hälsa'],
  ['Lekplatser', 'Playgrounds', 'Regioner och städer'],
  ['Cykelvägar', 'Cycle paths', 'Transport'],
  ['Parkeringar', 'Parking places', 'Transport'],
  ['Skolor', 'Schools', 'Utbildning, kultur och sport'],
  ['Förskolor', 'Preschools', 'Utbildning, kultur och sport'],
  ['Bibliotek', 'Libraries', 'Utbildning, kultur och sport'],
  ['Idrottsanläggningar', 'Sports facilities', 'Utbildning, kultur och sport'],
  ['Detaljplaner', 'Detailed plans', 'Regioner och städer'],
  ['Bygglov', 'Building permits', 'Regioner och städer'],
  ['Livsmedelskontroller', 'Food inspections', 'Hälsa'],
  ['Avfallsstationer', 'Recycling stations', 'Miljö'],
  ['Papperskorgar', 'Litter bins', 'Miljö'],
  ['Träd', 'Trees', 'Miljö'],
  ['Parker', 'Parks', 'Miljö'],
  ['Motionsspår', 'Running tracks', 'Utbildning, kultur och sport'],
  ['Offentlig konst', 'Public art', 'Utbildning, kultur och sport'],
  ['Föreningar', 'Associations', 'Befolkning och samhälle'],
  ['Leverantörsfakturor', 'Supplier invoices', 'Regeringen och den offentliga sektorn'],
]
const kinds = [
  {
    part: 'lägen',
    english: 'positions',
    after: 'var de ligger och vad de heter',
    says: 'where they are and what they are called',
  },
  {
    part: 'besök',
    english: 'visits',
    after: 'hur många som har besökt dem, månad för månad',
    says: 'how many have visited them, month by month',
  },
]
const slug = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')

const datasets = things.flatMap(([sv, en, theme]) =>
  kinds.map((kind) => ({ id: slug(`${sv}-${kind.part}`), sv, en, theme, ...kind })),
)

export const rows = {
  Catalog: [
    row('Catalog', {
      id: 'katalog',
      'title@sv': 'Exempelkommuns öppna data',
      'title@en': 'Open data of Exempelkommun',
      'description@sv': 'Datamängder som Exempelkommun publicerar för fri användning.',
      'description@en': 'Datasets that Exempelkommun publishes for anyone to use.',
      publisher: 'kommunen',
      license: 'CC0',
      issued: '2025-01-15',
      modified: '2026-05-12',
      language: 'svenska; engelska',
      homepage: 'https://data.example.se/',
      spatial: 'http://sws.geonames.org/2661886',
      themeTaxonomy: 'EU:s datateman',
    }),
  ],
  Agent: [
    row('Agent', {
      id: 'kommunen',
      kind: 'Organization',
      'name@sv': 'Exempelkommun',
      'name@en': 'Exempelkommun',
      name: 'Exempelkommun',
      'description@sv': 'En påhittad kommun för exempel.',
      'description@en': 'A fictitious municipality for examples.',
      type: 'kommun',
      identifier: '212009-9995',
      homepage: 'https://www.example.se/',
      classification: 'https://dataportal.se/concepts/orgAspects/feeFinanzing',
    }),
  ],
  ContactPoint: [
    row('ContactPoint', {
      id: 'oppnadata',
      kind: 'Organization',
      fn: 'Öppna data',
      'fn@sv': 'Öppna data',
      'fn@en': 'Open data',
      hasEmail: 'oppnadata@example.se',
      'hasTelephone.hasValue': '+46 10 123 45 67',
      'hasAddress.streetAddress': 'Storgatan 1',
      'hasAddress.postalCode': '123 45',
      'hasAddress.locality': 'Exempelstad',
      'hasAddress.countryName': 'Sverige',
    }),
  ],
  Dataset: datasets.map(({ id, sv, en, theme, part, english, after, says }) =>
    row('Dataset', {
      id,
      'title@sv': `${sv}: ${part}`,
      'title@en': `${en}: ${english}`,
      'description@sv': `${sv} i kommunen: ${after}.`,
      'description@en': `${en} in the municipality: ${says}.`,
      publisher: 'kommunen',
      contactPoint: 'oppnadata',
      'keyword@sv': `${sv.toLowerCase()}; kommun`,
      'keyword@en': `${en.toLowerCase()}; municipality`,
      theme,
      accessRights: 'Offentlig',
      accrualPeriodicity: 'årligen',
      language: 'svenska',
      issued: '2025-02-01',
      modified: '2026-03-30',
      spatial: 'http://sws.geonames.org/2661886',
      'temporal.startDate': '2025-01-01',
      'temporal.endDate': '2025-12-31',
      conformsTo: 'https://data.example.se/specifikation/inventering',
      'conformsTo.title@sv': 'Kommunens specifikation för inventeringar',
      'conformsTo.title@en': 'The specification of inventories of the municipality',
      'conformsTo.description@sv': 'Fält och kodvärden.',
      'conformsTo.description@en': 'Fields and code values.',
    }),
  ),
  Distribution: datasets.map(({ id, sv, en, part, english }) =>
    row('Distribution', {
      id: `${id}-csv`,
      dataset: id,
      'title@sv': `${sv}: ${part}, CSV`,
      'title@en': `${en}: ${english}, CSV`,
      'description@sv': 'En rad per objekt, kolumner enligt specifikationen.',
      'description@en': 'One row per object, columns as in the specification.',
      accessURL: `https://data.example.se/filer/${id}.csv`,
      downloadURL: `https://data.example.se/filer/${id}.csv`,
      format: 'text/csv',
      license: 'CC0',
      availability: 'Tillgänglig',
      issued: '2025-02-01',
      modified: '2026-03-30',
    }),
  ),
}

const file = process.argv[2] ?? 'examples/inventering.xlsx'
const profile = await loadProfile(DEFAULT_PROFILE)
writeFileSync(file, await xlsxTemplate({ lang: 'sv', profile, base: 'https://data.example.se/' }, rows))
