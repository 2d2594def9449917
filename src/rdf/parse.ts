// Document to graph, whatever the syntax: what cannot be read gives an empty graph that says why.
import { detectSyntax } from './detect.ts'
import type { Document } from './document.ts'
import { createGraphBuilder, type Graph } from './graph.ts'
import type { ParseOptions, SyntaxId } from './syntax.ts'
import { syntaxes } from './syntaxes.ts'

/**
 * Reads a document that is decoded already (see decodeDocument). Problems of the detection come before those of the
 * reader in `graph.problems`. Never throws for bad content.
 */
export async function parse(
  document: Document,
  options: ParseOptions & { readonly syntax?: SyntaxId } = {},
): Promise<Graph> {
  const { syntax, problems } = detectSyntax(document, options.syntax ? { syntax: options.syntax } : {})
  if (!syntax) return unreadable(document, problems)
  const graph = await syntaxes[syntax].parse(document, options)
  return problems.length === 0 ? graph : { ...graph, problems: [...problems, ...graph.problems] }
}

function unreadable({ name, bytes }: Document, problems: Graph['problems']): Graph {
  const builder = createGraphBuilder()
  builder.problems.push(...problems)
  return builder.finish({ file: name, bytes, syntax: '', tokenEnd: (_, start) => start })
}
