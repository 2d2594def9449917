// Rule ids for shapes of others, which have no id of their own: class, property and kind of defect, as words.
import { iriId, subjects, text } from '../../rdf/index.ts'
import type { CompiledShapes, Path, ShaclResult } from './model.ts'
import { pathText } from './path.ts'
import { SH } from './vocabulary.ts'

/** A stable id such as `dataset-title-mincount`; a named shape that has words of its own is called by its local name. */
export function foreignRuleId(compiled: CompiledShapes, { source, path, component }: ShaclResult): string {
  if (!source.name.startsWith('_:') && source.messages.length > 0) return localName(source.name)
  const defect = component.slice(component.lastIndexOf('#') + 1).replace(/ConstraintComponent$/, '')
  const subject = subjectOf(compiled, source.term)
  return [subject, path && pathWords(path), defect.toLowerCase()].filter(Boolean).join('-')
}

function subjectOf({ graph, targets }: CompiledShapes, shape: number): string | undefined {
  const owners = new Set([shape])
  const property = iriId(graph, `${SH}property`)
  for (const owner of owners) {
    const target = targets.find(({ kind, shape: { term } }) => kind === 'class' && term === owner)
    if (target) return kebab(localName(text(graph, target.term)))
    for (const outer of subjects(graph, property, owner)) owners.add(outer)
  }
  const name = text(graph, [...owners].at(-1)!)
  return /^b\d+$/.test(name) ? undefined : kebab(localName(name).replace(/_?shape$/i, ''))
}

function pathWords(path: Path): string {
  if (path.kind === 'predicate') return kebab(localName(path.iri))
  if (path.kind === 'inverse' && path.path.kind === 'predicate') return `inverse-${pathWords(path.path)}`
  return kebab(pathText(path).replace(/[^\s()|/^*+?]*[#/]/g, ' '))
}

function localName(iri: string): string {
  return /[^/#:]+$/.exec(iri)?.[0] ?? iri
}

function kebab(text: string): string {
  const words = text.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase()
  return words.replace(/[^a-zåäö\d]+/g, '-').replace(/^-|-$/g, '')
}
