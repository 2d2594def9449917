// Short names for the entities of a catalogue that is moved to YAML, and the base their IRIs share.
import { type AnyView, type ClassName, entityIri, slug, type Texts } from '../dcat/index.ts'
import { sections } from './sections.ts'

export interface Ids {
  readonly base: string | undefined
  readonly idOf: ReadonlyMap<AnyView, string>
  /** Node by class and id, as the reader of the form will find it. */
  readonly byId: ReadonlyMap<string, string>
  /** Id and class by IRI. */
  readonly byIri: ReadonlyMap<string, { readonly name: ClassName; readonly id: string }>
}

/** Gives every entity of a section an id that is unique in its class. */
export function chooseIds(views: readonly AnyView[]): Ids {
  const idOf = new Map<AnyView, string>()
  const byId = new Map<string, string>()
  const byIri = new Map<string, { name: ClassName; id: string }>()
  for (const view of views) {
    const { class: name, iri } = view
    if (name === undefined || iri === undefined || !sections.some((section) => section.class === name))
      continue
    const wish = wishFor(view) || '1'
    let id = wish
    for (let n = 2; byId.has(`${name} ${id}`); n++) id = `${wish}-${n}`
    idOf.set(view, id)
    byId.set(`${name} ${id}`, iri)
    byIri.set(iri, { name, id })
  }
  return { base: commonBase(views), idOf, byId, byIri }
}

const afterName: readonly ClassName[] = ['Agent', 'ContactPoint']

/** The end of the IRI; an organisation and a contact point by their names, which say more. */
function wishFor(view: AnyView): string {
  const { class: name, iri = '' } = view
  const end = iri.startsWith('_:') ? '' : slug(iri.replace(/[/#]+$/, '').replace(/^.*[/#]/, ''))
  const own = slug(nameOf(view))
  return name !== undefined && afterName.includes(name) ? own || end : end || own
}

function nameOf(view: AnyView): string {
  const fields = view as { title?: Texts; name?: Texts; fn?: readonly (string | Texts)[] }
  const named = fields.title ?? fields.name ?? fields.fn?.[0]
  if (named === undefined || typeof named === 'string') return named ?? ''
  return [named.sv ?? Object.values(named)[0]].flat()[0] ?? ''
}

/** What the IRIs of most datasets begin with, where they have the form that `build` gives. */
function commonBase(views: readonly AnyView[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { class: name, iri = '' } of views) {
    const base = name === 'Dataset' ? /^(https?:\/\/.*\/)dataset\/[^/#?]+$/.exec(iri)?.[1] : undefined
    if (base !== undefined) counts.set(base, (counts.get(base) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** True when `build` makes this IRI of the base and the id by itself. */
export function isMade({ class: name, iri }: AnyView, base: string | undefined, id: string): boolean {
  // The IRI of an organisation may be made of its number instead.
  return base !== undefined && name !== undefined && name !== 'Agent' && entityIri(base, name, id) === iri
}
