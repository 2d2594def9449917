// The model as lists to look things up in, beside the code lists of vocab/: domains, organisations, legislation …
// Every entry has the address that a steward writes: for an organisation that of the data portal.
import type { Text } from '../finding.ts'
import type { Concept, Vocabulary } from '../profile/index.ts'
import { categories, components, offPathStates, phases } from './data-components.ts'
import { domains } from './data-domains.ts'
import { characteristics, principles, schemes } from './data-framework.ts'
import { organisations } from './data-organisations.ts'
import { services } from './data-services.ts'
import { measures } from './data-usage.ts'
import { DEFAULT_NAMESPACE } from './namespace.ts'
import type { Named } from './types.ts'

/** What an entry has beside its name. */
interface Extra {
  readonly iri?: string
  readonly aliases?: readonly string[] | undefined
  readonly definition?: Text | undefined
}

/** Titles of the lists that are no concept scheme in the model. */
const titles: Readonly<Record<string, Text>> = {
  organisation: { sv: 'Organisationer', en: 'Organisations' },
  service: { sv: 'Tjänster, standarder och dokument', en: 'Services, standards and documents' },
  legislation: { sv: 'Författningar', en: 'Legislation' },
  dataset: { sv: 'Datamängder i domänerna', en: 'Datasets of the domains' },
  specification: { sv: 'Specifikationer i domänerna', en: 'Specifications of the domains' },
}

function listOf<T extends Named>(name: string, entries: readonly T[], more: (entry: T) => Extra): Vocabulary {
  const scheme = DEFAULT_NAMESPACE + name
  const concepts = new Map<string, Concept>()
  for (const entry of entries) {
    const { iri = entry.iri, aliases = [], definition } = more(entry)
    concepts.set(iri, { iri, label: entry.label, scheme, aliases, ...(definition && { definition }) })
  }
  const title = titles[name] ?? (schemes.find(({ id }) => id === name) as Named).label
  const complete = !(name in titles) && name !== 'eu-alignment'
  return { iri: scheme, name, title, complete, concepts }
}

function unique<T extends Named>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map((entry) => [entry.iri, entry])).values()]
}

let lists: ReadonlyMap<string, Vocabulary> | undefined

/** The lists by the IRI of their scheme. Made when first asked for. */
export function frameworkLists(): ReadonlyMap<string, Vocabulary> {
  lists ??= new Map(makeLists().map((list) => [list.iri, list]))
  return lists
}

function makeLists(): readonly Vocabulary[] {
  const bare = () => ({})
  return [
    listOf('domain', domains, ({ aliases }) => ({ aliases })),
    listOf('organisation', organisations, ({ publisherIri, number, aliases = [] }) => ({
      ...(publisherIri && { iri: publisherIri }),
      aliases: [...aliases, number],
    })),
    listOf('dataset', unique(domains.flatMap(({ datasets }) => datasets)), ({ description, note }) => ({
      definition: description ?? note,
    })),
    listOf('specification', unique(domains.flatMap(({ specifications }) => specifications)), bare),
    listOf('legislation', unique(domains.flatMap(({ legislation }) => legislation)), (act) => ({
      iri: act.identifierIri,
      aliases: [act.number, act.number.replace(/^\D+/, '')],
    })),
    listOf('service', services, ({ aliases, description }) => ({ aliases, definition: description })),
    listOf('component', components, ({ aliases, note }) => ({ aliases, definition: note })),
    listOf('principle', principles, ({ notation }) => ({ aliases: [notation] })),
    listOf('characteristic', characteristics, ({ notation }) => ({ aliases: [notation] })),
    listOf('phase', phases, ({ definition }) => ({ definition })),
    listOf('off-path', offPathStates, bare),
    listOf('category', categories, bare),
    listOf('measure', measures, ({ group }) => ({ aliases: [group.sv, group.en] })),
    listOf('eu-alignment', unique(domains.flatMap(({ alignedWith }) => alignedWith)), bare),
  ]
}
