// The mass-loss brake: what a run may remove without anybody's consent. Pure.
import type { Text } from '../finding.ts'
import type { BrakeReason } from './types.ts'

/** What the brake knows of an entity that is public today. */
export interface Standing {
  readonly iri: string
  readonly type: string
  readonly publisher?: string
  readonly isProtected?: boolean
}

export interface BrakeLimits {
  readonly maxCount: number
  readonly maxShare: number
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const RESOURCES = new Set([`${DCAT}Dataset`, `${DCAT}DatasetSeries`, `${DCAT}DataService`])

/** True for datasets, series and services: what a catalogue is about. */
export function isResource(type: string): boolean {
  return RESOURCES.has(type)
}

/**
 * Why a run may not take `lost` out of what is public; empty when it may. Held are: more than max(`maxCount`, `maxShare`)
 * of all entities, or of the datasets, series and services; all that a publisher has; everything; anything protected.
 */
export function brake(
  standing: readonly Standing[],
  lost: ReadonlySet<string>,
  { maxCount, maxShare }: BrakeLimits,
): readonly BrakeReason[] {
  if (lost.size === 0) return []
  const gone = standing.filter(({ iri }) => lost.has(iri))
  const resources = standing.filter(({ type }) => isResource(type))
  const goneResources = resources.filter(({ iri }) => lost.has(iri))
  const reasons: BrakeReason[] = []
  const add = (kind: BrakeReason['kind'], text: Text, iris: readonly string[]) =>
    reasons.push({ kind, text, iris })
  const iris = (some: readonly Standing[]) => some.map(({ iri }) => iri)

  if (resources.length > 0 && goneResources.length === resources.length)
    add('everything', words.everything(resources.length), iris(goneResources))
  else {
    if (goneResources.length > Math.max(maxCount, maxShare * resources.length))
      add('datasets', words.datasets(goneResources.length, resources.length), iris(goneResources))
    for (const [publisher, own] of byPublisher(resources))
      if (own.every(({ iri }) => lost.has(iri)))
        add('publisher', words.publisher(publisher, own.length), iris(own))
  }
  if (gone.length > Math.max(maxCount, maxShare * standing.length))
    add('many', words.many(gone.length, standing.length), iris(gone))
  const protectedOnes = gone.filter(({ isProtected }) => isProtected)
  if (protectedOnes.length > 0) add('protected', words.protected(protectedOnes.length), iris(protectedOnes))
  return reasons
}

function byPublisher(resources: readonly Standing[]): ReadonlyMap<string, readonly Standing[]> {
  const groups = new Map<string, Standing[]>()
  for (const each of resources) {
    if (each.publisher === undefined) continue
    const known = groups.get(each.publisher)
    if (known) known.push(each)
    else groups.set(each.publisher, [each])
  }
  return groups
}

const words = {
  everything: (n: number): Text => ({
    sv:
      n === 1
        ? 'Källans enda datamängd, serie eller tjänst är borta.'
        : `Alla källans ${n} datamängder, serier och tjänster är borta.`,
    en:
      n === 1
        ? "The source's only dataset, series or service is gone."
        : `All ${n} datasets, series and services of the source are gone.`,
  }),
  datasets: (n: number, all: number): Text => ({
    sv: `${n} av ${all} datamängder, serier och tjänster är borta.`,
    en: `${n} of ${all} datasets, series and services are gone.`,
  }),
  publisher: (iri: string, n: number): Text => ({
    sv: `Allt (${n}) från utgivaren ${iri} är borta.`,
    en: `Everything (${n}) of the publisher ${iri} is gone.`,
  }),
  many: (n: number, all: number): Text => ({
    sv: `${n} av ${all} beskrivningar är borta.`,
    en: `${n} of ${all} descriptions are gone.`,
  }),
  protected: (n: number): Text => ({
    sv:
      n === 1
        ? 'En av dem är värdefull data eller nationella grunddata.'
        : `${n} av dem är värdefulla data eller nationella grunddata.`,
    en:
      n === 1
        ? 'One of them is high-value or national basic data.'
        : `${n} of them are high-value or national basic data.`,
  }),
}
