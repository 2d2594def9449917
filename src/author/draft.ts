// What somebody wrote, before it is RDF: the neutral form that readers of YAML, workbooks and API descriptions fill
// and that `draftToGraph` turns into a graph. Every value remembers the place it was written at.
import type { ClassName, Term } from '../dcat/index.ts'
import type { Location, Text } from '../finding.ts'

export type { Term } from '../dcat/index.ts'

/** What a reader makes of its sources. Drafts of several sources are put together with {@link mergeDrafts}. */
export interface Draft {
  readonly entities: readonly DraftEntity[]
  /** What the reader had to remark. */
  readonly faults: readonly Fault[]
  /** What made IRIs begin with, e.g. `https://data.example.se/`. */
  readonly base?: string
  /** Language of texts without one; default `sv`. */
  readonly language?: string
  /** Values that every entity of a class has unless it says otherwise (also with {@link DraftEntity.without}). */
  readonly defaults?: Readonly<Partial<Record<ClassName, readonly DraftValue[]>>>
}

/** One thing: a dataset, a contact point, a period. */
export interface DraftEntity {
  /** Undefined only for things outside the profile, whose statements are all exact terms. */
  readonly class?: ClassName
  /** IRI, or `_:` and a name for a blank node; made from `id` and the base when absent. */
  readonly iri?: string
  /** Short name, unique in its class: other entities refer to it by this, and its IRI is made from it. */
  readonly id?: string
  /** Another class of the same family: `Organization`, `Person` (agents), `Individual` (contact points). */
  readonly kind?: string
  readonly place: Location
  readonly values: readonly DraftValue[]
  /** Keys of properties that are left empty on purpose: no default fills them. */
  readonly without?: readonly string[]
  /** The source repeats this wherever it comes up: it is whatever is described under the same name, else itself. */
  readonly isMention?: boolean
  /** What this is part of, where the whole does not list its parts (a row in a sheet of distributions names its dataset). */
  readonly partOf?: DraftParent
}

export interface DraftParent {
  /** Class of the whole; the property is the one that leads from it to this class. */
  readonly class: ClassName
  /** IRI or id of the whole. */
  readonly ref: string
  readonly place: Location
}

export interface DraftValue {
  /** Key in the property table (`title`), prefixed name, label (see `findKey`), or the IRI of any property. */
  readonly property: string
  readonly content: DraftContent
  readonly place: Location
}

export type DraftContent = Written | Exact | Described

/**
 * As a person typed it; the property table says what it means: a text (in `lang`), a date, a number, a label or IRI of
 * a code list, an address, or the id of another entity.
 */
export interface Written {
  readonly kind: 'written'
  readonly text: string
  /** The id may be of something in another catalogue: then a warning, and nothing is stated. */
  readonly mayBeElsewhere?: boolean
  /** Language tag; default: the draft's language where the property takes texts. */
  readonly lang?: string
}

/** An RDF term that is written as it is. */
export interface Exact {
  readonly kind: 'exact'
  readonly term: Term
}

/** Another entity, described in place. */
export interface Described {
  readonly kind: 'entity'
  readonly entity: DraftEntity
}

/** Something wrong with what was written. `rule` is a key of the table in faults.ts. */
export interface Fault {
  readonly rule: string
  readonly place: Location
  /** Values for the placeholders of the message. */
  readonly params?: Readonly<Record<string, string | number | Text>>
}

/** One draft of several: entities and faults in order; the first base and language stay, defaults are joined. */
export function mergeDrafts(drafts: readonly Draft[]): Draft {
  const base = drafts.find((draft) => draft.base !== undefined)?.base
  const language = drafts.find((draft) => draft.language !== undefined)?.language
  const defaults: Partial<Record<ClassName, readonly DraftValue[]>> = {}
  for (const draft of drafts)
    for (const [name, values] of Object.entries(draft.defaults ?? {}) as [ClassName, readonly DraftValue[]][])
      defaults[name] = [...(defaults[name] ?? []), ...values]
  return {
    entities: drafts.flatMap((draft) => draft.entities),
    faults: drafts.flatMap((draft) => draft.faults),
    ...(base !== undefined && { base }),
    ...(language !== undefined && { language }),
    defaults,
  }
}
