// The language server: what the protocol asks, answered by the modules beside this one. One connection, one process.

import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  createConnection,
  type Diagnostic,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Lang } from '../finding.ts'
import type { Policy } from '../policy/index.ts'
import { DEFAULT_PROFILE, loadProfile } from '../profile/index.ts'
import { editFor } from './actions.ts'
import { completionsAt } from './complete.ts'
import { type Checked, diagnose, sentence, severityNumbers } from './diagnose.ts'
import { hoverAt } from './hover.ts'
import { formOf, placeAt } from './place.ts'

export interface ServerOptions {
  readonly lang: Lang
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Milliseconds without typing before a text is checked. */
  readonly quietMs?: number
  readonly policy?: Policy
}

/** Serves until the client asks it to exit; gives the exit code. */
export function serve(options: ServerOptions): Promise<number> {
  const connection = createConnection(options.input, options.output)
  const documents = new TextDocuments(TextDocument)
  const checks = createChecks(connection, options)
  documents.onDidChangeContent(({ document }) => checks.later(document))
  documents.onDidClose(({ document }) => checks.forget(document))
  connection.onInitialize(() => capabilities)
  connection.onCompletion(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri)
    if (!document) return []
    const place = placeAt(
      document.getText(),
      document.offsetAt(position),
      formOf(document.languageId, document.uri),
    )
    const range = { start: document.positionAt(place.from), end: position }
    return [
      ...completionsAt(place, { profile: await loadProfile(DEFAULT_PROFILE), lang: options.lang, range }),
    ]
  })
  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri)
    if (!document) return null
    const form = formOf(document.languageId, document.uri)
    const profile = await loadProfile(DEFAULT_PROFILE)
    const said = hoverAt(document.getText(), document.offsetAt(position), {
      form,
      profile,
      lang: options.lang,
    })
    if (!said) return null
    return {
      contents: { kind: 'markdown', value: said.markdown },
      range: { start: document.positionAt(said.from), end: document.positionAt(said.to) },
    }
  })
  connection.onCodeAction(async ({ textDocument, context }) => {
    const document = documents.get(textDocument.uri)
    return document ? checks.actions(document, context.diagnostics) : []
  })
  documents.listen(connection)
  return new Promise((resolve) => {
    let isShutDown = false
    connection.onShutdown(() => {
      isShutDown = true
    })
    connection.onExit(() => resolve(isShutDown ? 0 : 1))
    connection.listen()
  })
}

const capabilities: InitializeResult = {
  serverInfo: { name: 'grunddata' },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: [':', '<', '"', ' '] },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  },
}

interface Checks {
  readonly later: (document: TextDocument) => void
  readonly forget: (document: TextDocument) => void
  readonly actions: (document: TextDocument, diagnostics: readonly Diagnostic[]) => Promise<CodeAction[]>
}

const QUIET_MS = 150

function createChecks(connection: Connection, { lang, policy, quietMs = QUIET_MS }: ServerOptions): Checks {
  const timers = new Map<string, NodeJS.Timeout>()
  const results = new Map<string, Checked & { readonly version: number }>()
  const check = async (document: TextDocument): Promise<void> => {
    const { version, uri } = document
    const form = formOf(document.languageId, uri)
    const checked = await diagnose(document.getText(), { name: uri, form, ...(policy && { policy }) })
    // Whoever typed meanwhile has a check of a newer text under way.
    if (document.version !== version) return
    results.set(uri, { ...checked, version })
    const diagnostics = checked.findings.map((finding, index) => diagnosticOf(finding, index, lang))
    await connection.sendDiagnostics({ uri, version, diagnostics })
  }
  return {
    later(document) {
      clearTimeout(timers.get(document.uri))
      const run = () =>
        void check(document).catch((error: unknown) =>
          connection.console.error(`grunddata: ${String(error)}`),
        )
      timers.set(document.uri, setTimeout(run, quietMs))
    },
    forget({ uri }) {
      clearTimeout(timers.get(uri))
      timers.delete(uri)
      results.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
    async actions(document, diagnostics) {
      const result = results.get(document.uri)
      if (!result || result.version !== document.version) return []
      const actions: CodeAction[] = []
      for (const diagnostic of diagnostics) {
        const finding =
          result.findings[Number((diagnostic.data as { finding?: number } | undefined)?.finding)]
        const edit = finding?.fix ? await editFor(document, result.graph, finding) : undefined
        if (!edit || !finding?.fix) continue
        actions.push({
          title: finding.fix.description[lang],
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: finding.fix.kind === 'safe',
          edit: { changes: { [document.uri]: [edit] } },
        })
      }
      return actions
    },
  }
}

function diagnosticOf(finding: Finding, index: number, lang: Lang): Diagnostic {
  const { line, column, endLine = line, endColumn = column + 1 } = finding.location
  return {
    range: {
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
    },
    severity: severityNumbers[finding.severity],
    source: 'grunddata',
    code: finding.rule,
    message: sentence(finding, lang),
    data: { finding: index },
    ...(finding.seeAlso && { codeDescription: { href: finding.seeAlso } }),
  }
}
