// The language server through a real session: a child process, spoken to over standard input and output.
import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js'
import type { CodeAction, CompletionItem, Diagnostic, Hover, TextEdit } from 'vscode-languageserver-types'
import { type Cli, compileCli } from './support/cli.ts'

let cli: Cli
let child: ChildProcess
let session: MessageConnection
const arrived = new Map<string, (diagnostics: Diagnostic[]) => void>()

beforeAll(async () => {
  cli = compileCli()
  child = spawn(process.execPath, [cli.bin, 'lsp', '--lang', 'sv'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  session = createMessageConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  )
  session.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      arrived.get(uri)?.(diagnostics)
    },
  )
  session.listen()
  const result = await session.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  })
  expect(result).toMatchObject({ capabilities: { hoverProvider: true } })
  await session.sendNotification('initialized', {})
}, 60_000)

afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await session.sendRequest('shutdown')
  await session.sendNotification('exit')
  expect(await ended).toBe(0)
  session.dispose()
  cli.remove()
})

function diagnosticsOf(uri: string): Promise<Diagnostic[]> {
  return new Promise((resolve) => arrived.set(uri, resolve))
}

async function open(uri: string, languageId: string, text: string): Promise<Diagnostic[]> {
  const waiting = diagnosticsOf(uri)
  await session.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  })
  return waiting
}

async function opened(uri: string, languageId: string, text: string): Promise<string> {
  await open(uri, languageId, text)
  return uri
}

/** A text with an edit made. */
function applied(text: string, { range, newText }: TextEdit): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: TextEdit['range']['start']) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end))
}

/** Line and character of a mark in a text. */
function positionOf(text: string, mark: string, after = 0) {
  const before = text.slice(0, text.indexOf(mark) + after).split('\n')
  return { line: before.length - 1, character: before[before.length - 1].length }
}

const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://data.example.se/dataset/luft> a dcat:Dataset ;
  dcterms:title "Luft"@sv ;
  dcterms:description "Mätningar av luft."@sv ;
  dcterms:accessRights <http://publications.europa.eu/resource/authority/access-right/public> ;
  dcterms:accrualPeriodicity  ;
   .
`

describe('Turtle in the editor', () => {
  const uri = 'file:///luft.ttl'
  let diagnostics: Diagnostic[] = []

  it('gives findings at their lines, in the language asked for, also in half-written text', async () => {
    diagnostics = await open(uri, 'turtle', turtle)
    expect(diagnostics.length).toBeGreaterThan(1)
    const syntax = diagnostics.find(({ code }) => String(code).startsWith('syntax-'))
    expect(syntax?.range.start.line).toBe(6)
    expect(diagnostics.every(({ source }) => source === 'grunddata')).toBe(true)
  })

  it('completes values by label', async () => {
    const items = await session.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: positionOf(turtle, 'accrualPeriodicity', 'accrualPeriodicity '.length),
    })
    const quarterly = items.find(({ label }) => label === 'kvartalsvis')
    expect(quarterly?.textEdit).toMatchObject({
      newText: '<http://publications.europa.eu/resource/authority/frequency/QUARTERLY>',
    })
    expect(quarterly?.filterText).toContain('quarterly')
  })

  it('completes properties of the class, those not used first', async () => {
    const items = await session.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: positionOf(turtle, '   .\n', 2),
    })
    const names = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label)
    expect(names[0]).toBe('dcterms:publisher')
    expect(names.indexOf('dcterms:title')).toBeGreaterThan(names.indexOf('dcat:keyword'))
    expect(names).not.toContain('dcat:accessURL')
  })

  it('shows what a property is', async () => {
    const hover = await session.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: positionOf(turtle, 'dcterms:title', 3),
    })
    expect(JSON.stringify(hover.contents)).toContain('obligatorisk')
    expect(hover.range?.start).toEqual(positionOf(turtle, 'dcterms:title'))
  })

  it('offers the correction of a finding as an edit', async () => {
    const faulty = turtle.replace('  dcterms:accrualPeriodicity  ;\n', '')
    const waiting = diagnosticsOf(uri)
    await session.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: positionOf(turtle, '  dcterms:accrual'), end: positionOf(turtle, '   .\n') },
          text: '',
        },
      ],
    })
    const found = await waiting
    expect(found.some(({ code }) => String(code).startsWith('syntax-'))).toBe(false)
    const wrong = found.filter(
      ({ range }) => range.start.line === positionOf(faulty, 'access-right/public').line,
    )
    const actions = await session.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: wrong[0].range,
      context: { diagnostics: wrong },
    })
    const [edit] = actions.flatMap((action) => action.edit?.changes?.[uri] ?? [])
    expect(edit.range.start.line).toBe(wrong[0].range.start.line)
    expect(edit.newText).toContain('PUBLIC')
  })

  it('takes its findings back when the document is closed', async () => {
    const waiting = diagnosticsOf(uri)
    await session.sendNotification('textDocument/didClose', { textDocument: { uri } })
    expect(await waiting).toEqual([])
  })
})

describe('other forms', () => {
  it('checks the YAML form at its own lines, and completes its keys', async () => {
    const uri = 'file:///katalog.yaml'
    const text = 'base: https://data.example.se/\ndatasets:\n  luft:\n    titel: Luft\n    \n'
    const found = await open(uri, 'yaml', text)
    expect(found.length).toBeGreaterThan(0)
    const items = await session.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 4, character: 4 },
    })
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['title', 'description', 'theme']))
  })

  /** The edits that the quick fixes of a rule make. */
  async function editsFor(uri: string, found: readonly Diagnostic[], rule: string) {
    const diagnostics = found.filter(({ code }) => code === rule)
    expect(diagnostics, rule).toHaveLength(1)
    const actions = await session.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0].range,
      context: { diagnostics },
    })
    return actions.flatMap((action) => action.edit?.changes?.[uri] ?? [])
  }

  it('completes code values by label in YAML, tells what a field is, and offers corrections', async () => {
    const uri = 'file:///rattas.yaml'
    const text = `base: https://data.example.se/
