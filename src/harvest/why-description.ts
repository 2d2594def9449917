// The steps of a dataset's way to the portals that its own description decides.
import { mergeKey } from '../author/index.ts'
import type { Text } from '../finding.ts'
import { BLANK, type Graph, ID, IRI, iriFault, iriId, objects, subjects, text } from '../rdf/index.ts'
import type { Step } from './why.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'

const names = {
  there: { sv: 'Datamängden finns i katalogen', en: 'The dataset is in the catalogue' },
  kind: { sv: 'Vad den är', en: 'What it is' },
  address: { sv: 'Dess adress', en: 'Its address' },
  member: { sv: 'Katalogen räknar upp den', en: 'The catalogue lists it' },
  parts: { sv: 'Katalogens delar', en: 'The parts of the catalogue' },
  nameless: { sv: 'Allt har adresser', en: 'Everything has addresses' },
  double: { sv: 'Dubbletter i katalogen', en: 'Duplicates in the catalogue' },
  shown: { sv: 'Visas i sökningen', en: 'Shown in the search' },
  eu: { sv: 'Vidare till data.europa.eu', en: 'On to data.europa.eu' },
} as const satisfies Record<string, Text>

const ok = (name: Text, sv: string, en: string): Step => ({ name, state: 'ok', said: { sv, en } })

/** The steps in order; the caller stops at the first that drops it. */
export function descriptionSteps(graph: Graph, iri: string): readonly Step[] {
  const subject = iriId(graph, iri)
  if (subject < 0 || graph.out.offset[subject + 1] === graph.out.offset[subject]) return [absent(graph, iri)]
  return [
    ok(names.there, 'ja', 'yes'),
    kindStep(graph, subject),
    addressStep(iri),
    memberStep(graph, subject),
    partsStep(graph),
    namelessStep(graph, subject),
    doubleStep(graph, subject),
    shownStep(graph, subject),
    euStep(graph, subject),
  ]
}

function absent(graph: Graph, iri: string): Step {
  const near = nearMiss(graph, iri)
  const said =
    near === undefined
      ? { sv: `Katalogen beskriver inte ${iri}.`, en: `The catalogue does not describe ${iri}.` }
      : {
          sv: `Katalogen beskriver ${near}, som är en annan adress.`,
          en: `The catalogue describes ${near}, which is another address.`,
        }
  return {
    name: names.there,
    state: 'drops',
    said,
    todo: {
      sv: 'Lägg till datamängden i exporten, eller rätta adressen; en ny datamängd syns efter nästa skörd (kl. 4, eller inom tio minuter om ni begär den).',
      en: 'Add the dataset to the export, or correct the address; a new one shows after the next harvest (at 4, or within ten minutes if you ask for it).',
    },
  }
}

