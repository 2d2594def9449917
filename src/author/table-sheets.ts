// The sheets of a workbook: one per class that has an IRI of its own, and one for settings.
import type { ClassName } from '../dcat/index.ts'
import type { Text } from '../finding.ts'
import { foldHeader } from './table-columns.ts'

export interface SheetKind {
  readonly class: ClassName
  readonly label: Text
}

/** In the order of the tabs. */
export const sheetKinds: readonly SheetKind[] = [
  { class: 'Catalog', label: { sv: 'Katalog', en: 'Catalogue' } },
  { class: 'Agent', label: { sv: 'Utgivare', en: 'Publishers' } },
  { class: 'ContactPoint', label: { sv: 'Kontakter', en: 'Contacts' } },
  { class: 'Dataset', label: { sv: 'Datamängder', en: 'Datasets' } },
  { class: 'DatasetSeries', label: { sv: 'Dataserier', en: 'Series' } },
  { class: 'Distribution', label: { sv: 'Distributioner', en: 'Distributions' } },
  { class: 'DataService', label: { sv: 'Datatjänster', en: 'Services' } },
]

export const settingsSheet: Text = { sv: 'Inställningar', en: 'Settings' }
export const listsSheet: Text = { sv: 'Listor', en: 'Lists' }

/** Other names a sheet or a file may have. */
const synonyms: Readonly<Partial<Record<ClassName, readonly string[]>>> = {
  Catalog: ['catalog', 'kataloger', 'catalogs', 'catalogues'],
  Agent: ['agent', 'agents', 'aktör', 'aktörer', 'utgivare', 'publisher'],
  ContactPoint: ['contact', 'kontakt', 'contactpoint', 'kontaktuppgifter'],
  Dataset: ['dataset', 'datamängd', 'datamangder', 'datamangd'],
  DatasetSeries: ['datasetseries', 'datamängdsserie', 'datamängdsserier', 'serier', 'dataserie'],
  Distribution: ['distribution'],
  DataService: ['dataservice', 'dataservices', 'service', 'datatjänst', 'datatjanster'],
}

/** The class a sheet (or a file without its ending) is about; undefined for other sheets. */
export function classOfSheet(name: string): ClassName | undefined {
  const wanted = foldHeader(name)
  return sheetKinds.find(
    ({ class: kind, label }) =>
      [label.sv, label.en].some((each) => foldHeader(each) === wanted) || synonyms[kind]?.includes(wanted),
  )?.class
}

/** Whether a sheet is one that comes with the template and holds no things. */
export function isHelpSheet(name: string): boolean {
  const wanted = foldHeader(name)
  return [listsSheet, settingsSheet].some(({ sv, en }) =>
    [sv, en].some((each) => foldHeader(each) === wanted),
  )
}

/** Every name that is understood, for suggestions. */
export const sheetNames: readonly string[] = sheetKinds.flatMap(({ label }) => [label.sv, label.en])
