// What a thing is called, and what happened to it, in words.
import type { Lang, Text } from '../../finding.ts'
import type { PlannedChange } from '../types.ts'

const kindWords: Readonly<Record<PlannedChange['kind'], Text>> = {
  add: { sv: 'ny', en: 'new' },
  update: { sv: 'ändrad', en: 'changed' },
  date: { sv: 'nytt datum', en: 'new date' },
  missing: { sv: 'saknas', en: 'missing' },
  remove: { sv: 'tas bort', en: 'removed' },
  return: { sv: 'tillbaka', en: 'back' },
  hold: { sv: 'i karantän', en: 'quarantine' },
}

const typeWords: Readonly<Record<string, Text>> = {
  Catalog: { sv: 'katalogen', en: 'catalogue' },
  Dataset: { sv: 'datamängden', en: 'dataset' },
  DatasetSeries: { sv: 'serien', en: 'series' },
  DataService: { sv: 'datatjänsten', en: 'data service' },
  Distribution: { sv: 'distributionen', en: 'distribution' },
  Organization: { sv: 'organisationen', en: 'organisation' },
  Agent: { sv: 'aktören', en: 'agent' },
  Individual: { sv: 'kontakten', en: 'contact' },
}

/** `datamängden ”Luft” (https://…)`. */
export function thingText(
  { type, title, iri }: Pick<PlannedChange, 'type' | 'title' | 'iri'>,
  lang: Lang,
): string {
  const kind = typeWords[type.replace(/^.*[/#]/, '')]?.[lang]
  const name = title?.[lang] ?? title?.sv ?? title?.en
  const quoted = name === undefined ? '' : lang === 'sv' ? `”${name}”` : `“${name}”`
  return [kind, quoted, quoted === '' ? iri : `(${iri})`].filter(Boolean).join(' ')
}

export function kindText(kind: PlannedChange['kind'], lang: Lang): string {
  return kindWords[kind][lang]
}
