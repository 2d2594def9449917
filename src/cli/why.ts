// `grunddata why`: follows one dataset through the national chain and names the first step that drops or changes it.
import { existsSync } from 'node:fs'
import { GrunddataError } from '../errors.ts'
import type { Lang } from '../finding.ts'
import { explainWhy, type Step } from '../harvest/index.ts'
import { paint, visible, wrap } from '../report/index.ts'
import { openClient } from '../source/index.ts'
import { openStore, type Store } from '../store/index.ts'
import type { Call } from './call.ts'

/** Exit code 0; 1 when a step drops the dataset. */
export async function run(call: Call): Promise<number> {
  const { args, values, terminal } = call
  const [iri] = args
  const page = portalPage(iri)
  if (page) throw page
  const address = values.one('store') ?? 'grunddata.sqlite'
  const store = /^postgres/.test(address) || existsSync(address) ? await openStore(address) : undefined
  const allowPrivate = values.list('allowPrivate')
  const client = await openClient({ allowPrivate, retry: { retries: 0 } })
  try {
    const catalog = values.one('catalogAddress') ?? (await catalogOf(store, iri))
    const steps = await explainWhy({ iri, catalog, client, allowPrivate, ...(store && { store }) })
    if (values.one('whyFormat') === 'json')
      terminal.write(`${JSON.stringify({ iri, catalog, steps }, undefined, 2)}\n`)
    else terminal.write(textOf(steps, call))
    return steps.some(({ state }) => state === 'drops') ? 1 : 0
  } finally {
    await client.close()
    await store?.close()
  }
}

/** The addresses of the portal's pages tell its own numbers of the catalogue and the entry, and nothing of the IRI. */
const PORTAL_PAGE =
  /^https?:\/\/(?:www\.)?dataportal\.se\/(?:en\/)?(?:datasets|dataservice|dataset-series)\/(?:(\d+)_(\d+))?/i

/** What to tell of a page of Sveriges dataportal; undefined for other addresses. */
function portalPage(address: string): GrunddataError | undefined {
  const found = PORTAL_PAGE.exec(address)
  if (!found) return undefined
  const [, catalog, entry] = found
  const numbers =
    catalog === undefined
      ? { sv: '', en: '' }
      : {
          sv: ` ${catalog} är portalens nummer på katalogen och ${entry} dess nummer på posten; ingetdera säger vilken IRI utgivaren gav.`,
          en: ` ${catalog} is the portal's number of the catalogue and ${entry} its number of the entry; neither tells which IRI the publisher gave.`,
        }
  return new GrunddataError(
    'USAGE',
    {
      sv: `${address} är en sida på Sveriges dataportal, inte datamängdens adress (IRI).${numbers.sv}`,
      en: `${address} is a page of Sveriges dataportal, not the dataset's address (IRI).${numbers.en}`,
    },
    {
      hint: {
        sv: 'Ladda ned metadata från sidan som RDF, leta upp raden med ”a dcat:Dataset” och ange adressen som står först: grunddata why <adress> --catalog <katalogens adress>. Finns sidan inte: sök titeln i katalogen.',
        en: 'Download the metadata from the page as RDF, find the line with “a dcat:Dataset” and give the address that stands first: grunddata why <iri> --catalog <address of the catalogue>. Without a page: look for the title in the catalogue.',
      },
    },
  )
}

async function catalogOf(store: Store | undefined, iri: string): Promise<string> {
  const entity = await store?.entity(iri)
  const source = entity && (await store?.source(entity.source))
  if (source) return source.url
  throw new GrunddataError(
    'USAGE',
    { sv: `Ange vilken katalog som ska ha ${iri}.`, en: `Say which catalogue should have ${iri}.` },
    {
      hint: {
        sv: 'Till exempel: --catalog https://exempel.se/datasets/dcat',
        en: 'For example: --catalog https://example.se/datasets/dcat',
      },
    },
  )
}

const verdicts = {
  drops: { sv: 'Här faller den bort:', en: 'Here it drops out:' },
  changes: { sv: 'Den når fram, men ändras på vägen.', en: 'It gets through, but is changed on the way.' },
  ok: { sv: 'Inget på vägen stoppar den.', en: 'Nothing on the way stops it.' },
} as const

function textOf(steps: readonly Step[], { terminal: { lang, color, width } }: Call): string {
  const { good, severity, quiet } = paint(color)
  const marks = {
    ok: good('✓'),
    drops: severity.error('✗'),
    changes: severity.warning('!'),
    unknown: quiet('?'),
  }
  const lines = steps.flatMap((step) => {
    const [first, ...rest] = wrap(visible(`${step.name[lang]}: ${step.said[lang]}`), width - 4)
    const todo = step.todo ? wrap(`→ ${step.todo[lang]}`, width - 6).map((line) => `    ${line}`) : []
    return [`${marks[step.state]} ${first}`, ...rest.map((line) => `  ${line}`), ...todo]
  })
  return `${lines.join('\n')}\n\n${verdict(steps, lang)}\n`
}

function verdict(steps: readonly Step[], lang: Lang): string {
  const dropped = steps.find(({ state }) => state === 'drops')
  if (dropped) return `${verdicts.drops[lang]} ${dropped.name[lang]}.`
  return (steps.some(({ state }) => state === 'changes') ? verdicts.changes : verdicts.ok)[lang]
}
