// The rows of the table of versions about what a newer version asks for: filled in when it is certain, else proposed.
import { isOrganisationNumber, organisationDigits } from '../profile/index.ts'
import { type Graph, IRI, text } from '../rdf/index.ts'
import {
  fullName,
  instances,
  placeOf,
  type Row,
  type Step,
  states,
  stating,
  valuesOf,
} from './upgrade-row.ts'

const ORGANISATION = /^http:\/\/dataportal\.se\/organisation\/SE(\d{10})$/
const agentClasses = ['foaf:Agent', 'foaf:Organization', 'foaf:Person'] as const

/** A publisher's organisation number, which its IRI holds already. */
export const agentIdentifier: Row = function* ({ graph }) {
  for (const subject of instances(graph, ...agentClasses)) {
    const digits = graph.dictionary.kind[subject] === IRI && ORGANISATION.exec(text(graph, subject))?.[1]
    if (!digits || states(graph, subject, 'dcterms:identifier')) continue
    yield {
      ...about(graph, subject),
      text: {
        sv: 'Organisationsnumret i utgivarens adress skrivs också som dcterms:identifier.',
        en: "The organisation number in the publisher's address is also written as dcterms:identifier.",
      },
      changes: [added(subject, 'dcterms:identifier', { kind: 'literal', text: digits })],
    }
  }
}

const about = (graph: Graph, subject: number) => ({ at: placeOf(graph, subject), subject })

function added(
  subject: number,
  name: string,
  value: Extract<NonNullable<Step['changes']>[number], { kind: 'add' }>['value'],
) {
  return { kind: 'add', subject, path: fullName(name), value } as const
}

/** Every agent has a type since 3.0.1. */
export const agentType: Row = function* ({ graph }) {
  for (const subject of instances(graph, ...agentClasses)) {
    if (states(graph, subject, 'dcterms:type')) continue
    const kind = likelyType(numberOf(graph, subject))
    yield {
      ...about(graph, subject),
      text: {
        sv: 'Utgivaren saknar typ (dcterms:type), som är obligatorisk i 3.0.1: välj en.',
        en: 'The publisher has no type (dcterms:type), which 3.0.1 demands: choose one.',
      },
      ...(kind && { proposal: `dcterms:type <http://purl.org/adms/publishertype/${kind}>` }),
    }
  }
}

function numberOf(graph: Graph, subject: number): string {
  const stated = valuesOf(graph, subject, 'dcterms:identifier').map((each) => organisationDigits(each.text))
  const inIri = ORGANISATION.exec(text(graph, subject))?.[1]
  return [inIri, ...stated].find((each) => each !== undefined && isOrganisationNumber(each)) ?? ''
}

/** The first digits of a Swedish organisation number tell what kind of public body it is. */
function likelyType(digits: string): string | undefined {
  if (digits.startsWith('212')) return 'LocalAuthority'
  if (digits.startsWith('232')) return 'RegionalAuthority'
  return digits.startsWith('202') || digits.startsWith('21') ? 'NationalAuthority' : undefined
}

/** A catalogue has the licence CC0 since 2.0.0. */
export const catalogLicence: Row = function* ({ graph, options }) {
  for (const subject of instances(graph, 'dcat:Catalog')) {
    if (states(graph, subject, 'dcterms:license')) continue
    const cc0 = { kind: 'iri', text: 'http://creativecommons.org/publicdomain/zero/1.0/' } as const
    yield options.cc0
      ? {
          ...about(graph, subject),
          text: { sv: 'Katalogen får licensen CC0.', en: 'The catalogue gets the licence CC0.' },
          changes: [added(subject, 'dcterms:license', cc0)],
        }
      : {
          ...about(graph, subject),
          text: {
            sv: 'Katalogen saknar licens: ange CC0, eller kör igen med --add-licence.',
            en: 'The catalogue has no licence: state CC0, or run again with --add-licence.',
          },
          proposal: `dcterms:license <${cc0.text}>`,
        }
  }
}

/** A dataset has a publisher since 2.0.0. */
export const datasetPublisher: Row = function* ({ graph, options }) {
  const homes = new Map([...stating(graph, 'dcat:dataset')].map(({ subject, object }) => [object, subject]))
  for (const subject of instances(graph, 'dcat:Dataset', 'dcat:DatasetSeries')) {
    if (states(graph, subject, 'dcterms:publisher')) continue
    const home = homes.get(subject)
    const publishers = home === undefined ? [] : valuesOf(graph, home, 'dcterms:publisher')
    const publisher = publishers.length === 1 && publishers[0].kind === 'iri' ? publishers[0] : undefined
    if (options.inheritPublisher && publisher)
      yield {
        ...about(graph, subject),
        text: {
          sv: 'Datamängden får katalogens utgivare.',
          en: "The dataset gets the catalogue's publisher.",
        },
        changes: [added(subject, 'dcterms:publisher', publisher)],
      }
    else
      yield {
        ...about(graph, subject),
        text: {
          sv: 'Datamängden saknar utgivare: ange en, eller kör igen med --inherit-publisher.',
          en: 'The dataset has no publisher: state one, or run again with --inherit-publisher.',
        },
        ...(publisher && { proposal: `dcterms:publisher <${publisher.text}>` }),
      }
  }
}

/** What 3.0 recommends and only a person knows. */
export const recommended: Row = function* ({ graph }) {
  for (const subject of instances(graph, 'dcat:Dataset'))
    if (!states(graph, subject, 'dcterms:conformsTo'))
      yield {
        ...about(graph, subject),
        text: {
          sv: 'Datamängden anger ingen specifikation (dcterms:conformsTo), som rekommenderas sedan 3.0.',
          en: 'The dataset names no specification (dcterms:conformsTo), which is recommended since 3.0.',
        },
      }
  for (const subject of instances(graph, ...agentClasses))
    if (!states(graph, subject, 'org:classification'))
      yield {
        ...about(graph, subject),
        text: {
          sv: 'Ange org:classification om utgivaren finansieras med avgifter; det rekommenderas sedan 3.0.1.',
          en: 'State org:classification if the publisher is funded by fees; it is recommended since 3.0.1.',
        },
      }
}

/** A distribution with several files is often a series of datasets. */
export const seriesCandidates: Row = function* ({ graph }) {
  const seen = new Map<number, number>()
  for (const { subject, at } of stating(graph, 'dcat:downloadURL')) {
    const count = (seen.get(subject) ?? 0) + 1
    seen.set(subject, count)
    if (count !== 2) continue
    yield {
      at,
      subject,
      text: {
        sv: 'Distributionen har flera nedladdningsadresser: dela upp datamängden i en serie (dcat:DatasetSeries).',
        en: 'The distribution has several download addresses: split the dataset into a series (dcat:DatasetSeries).',
      },
    }
  }
}