/** The same but for http/https, www, a slash at the end, or capital letters. */
function nearMiss(graph: Graph, iri: string): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^https?:\/\/(www\.)?/, '')
      .replace(/[/#]+$/, '')
  const wanted = plain(iri)
  for (let term = 0; term < graph.dictionary.count; term++) {
    if (graph.dictionary.kind[term] !== IRI || graph.out.offset[term + 1] === graph.out.offset[term]) continue
    const other = text(graph, term)
    if (plain(other) === wanted) return other
  }
  return undefined
}

const isA = (graph: Graph, subject: number, name: string) =>
  [...objects(graph, subject, ID.type)].includes(iriId(graph, DCAT + name))

function kindStep(graph: Graph, subject: number): Step {
  for (const [name, sv, en] of [
    ['DatasetSeries', 'en serie', 'a series'],
    ['Dataset', 'en datamängd', 'a dataset'],
    ['DataService', 'en datatjänst', 'a data service'],
  ])
    if (isA(graph, subject, name)) return ok(names.kind, sv, en)
  return {
    name: names.kind,
    state: 'drops',
    said: {
      sv: 'Den har ingen av klasserna dcat:Dataset, dcat:DatasetSeries och dcat:DataService.',
      en: 'It has none of the classes dcat:Dataset, dcat:DatasetSeries and dcat:DataService.',
    },
    todo: { sv: 'Ange rdf:type dcat:Dataset.', en: 'State rdf:type dcat:Dataset.' },
  }
}

function addressStep(iri: string): Step {
  if (/^https?:/i.test(iri) && !iriFault(iri)) return ok(names.address, 'giltig', 'valid')
  return {
    name: names.address,
    state: 'drops',
    said: {
      sv: 'Adressen är ingen giltig, fullständig webbadress.',
      en: 'The address is not a valid, whole web address.',
    },
    todo: {
      sv: 'Skriv mellanslag som %20 och börja med https://.',
      en: 'Write spaces as %20 and begin with https://.',
    },
  }
}

function memberStep(graph: Graph, subject: number): Step {
  const listed = ['dataset', 'service'].some(
    (name) => [...subjects(graph, iriId(graph, DCAT + name), subject)].length > 0,
  )
  if (listed) return ok(names.member, 'ja', 'yes')
  const isReached = ['accessService', 'inSeries'].some(
    (name) => [...subjects(graph, iriId(graph, DCAT + name), subject)].length > 0,
  )
  if (isReached)
    return ok(names.member, 'nej, men den nås från en datamängd', 'no, but a dataset leads to it')
  return {
    name: names.member,
    state: 'drops',
    said: {
      sv: 'Ingen katalog pekar på den med dcat:dataset eller dcat:service.',
      en: 'No catalogue points at it with dcat:dataset or dcat:service.',
    },
    todo: { sv: 'Lägg till dcat:dataset i katalogen.', en: 'Add dcat:dataset to the catalogue.' },
  }
}

function partsStep(graph: Graph): Step {
  const catalogs = [...subjects(graph, ID.type, iriId(graph, `${DCAT}Catalog`))]
  if (catalogs.length <= 1) return ok(names.parts, 'en katalog', 'one catalogue')
  const parts = new Set(catalogs.flatMap((each) => [...objects(graph, each, iriId(graph, `${DCT}hasPart`))]))
  const main = catalogs.filter((each) => !parts.has(each))
  const isDeep = catalogs.some(
    (each) => parts.has(each) && [...objects(graph, each, iriId(graph, `${DCT}hasPart`))].length > 0,
  )
  if (main.length === 1 && !isDeep)
    return {
      name: names.parts,
      state: 'changes',
      said: {
        sv: `${catalogs.length} kataloger slås ihop till ${text(graph, main[0])}; de andras egna uppgifter följer inte med.`,
        en: `${catalogs.length} catalogues are merged into ${text(graph, main[0])}; what the others say of themselves is not kept.`,
      },
    }
  return {
    name: names.parts,
    state: 'drops',
    said: {
      sv: isDeep
        ? 'En underkatalog har egna underkataloger; portalen följer bara en nivå.'
        : `${main.length} kataloger är inte delar av någon annan; portalen vill ha en enda huvudkatalog.`,
      en: isDeep
        ? 'A sub-catalogue has sub-catalogues of its own; the portal follows one level only.'
        : `${main.length} catalogues are parts of no other; the portal wants a single main catalogue.`,
    },
    todo: {
      sv: 'Låt en huvudkatalog peka ut de andra med dcterms:hasPart, i en nivå.',
      en: 'Let one main catalogue point at the others with dcterms:hasPart, one level deep.',
    },
  }
}

function namelessStep(graph: Graph, subject: number): Step {
  const parts: readonly (readonly [string, Text])[] = [
    [`${DCAT}distribution`, { sv: 'distributioner', en: 'distributions' }],
    [`${DCT}publisher`, { sv: 'utgivaren', en: 'the publisher' }],
    [`${DCAT}contactPoint`, { sv: 'kontakten', en: 'the contact' }],
  ]
  const bad = parts.filter(([property]) =>
    [...objects(graph, subject, iriId(graph, property))].some(
      (value) => graph.dictionary.kind[value] === BLANK,
    ),
  )
  if (bad.length === 0) return ok(names.nameless, 'ja', 'yes')
  const list = (lang: 'sv' | 'en') => bad.map(([, name]) => name[lang]).join(', ')
  return {
    name: names.nameless,
    state: 'changes',
    said: {
      sv: `Utan egen adress: ${list('sv')}. Portalen tar inte emot dem.`,
      en: `Without an address of their own: ${list('en')}. The portal does not accept them.`,
    },
    todo: {
      sv: 'Ge dem adresser i stället för tomma noder.',
      en: 'Give them addresses instead of blank nodes.',
    },
  }
}

function doubleStep(graph: Graph, subject: number): Step {
  const key = mergeKey(graph, subject)
  if (!key.startsWith('uuid ')) return ok(names.double, 'känns igen på adressen', 'known by its address')
  for (let other = 0; other < graph.dictionary.count; other++) {
    if (
      other === subject ||
      graph.dictionary.kind[other] !== IRI ||
      graph.out.offset[other + 1] === graph.out.offset[other]
    )
      continue
    if (mergeKey(graph, other) === key)
      return {
        name: names.double,
        state: 'changes',
        said: {
          sv: `${text(graph, other)} har samma UUID; bara en av dem visas.`,
          en: `${text(graph, other)} has the same UUID; only one of them is shown.`,
        },
        todo: {
          sv: 'Ge varje datamängd ett eget dcterms:identifier.',
          en: 'Give each dataset a dcterms:identifier of its own.',
        },
      }
  }
  return ok(names.double, 'inga', 'none')
}

function shownStep(graph: Graph, subject: number): Step {
  const series = [...objects(graph, subject, iriId(graph, `${DCAT}inSeries`))]
  if (series.length > 0)
    return {
      name: names.shown,
      state: 'changes',
      said: {
        sv: `Den ingår i serien ${text(graph, series[0])} och visas bara där, inte i sökningen.`,
        en: `It is part of the series ${text(graph, series[0])} and is shown there only, not in the search.`,
      },
    }
  if (isA(graph, subject, 'DataService') && servedOnes(graph, subject) === 1)
    return {
      name: names.shown,
      state: 'changes',
      said: {
        sv: 'Tjänsten hör till en enda datamängd och nås genom den, inte i sökningen.',
        en: 'The service belongs to a single dataset and is reached through it, not in the search.',
      },
    }
  return ok(names.shown, 'ja', 'yes')
}

/** How many datasets a service belongs to. */
function servedOnes(graph: Graph, service: number): number {
  const served = new Set(objects(graph, service, iriId(graph, `${DCAT}servesDataset`)))
  for (const distribution of subjects(graph, iriId(graph, `${DCAT}accessService`), service))
    for (const dataset of subjects(graph, iriId(graph, `${DCAT}distribution`), distribution))
      served.add(dataset)
  return served.size
}

function euStep(graph: Graph, subject: number): Step {
  const has = (property: string) => [...objects(graph, subject, iriId(graph, property))].length > 0
  if (!has(`${DCT}publisher`))
    return {
      name: names.eu,
      state: 'changes',
      said: {
        sv: 'Utan egen utgivare: EU:s portal slår ihop alla kataloger, och då syns inte vems den är.',
        en: "Without a publisher of its own: the EU's portal merges all catalogues, and then nobody sees whose it is.",
      },
      todo: { sv: 'Ange dcterms:publisher på datamängden.', en: 'State dcterms:publisher on the dataset.' },
    }
  return {
    name: names.eu,
    state: 'unknown',
    said: {
      sv: 'Går vidare med Sveriges katalog; när EU:s portal hämtar den går inte att se härifrån.',
      en: "Goes on with Sweden's catalogue; when the EU's portal fetches it cannot be seen from here.",
    },
  }
}
