// `grunddata infrastructure`: the shared digital infrastructure as tables, as data and as a picture.
import {
  categories,
  components,
  domains,
  funding,
  fundingTotals,
  inconsistencies,
  infrastructurePicture,
  measures,
  modelTurtle,
  offPathStates,
  phases,
  usage,
} from '../framework/index.ts'
import type { Call } from './call.ts'
import { componentsText, fundingText, inconsistenciesText, usageText } from './infrastructure-text.ts'
import { deliver, paperOf, readModelSettings } from './model-settings.ts'
import type { Terminal } from './terminal.ts'

interface Part {
  readonly text: (terminal: Terminal) => string
  readonly data: Readonly<Record<string, unknown>>
  /** Parts of our namespace. */
  readonly turtle: readonly string[]
}

/** What there is to show. */
const parts = {
  components: {
    text: componentsText,
    data: { components, domains, categories, phases, offPathStates },
    turtle: ['component', 'status/', 'category', 'phase', 'off-path', 'basis', 'organisation/'],
  },
  funding: {
    text: fundingText,
    data: { funding, fundingTotals },
    turtle: ['funding', 'period', 'unit'],
  },
  usage: {
    text: usageText,
    data: { measures, usage },
    turtle: ['usage', 'measure', 'period', 'unit'],
  },
  inconsistencies: {
    text: inconsistenciesText,
    data: { inconsistencies },
    turtle: ['inconsistency/'],
  },
} as const satisfies Record<string, Part>

export async function run(call: Call): Promise<number> {
  const { namespace } = await readModelSettings(call)
  const [wish] = call.args
  const chosen: readonly Part[] = wish ? [parts[wish as keyof typeof parts]] : Object.values(parts)
  const format = call.values.one('infrastructureFormat')
  const turtle = wish ? chosen.flatMap((part) => part.turtle) : ['']
  const paper = paperOf(call)
  if (format === 'svg') await deliver(infrastructurePicture(call.terminal.lang), call, undefined)
  else if (format === 'turtle') await deliver(modelTurtle(turtle), call, namespace)
  else if (format === 'json') await deliver(json(chosen), call, namespace)
  else await deliver(chosen.map((part) => part.text(paper)).join('\n'), call, namespace)
  return 0
}

function json(chosen: readonly Part[]): string {
  const value = Object.assign({ version: '1.0' }, ...chosen.map(({ data }) => data))
  return `${JSON.stringify(value, null, 2)}\n`
}
