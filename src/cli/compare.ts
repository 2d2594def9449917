// `grunddata compare`: the same catalogue as Sweden, data.europa.eu and the shapes of DCAT-AP judge it, and why they differ.
import { toEuForm } from '../author/index.ts'
import { compactName } from '../dcat/index.ts'
import { loadProfile, loadVocabularies, type Profile } from '../profile/index.ts'
import {
  type Comparison,
  compareJudges,
  comparePage,
  compareText,
  type Judge,
  judgeAsEu,
  nonConformingInEu,
  type SwedishProblem,
  scoreDatasets,
  typeNameOf,
} from '../quality/index.ts'
import type { Graph } from '../rdf/index.ts'
import { observe } from '../validate.ts'
import type { Call } from './call.ts'
import { type NamedGraph, readGraphs } from './graphs.ts'
import { type Piece, writePieces } from './pieces.ts'

/** The Swedish toolbox follows the newest profile. */
const SWEDISH = 'dcat-ap-se@3.0.1'

/** Exit code 0: a comparison judges nobody. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const format = values.one('compareFormat') ?? 'text'
  const chosen = values.list('judges') as readonly Judge[]
  const profile = await loadProfile(SWEDISH)
  const pieces: Piece[] = []
  for await (const source of readGraphs(call)) {
    const comparison = await compared(source, profile)
    pieces.push({ name: source.name, text: printed(comparison) })
  }
  await writePieces(pieces, format, call)
  return 0

  function printed(comparison: Comparison): string {
    const { lang, width } = terminal
    if (format === 'json') return JSON.stringify(comparison, null, 2)
    if (format === 'html') return comparePage(comparison, lang)
    return compareText(comparison, { lang, width, ...(chosen.length > 0 && { judges: chosen }) })
  }
}

async function compared({ name, graph }: NamedGraph, profile: Profile): Promise<Comparison> {
  const vocabularies = loadVocabularies()
  const european = judgeAsEu(graph, { vocabularies })
  const nonConforming = nonConformingInEu(graph, vocabularies)
  return compareJudges(graph, {
    source: name,
    swedish: await swedishProblems(graph, profile),
    european,
    europeanAfter: judgeAsEu(toEuForm(graph).graph, { vocabularies }),
    scores: {
      se: scoreDatasets(graph, { mode: 'se', vocabularies }),
      eu: scoreDatasets(graph, { mode: 'eu', vocabularies, nonConforming }),
    },
    nonConforming: nonConforming.size,
  })
}

async function swedishProblems(graph: Graph, profile: Profile): Promise<readonly SwedishProblem[]> {
  const { problems } = await observe(graph, profile)
  return problems.flatMap(({ rule: id, focus, path }) => {
    const rule = profile.rules.get(id)
    if (!rule || rule.severity === 'info') return []
    const type = (focus !== undefined && typeNameOf(graph, focus)) || compactName(rule.targetClass ?? '')
    // Of alternative properties the first stands for all.
    const [stated] = (path ?? rule.path ?? '').split('|')
    const property = stated.startsWith('^') ? `^${compactName(stated.slice(1))}` : compactName(stated)
    return [{ rule: id, severity: rule.severity, type, property }]
  })
}
