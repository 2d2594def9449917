// The FAIR principles as far as metadata can evidence them: for each the share of datasets that show it. A view of its own,
// ours; its figures are never added to the points of the assessment.
import type { Text } from '../finding.ts'
import { BLANK, type Graph, ID, iriId, lang, objects, subjects, text } from '../rdf/index.ts'
import { metrics } from './metrics.ts'
import type { DatasetScore } from './score.ts'

export interface FairRow {
  /** Such as `F1` or `R1.2`. */
  readonly id: string
  readonly label: Text
  /** What is looked at, in a few words. */
  readonly evidence: Text
  /** Mean over datasets of the tests that hold, 0–1; null when none could be made. */
  readonly share: number | null
}

/** True, false, or undefined when it cannot be told. */
type Test = (dataset: number, score: DatasetScore) => boolean | undefined

interface Principle {
  readonly id: string
  readonly label: Text
  readonly evidence: Text
  readonly tests: readonly Test[]
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'

/** One row per principle, in the order of the principles. */
export function fairView(graph: Graph, scores: readonly DatasetScore[]): readonly FairRow[] {
  return principlesOf(graph).map(({ id, label, evidence, tests }) => {
    let sum = 0
    let count = 0
    for (const score of scores)
      for (const test of tests) {
        const held = test(score.dataset, score)
        if (held === undefined) continue
        count++
        if (held) sum++
      }
    return { id, label, evidence, share: count === 0 ? null : Math.round((sum / count) * 1000) / 1000 }
  })
}

function principlesOf(graph: Graph): readonly Principle[] {
  const { won, has, hasText, isListed, isNamed, isUuid } = testsOf(graph)
  const row = (id: string, label: Text, evidence: Text, tests: readonly Test[]): Principle => ({
    id,
    label,
    evidence,
    tests,
  })
  return [
    row(
      'F1',
      { sv: 'beständig identifierare', en: 'persistent identifier' },
      { sv: 'webbadress och UUID', en: 'web address and UUID' },
      [isNamed, isUuid],
    ),
    row(
      'F2',
      { sv: 'rik beskrivning', en: 'rich metadata' },
      {
        sv: 'nyckelord, tema, plats, tid, beskrivning på svenska och engelska',
        en: 'keywords, theme, place, time, description in Swedish and English',
      },
      [
        ...['keywordAvailability', 'categoryAvailability', 'spatialAvailability', 'temporalAvailability'].map(
          won,
        ),
        hasText('sv'),
        hasText('en'),
      ],
    ),
    row(
      'F3',
      { sv: 'beskrivningen leder till data', en: 'metadata names the data' },
      { sv: 'distribution med adress', en: 'distribution with an address' },
      [has('distribution', 'accessURL', 'downloadURL')],
    ),
    row(
      'F4',
      { sv: 'finns i en katalog', en: 'indexed' },
      { sv: 'uppräknad av en katalog', en: 'listed by a catalogue' },
      [isListed],
    ),
    row(
      'A1',
      { sv: 'nåbar med öppet protokoll', en: 'retrievable by an open protocol' },
      { sv: 'adresserna svarar', en: 'the addresses answer' },
      // Where no link was tried, the lack of a download address says nothing.
      ['accessUrlStatusCode', 'downloadUrlStatusCode'].map(
        (id): Test =>
          (...of) =>
            won('accessUrlStatusCode')(...of) === undefined ? undefined : won(id)(...of),
      ),
    ),
    row(
      'A1.2',
      { sv: 'åtkomstens villkor beskrivna', en: 'conditions of access described' },
      { sv: 'åtkomsträttigheter ur listan', en: 'access rights from the list' },
      ['accessRightsAvailability', 'accessRightsVocabularyAlignment'].map(won),
    ),
    row(
      'A2',
      { sv: 'beskrivningen består', en: 'metadata outlive the data' },
      { sv: 'version eller status', en: 'version or status' },
      [has('', 'version', 'http://www.w3.org/ns/adms#status')],
    ),
    row(
      'I1–I2',
      { sv: 'gemensamt språk och koder', en: 'shared language and codes' },
      { sv: 'format ur listor, maskinläsbart', en: 'formats from lists, machine-readable' },
      [
        'formatAvailability',
        'formatMediaTypeVocabularyAlignment',
        'formatMediaTypeNonProprietary',
        'formatMediaTypeMachineInterpretable',
      ].map(won),
    ),
    row(
      'I3',
      { sv: 'hänvisar till annat', en: 'qualified references' },
      { sv: 'specifikation eller relation', en: 'specification or relation' },
      [has('', `${DCT}conformsTo`, 'qualifiedRelation', `${DCT}relation`, `${DCT}source`)],
    ),
    row(
      'R1.1',
      { sv: 'tydlig licens', en: 'clear licence' },
      { sv: 'licens ur listan', en: 'licence from the list' },
      ['licenceAvailability', 'knownLicence'].map(won),
    ),
    row(
      'R1.2',
      { sv: 'ursprung', en: 'provenance' },
      { sv: 'utgivare, kontakt, ursprung', en: 'publisher, contact, provenance' },
      [
        ...['publisherAvailability', 'contactPointAvailability'].map(won),
        has('', `${DCT}provenance`, `${DCT}creator`, 'http://www.w3.org/ns/prov#qualifiedAttribution'),
      ],
    ),
    row(
      'R1.3',
      { sv: 'områdets standarder', en: 'community standards' },
      { sv: 'specifikation angiven', en: 'specification stated' },
      [has('', `${DCT}conformsTo`)],
    ),
  ]
}

function testsOf(graph: Graph) {
  const idOf = (name: string) => iriId(graph, name.includes(':') ? name : DCAT + name)
  const [identifier, description, lists] = [`${DCT}identifier`, `${DCT}description`, `${DCAT}dataset`].map(
    idOf,
  )
  const won =
    (id: string): Test =>
    (_, { values }) => {
      const value = values[metrics.findIndex((metric) => metric.id === id)]
      return Number.isNaN(value) ? undefined : value >= 0.5
    }
  /** Any of the properties on the dataset, or, after a link, on what it leads to. */
  const has = (link: string, ...names: readonly string[]): Test => {
    const properties = names.map(idOf)
    const linkId = link === '' ? -1 : idOf(link)
    return (dataset) => {
      const places = link === '' ? [dataset] : [...objects(graph, dataset, linkId)]
      return places.some((place) => properties.some((property) => objects(graph, place, property).length > 0))
    }
  }
  const hasText =
    (tag: string): Test =>
    (dataset) =>
      objects(graph, dataset, description).some((value) => lang(graph, value)?.toLowerCase().startsWith(tag))
  const isNamed: Test = (dataset) =>
    graph.dictionary.kind[dataset] !== BLANK && /^https?:/.test(text(graph, dataset))
  const isUuid: Test = (dataset) =>
    objects(graph, dataset, identifier).some((value) =>
      /^(?:urn:uuid:)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text(graph, value)),
    )
  const isListed: Test = (dataset) =>
    subjects(graph, lists, dataset).some((each) => objects(graph, each, ID.type).length > 0)
  return { won, has, hasText, isListed, isNamed, isUuid }
}
