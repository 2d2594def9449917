// Quick fixes: the corrections that findings propose, as edits of the text in the editor.
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { changeFor, edit, fixYamlFinding } from '../author/index.ts'
import type { Finding } from '../finding.ts'
import { type Graph, parse } from '../rdf/index.ts'
import { diagnoseYaml, syntaxOf } from './diagnose.ts'
import { formOf } from './place.ts'

/** The edit that corrects a finding; undefined when it cannot be made in this text. */
export async function editFor(
  document: TextDocument,
  graph: Graph,
  finding: Finding,
): Promise<TextEdit | undefined> {
  const form = formOf(document.languageId, document.uri)
  if (form === 'yaml') return yamlEdit(document, graph, finding)
  const change = changeFor(graph, finding)
  if (!change) return undefined
  const syntax = syntaxOf(document.uri, form)
  const edited = await edit({
    graph,
    changes: [change],
    reread: (bytes) => parse({ name: document.uri, bytes }, { syntax }),
  })
  return edited.done.length === 0
    ? undefined
    : difference(document, Buffer.from(edited.bytes).toString('utf8'))
}

async function yamlEdit(
  document: TextDocument,
  graph: Graph,
  finding: Finding,
): Promise<TextEdit | undefined> {
  const build = (text: string) => diagnoseYaml(text, { name: document.uri, form: 'yaml' })
  const text = document.getText()
  const { findings } = await build(text)
  const after = await fixYamlFinding(text, { graph, findings }, { finding, build })
  return after === undefined ? undefined : difference(document, after)
}

/** The one span in which a new text differs from a document. */
export function difference(document: TextDocument, after: string): TextEdit {
  const before = document.getText()
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++
  return {
    range: { start: document.positionAt(start), end: document.positionAt(before.length - end) },
    newText: after.slice(start, after.length - end),
  }
}