catalog:
  title: Katalog
  license: https://creativecommons.org/publicdomain/zero/1.0/deed.sv # CC0
datasets:
  - id: luft
    title: Luft
    accrualPeriodicity: kv
`
    const found = await open(uri, 'yaml', text)
    const items = await session.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: positionOf(text, 'kv\n', 2),
    })
    expect(items.find(({ label }) => label === 'kvartalsvis')?.textEdit).toMatchObject({
      newText: 'kvartalsvis',
      range: { start: positionOf(text, 'kv\n') },
    })
    const hover = await session.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: positionOf(text, 'accrualPeriodicity', 3),
    })
    expect(JSON.stringify(hover.contents)).toContain('Uppdateringsfrekvens')
    const [edit] = await editsFor(uri, found, 'catalog-license-form')
    expect(edit.range.start.line).toBe(3)
    expect(applied(text, edit)).toBe(
      text.replace(
        'https://creativecommons.org/publicdomain/zero/1.0/deed.sv',
        'http://creativecommons.org/publicdomain/zero/1.0/',
      ),
    )
  })

  it('does the same for JSON-LD', async () => {
    const uri = 'file:///rattas.jsonld'
    const text = `{
  "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dcterms": "http://purl.org/dc/terms/" },
  "@id": "https://data.example.se/d",
  "@type": "dcat:Dataset",
  "dcterms:issued": "2024-02-03",
  "dcterms:accrualPeriodicity": { "@id": "" },
  "d"
}
`
    const values = await session.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: await opened(uri, 'json', text) },
      position: positionOf(text, '{ "@id": ""', 10),
    })
    expect(values.find(({ label }) => label === 'kvartalsvis')?.textEdit).toMatchObject({
      newText: 'http://publications.europa.eu/resource/authority/frequency/QUARTERLY',
    })
    const keys = await session.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: positionOf(text, '"d"', 2),
    })
    expect(keys.map(({ label }) => label)).toEqual(expect.arrayContaining(['dcterms:title', 'dcat:theme']))
    const hover = await session.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: positionOf(text, 'dcterms:issued', 3),
    })
    expect(JSON.stringify(hover.contents)).toContain('Utgivningsdatum')
    const whole = text.replace(',\n  "d"', '').replace(',\n  "dcterms:accrualPeriodicity": { "@id": "" }', '')
    const other = 'file:///hel.jsonld'
    const [edit] = await editsFor(other, await open(other, 'json', whole), 'dataset-issued-datatype')
    expect(applied(whole, edit)).toBe(
      whole.replace(
        '"2024-02-03"',
        '{ "@value": "2024-02-03", "@type": "http://www.w3.org/2001/XMLSchema#date" }',
      ),
    )
  })

  it('checks JSON-LD', async () => {
    const uri = 'file:///katalog.jsonld'
    const text =
      '{\n  "@context": {"dcat": "http://www.w3.org/ns/dcat#"},\n  "@id": "https://x.example.se/a",\n  "@type": "dcat:Dataset"\n}\n'
    const found = await open(uri, 'json', text)
    expect(found.some(({ code }) => code === 'dataset-title-missing')).toBe(true)
  })
})
