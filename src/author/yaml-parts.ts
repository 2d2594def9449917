// What the YAML form leaves unsaid: parts that are written inside their whole, values that are inherited anyway.
import type { AnyView } from '../dcat/index.ts'

type Fields = Readonly<Record<string, unknown>>

/** Distributions that one dataset alone has are written inside it; `inside` is by IRI. */
export function partsInPlace(views: readonly AnyView[]): {
  readonly inside: ReadonlyMap<string, AnyView>
  readonly rest: readonly AnyView[]
} {
  const counts = new Map<string, number>()
  for (const view of views)
    if (view.class === 'Dataset')
      for (const iri of listOf(view, 'distribution'))
        if (typeof iri === 'string') counts.set(iri, (counts.get(iri) ?? 0) + 1)
  const inside = new Map<string, AnyView>()
  for (const view of views)
    if (view.class === 'Distribution' && view.iri !== undefined && counts.get(view.iri) === 1)
      inside.set(view.iri, view)
  return {
    inside,
    rest: views.filter(({ class: name, iri = '' }) => name !== 'Distribution' || !inside.has(iri)),
  }
}

/** What {@link leftOutOf} judges by. */
export interface Unsaid {
  readonly views: readonly AnyView[]
  /** The only catalogue, when there is one. */
  readonly catalog: AnyView | undefined
}

export function unsaidIn(views: readonly AnyView[]): Unsaid {
  const catalogs = views.filter((each) => each.class === 'Catalog')
  return { views, catalog: catalogs.length === 1 ? catalogs[0] : undefined }
}

/** Keys that need not be written because the form gives their values, and keys that must say that they are empty. */
export function leftOutOf(
  view: AnyView,
  { views, catalog }: Unsaid,
): { readonly inherited: readonly string[]; readonly empty: readonly string[] } {
  if (!catalog || isBelow(view)) return { inherited: [], empty: [] }
  if (view === catalog) return listsOf(catalog, views)
  if (view.class !== 'Dataset' && view.class !== 'DatasetSeries') return { inherited: [], empty: [] }
  const whole = listOf(catalog, 'publisher')
  const own = listOf(view, 'publisher')
  if (whole.length === 0) return { inherited: [], empty: [] }
  if (own.length === 0) return { inherited: [], empty: ['publisher'] }
  return { inherited: isSame(own, whole) ? ['publisher'] : [], empty: [] }
}

/** A nested entity: what is inherited only reaches those in a section. */
function isBelow({ iri }: AnyView): boolean {
  return iri === undefined
}

/** The one catalogue lists all datasets and services without saying so. */
function listsOf(catalog: AnyView, views: readonly AnyView[]) {
  const inherited: string[] = []
  const empty: string[] = []
  const classesOf = { dataset: ['Dataset', 'DatasetSeries'], service: ['DataService'] } as const
  for (const [key, names] of Object.entries(classesOf)) {
    const parts = views
      .filter((view) => (names as readonly unknown[]).includes(view.class))
      .map(({ iri }) => iri)
    const listed = listOf(catalog, key)
    if (isSame(listed, parts)) inherited.push(key)
    else if (listed.length === 0) empty.push(key)
  }
  return { inherited, empty }
}

function listOf(view: AnyView, key: string): readonly unknown[] {
  const value = (view as unknown as Fields)[key]
  return value === undefined ? [] : [value].flat()
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  const wanted = new Set(b)
  return a.length === b.length && a.every((each) => typeof each === 'string' && wanted.has(each))
}
