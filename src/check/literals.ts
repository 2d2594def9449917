// Literals that are not what their datatype says, and language tags that name no language (rule 53 and XSD 1.1 part 2).
// Each literal of the dictionary is looked at once; only the faulty ones are looked up in the graph.
import type { Problem } from '../finding.ts'
import { type Dictionary, type Graph, LITERAL, text, textOf } from '../rdf/index.ts'
import { languageFault } from './language-tag.ts'
import { XSD } from './namespaces.ts'
import type { Check } from './types.ts'
import { isWellFormed, knownDatatypes } from './well-formed.ts'

/** Rules literal-ill-formed, language-tag-invalid and language-tag-form. */
export const literals: Check = (graph, { view }) => {
  const problems: Problem[] = []
  if (view?.part !== 'whole') for (const term of illFormed(graph.dictionary)) report(graph, term, problems)
  if (view?.part !== 'each') languageTags(graph, problems)
  return problems
}

function illFormed(d: Dictionary): number[] {
  const faulty: number[] = []
  const names = new Map<number, string | undefined>()
  for (let term = 0; term < d.count; term++) {
    if (d.kind[term] !== LITERAL || d.datatype[term] < 2) continue
    const type = d.datatype[term]
    let name = names.get(type)
    if (name === undefined && !names.has(type)) {
      const iri = textOf(d, type)
      name =
        iri.startsWith(XSD) && knownDatatypes.has(iri.slice(XSD.length)) ? iri.slice(XSD.length) : undefined
      names.set(type, name)
    }
    if (name !== undefined && !isWellFormed(textOf(d, term), name)) faulty.push(term)
  }
  return faulty
}

function report(graph: Graph, value: number, problems: Problem[]): void {
  const inverse = graph.inverse()
  const name = textOf(graph.dictionary, graph.dictionary.datatype[value]).slice(XSD.length)
  for (let row = inverse.offset[value]; row < inverse.offset[value + 1]; row++)
    problems.push({
      rule: 'literal-ill-formed',
      focus: inverse.value[row],
      path: text(graph, inverse.predicate[row]),
      value,
      params: { datatype: `xsd:${name}` },
    })
}

/** One problem per tag, at its first use. */
function languageTags(graph: Graph, problems: Problem[]): void {
  const { dictionary: d } = graph
  d.langs.forEach((tag, index) => {
    const fault = languageFault(tag)
    // Beside texts in Swedish, texts in Northern Sami are likely to be just that.
    if (!fault || (tag === 'se' && d.langs.some((other) => /^sv(?:-|$)/i.test(other)))) return
    let first = -1
    let count = 0
    for (let term = 0; term < d.count; term++)
      if (d.kind[term] === LITERAL && d.lang[term] === index + 1) {
        if (first < 0) first = term
        count++
      }
    const inverse = graph.inverse()
    const row = first < 0 ? 0 : inverse.offset[first]
    if (first < 0 || row === inverse.offset[first + 1]) return
    problems.push({
      rule: fault.suggestion === undefined ? 'language-tag-invalid' : 'language-tag-form',
      focus: inverse.value[row],
      path: text(graph, inverse.predicate[row]),
      value: first,
      params: { tag, count, suggestion: fault.suggestion ?? '' },
    })
  })
}
