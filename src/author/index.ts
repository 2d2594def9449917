// Authoring: what people write instead of RDF, made into graphs; and catalogues written as people write.

export type { BuildOptions, Built } from './build.ts'
export { buildGraph, inputOf } from './build.ts'
export type { DiffValue, EntityDiff, GraphDiff, PropertyDiff } from './diff.ts'
export { diffGraphs } from './diff.ts'
export { diffPatch } from './diff-patch.ts'
export { diffMarkdown, diffSummary, diffText } from './diff-text.ts'
export type {
  Described,
  Draft,
  DraftContent,
  DraftEntity,
  DraftParent,
  DraftValue,
  Exact,
  Fault,
  Term,
  Written,
} from './draft.ts'
export { mergeDrafts } from './draft.ts'
export type { DraftContext } from './draft-graph.ts'
export { draftToGraph } from './draft-graph.ts'
export type { KnownOrganisation } from './draft-mentions.ts'
export type { Edited, Editing } from './edit.ts'
export { edit } from './edit.ts'
export type { EuCounts, EuForm } from './eu-form.ts'
export { fromEuForm, toEuForm } from './eu-form.ts'
export { faultTable } from './faults.ts'
export type { Fixed, FixOptions, Left } from './fix.ts'
export { changeFor, fixText } from './fix.ts'
export type { DiffPaint, Hunk } from './fix-diff.ts'
export { hunksOf, unifiedDiff } from './fix-diff.ts'
export type { BuiltYaml, FixYamlOptions } from './fix-yaml.ts'
export { fixYaml, fixYamlFinding } from './fix-yaml.ts'
export type { Input, InputContext } from './inputs.ts'
export { inputs } from './inputs.ts'
export { readIso } from './iso-input.ts'
export type { Decision, DecisionKind, Merged, MergeSource } from './merge.ts'
export { mergeGraphs } from './merge.ts'
export { isIdentified, mergeKey, type Rank, rankNames, sectorRank } from './merge-keys.ts'
export { publisherIri } from './publisher.ts'
export { catalogSchema } from './schema.ts'
export { type Section, sections } from './sections.ts'
export {
  blanksOf,
  type StartAnswers,
  type StartDataset,
  type StartFile,
  startCatalog,
  startFiles,
} from './start.ts'
export { joinYaml } from './start-found.ts'
export { type Workflow, workflows } from './start-workflow.ts'
export { columnsOf } from './table-columns.ts'
export { type SheetKind, sheetKinds } from './table-sheets.ts'
export { csvTemplate, type TemplateOptions, xlsxTemplate } from './table-template.ts'
export type { Told, Upgraded, Upgrading } from './upgrade.ts'
export { upgradeText } from './upgrade.ts'
export type { ToYamlOptions } from './yaml-write.ts'
export { toYaml } from './yaml-write.ts'
