// `grunddata score`: the points a catalogue gets by the Metadata Quality Assessment, and the cheapest way to more.
import { GrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'
import { addressesInTurn, checkLinks } from '../links/index.ts'
import { detectProfile, loadProfile, loadVocabularies } from '../profile/index.ts'
import {
  describePlan,
  describeScores,
  type Mode,
  meanStars,
  nonConformingInEu,
  observeDatasets,
  planScore,
  planText,
  type RatingId,
  type RuleSummary,
  rulesByDataset,
  type ScoreOptions,
  scoreBadge,
  scoreCsv,
  scoreMarkdown,
  scoreOf,
  scorePage,
  scoresToDqv,
  scoreText,
} from '../quality/index.ts'
import { type Graph, syntaxes } from '../rdf/index.ts'
import { observe } from '../validate.ts'
import type { Call } from './call.ts'
import { type NamedGraph, readGraphs } from './graphs.ts'
import { openLinkTrier } from './link-trier.ts'
import { writePieces } from './pieces.ts'
import { type StoredGraph, storedGraphs } from './score-history.ts'
import type { Values } from './values.ts'

/** Exit code 1 with --plan when the target cannot be reached. */
export async function run(call: Call): Promise<number> {
  const { values } = call
  const pieces: { name: string; text: string }[] = []
  let isReached = true
  for await (const source of sourcesOf(call)) {
    const { text, isReachable } = await scored(source, call)
    pieces.push({ name: source.name, text })
    isReached &&= isReachable
  }
  await writePieces(pieces, values.one('scoreFormat') ?? 'text', call)
  return isReached ? 0 : 1
}

/** What is given on the command line, or what the store holds. */
async function* sourcesOf(call: Call): AsyncGenerator<NamedGraph | StoredGraph> {
  const { values, args } = call
  if (!values.isGiven('scoreStore')) {
    if (args.length === 0) throw nothingToScore
    yield* readGraphs(call)
    return
  }
  yield* storedGraphs(values, {
    mode: (values.one('as') ?? 'eu') as Mode,
    distributions: values.has('share') ? 'share' : 'best',
    hasLinks: values.has('tryLinks'),
  })
}

const nothingToScore = new GrunddataError('USAGE', {
  sv: 'Ange en källa, eller ett lager med --store.',
  en: 'Name a source, or a store with --store.',
})

const planIsByBest = new GrunddataError('USAGE', {
  sv: 'Planen räknar med den bästa distributionen. Ta bort --share.',
  en: 'The plan counts by the best distribution. Leave out --share.',
})

async function scored(
  source: NamedGraph | StoredGraph,
  { values, terminal }: Call,
): Promise<{ text: string; isReachable: boolean }> {
  const { name, graph } = source
  const mode = (values.one('as') ?? 'eu') as Mode
  const distributions = values.has('share') ? ('share' as const) : ('best' as const)
  const vocabularies = loadVocabularies()
  const statuses = values.has('tryLinks') ? await linkStatuses(graph, values) : undefined
  const options: ScoreOptions = {
    mode,
    distributions,
    vocabularies,
    ...(statuses && { linkStatus: (url: string) => statuses.get(url) }),
    ...(mode === 'eu' && { nonConforming: nonConformingInEu(graph, vocabularies) }),
  }
  const observed = observeDatasets(graph, options)
  const scores = observed.map((each) => scoreOf(each, options))
  const remarks = values.one('scoreFormat') === 'html' ? await remarksOn(graph) : undefined
  const report = describeScores(graph, scores, {
    source: name,
    mode,
    distributions,
    stars: meanStars(graph, observed),
    ...(remarks && { findings: remarks.byDataset }),
  })
  const history =
    'history' in source ? [...source.history, { at: new Date().toISOString(), points: report.points }] : []
  // A source without datasets has no score to remember.
  if ('keep' in source && report.datasets > 0) await source.keep(report)
  const { lang } = terminal
  const target = values.count('plan')
  if (target !== undefined && distributions === 'share') throw planIsByBest
  if (target !== undefined) {
    const lenient = observeDatasets(graph, { ...options, mode: 'se' }).flatMap(
      ({ distributions: all }) => all,
    )
    const plan = planScore(observed, {
      target,
      mode,
      lenient: new Map(lenient.map(({ term, values: won }) => [term, won])),
    })
    const told = describePlan(graph, name, plan)
    const text =
      values.one('scoreFormat') === 'json'
        ? JSON.stringify(told, null, 2)
        : planText(told, { lang, width: terminal.width })
    return { text, isReachable: plan.isReachable }
  }
  return { text: printed(values.one('scoreFormat') ?? 'text'), isReachable: true }

  function printed(format: string): string {
    if (format === 'json')
      return JSON.stringify(history.length > 0 ? { ...report, history } : report, null, 2)
    if (format === 'html')
      return scorePage(report, { lang, history, ...(remarks && { rules: remarks.rules }) })
    if (format === 'markdown') return scoreMarkdown(report, lang)
    if (format === 'badge') return scoreBadge(report, lang)
    if (format === 'csv') return scoreCsv(report, lang)
    if (format === 'turtle' || format === 'jsonld')
      return [...syntaxes[format].write(scoresToDqv(graph, scores))].join('')
    return scoreText(report, {
      lang,
      width: terminal.width,
      fair: values.has('fair'),
      history,
      ...(terminal.color && { paint: painted }),
    })
  }
}

/** What validate has to say, for the page: the rules that are broken, explained, and by which datasets. */
async function remarksOn(graph: Graph) {
  const profile = await loadProfile(detectProfile(graph).profile)
  const { problems } = await observe(graph, profile)
  const counts = new Map<string, number>()
  const grave = problems.filter(({ rule }) => profile.rules.get(rule)?.severity !== 'info')
  for (const { rule } of grave) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const rules: RuleSummary[] = [...counts]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id, count]) => {
      const rule = profile.rules.get(id)
      if (!rule) return []
      const { severity, name, description, seeAlso } = rule
      return [
        {
          id,
          severity,
          count,
          message: generally(name ?? rule.message),
          description,
          ...(seeAlso && { seeAlso }),
        },
      ]
    })
  return { rules, byDataset: rulesByDataset(graph, grave) }
}

/** A message without a subject: what stands for one is left out. */
function generally({ sv, en }: Text): Text {
  const plain = (text: string) => text.replace(/\{\w+\}/g, '…')
  return { sv: plain(sv), en: plain(en) }
}

/** Status by address: what the links of the graph answer; a temporary failure is not told. */
async function linkStatuses(graph: Graph, values: Values): Promise<ReadonlyMap<string, number>> {
  const trier = await openLinkTrier(values, { isOnce: true })
  const statuses = new Map<string, number>()
  try {
    for await (const { url, outcome, status } of checkLinks(addressesInTurn(graph), trier.options))
      if (outcome !== 'temporary' && outcome !== 'not-asked')
        statuses.set(url, outcome === 'works' ? status : 0)
  } finally {
    await trier.close()
  }
  return statuses
}

const codes: Readonly<Record<RatingId, number>> = { excellent: 32, good: 32, sufficient: 33, bad: 31 }

function painted(rating: RatingId, text: string): string {
  return `\u001b[${codes[rating]}m${text}\u001b[39m`
}
