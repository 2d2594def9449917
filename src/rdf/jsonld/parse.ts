// JSON-LD to graphs: the direct walk where the contexts allow it, jsonld.js elsewhere.
import type { Document } from '../document.ts'
import { createGraphBuilder, type Graph, type GraphBuilder } from '../graph.ts'
import type { ParseOptions } from '../syntax.ts'
import { bundledContext } from './bundled.ts'
import type { ContextSource } from './context.ts'
import type { Job } from './job.ts'
import { readJson } from './json.ts'
import { type Json, jsonldTokenEnd } from './json-value.ts'
import type { Reading } from './reading.ts'
import { loadContexts } from './remote.ts'
import { walkDocument } from './walk.ts'

/**
 * Reads JSON-LD 1.1. What is wrong with the text is in `graph.problems` (`syntax-jsonld`, `syntax-jsonld-duplicate-key`,
 * `jsonld-context-remote`, `iri-…`); the rest is read all the same. Gives a promise when jsonld.js or
 * `options.loadContext` has to be asked.
 */
export function parseJsonLd(document: Document, options: ParseOptions = {}): Graph | Promise<Graph> {
  const { tape, faults } = readJson(document.bytes)
  const { base } = options
  const job: Job = { document, tape, faults, base, loaded: new Map<string, Json>() }
  if (!options.loadContext) return read(job)
  return loadContexts(tape, base, options.loadContext).then((loaded) => read({ ...job, loaded }))
}

function read(job: Job): Graph | Promise<Graph> {
  return readDirectly(job, false) ?? readWithJsonLdJs(job)
}

/** The graph by the direct walk; undefined when the contexts ask for more and `lenient` is false. */
function readDirectly(job: Job, lenient: boolean): Graph | undefined {
  const builder = createBuilder(job)
  const reading: Reading = {
    tape: job.tape,
    builder,
    source: contextSource(job, builder, lenient),
    graph: 0,
    ids: [],
    ats: [],
    isBeyond: false,
    rootContext: undefined,
  }
  walkDocument(reading)
  if (reading.isBeyond && !lenient) return undefined
  for (const [name, term] of reading.rootContext?.terms ?? [])
    if (term.prefix && term.iri !== null) builder.prefixes.set(name, term.iri)
  return finish(job, builder)
}

async function readWithJsonLdJs(job: Job): Promise<Graph> {
  const { expandWithJsonLdJs, fillFromExpanded } = await import('./jsonldjs.ts')
  const builder = createBuilder(job)
  const outcome = await expandWithJsonLdJs(job, contextSource(job, builder, false))
  if (outcome.expanded !== undefined) {
    fillFromExpanded(job.tape, builder, outcome)
    return finish(job, builder)
  }
  const graph = readDirectly(job, true)!
  return { ...graph, problems: [...graph.problems, outcome.problem] }
}

function createBuilder(job: Job): GraphBuilder {
  const builder = createGraphBuilder(Math.max(1024, job.tape.count >>> 2))
  for (const fault of job.faults) {
    const params = fault.reason ? { reason: fault.reason } : { key: fault.key ?? '' }
    builder.problems.push({ rule: fault.rule, at: fault.at, params })
  }
  return builder
}

function contextSource(job: Job, builder: GraphBuilder, lenient: boolean): ContextSource {
  const refused = new Set<string>()
  return {
    base: job.base,
    lenient,
    remote: (url) => job.loaded.get(url) ?? bundledContext(url),
    refuse(url) {
      if (refused.has(url)) return
      refused.add(url)
      const { buffer, byteOffset, length } = job.document.bytes
      const at = Math.max(0, Buffer.from(buffer, byteOffset, length).indexOf('"@context"'))
      builder.problems.push({ rule: 'jsonld-context-remote', at, params: { url } })
    },
  }
}

function finish(job: Job, builder: GraphBuilder): Graph {
  const { name, bytes } = job.document
  return builder.finish({ file: name, bytes, syntax: 'jsonld', tokenEnd: jsonldTokenEnd })
}
