// What the web has already, as a choice, and as the beginning of a catalogue.
import { type Built, buildGraph, joinYaml, toYaml } from '../author/index.ts'
import type { Lang } from '../finding.ts'
import { portalOrganisations } from '../framework/index.ts'
import { DEFAULT_PROFILE, loadProfile } from '../profile/index.ts'
import { type Discovery, discover, type Offer, openClient } from '../source/index.ts'
import { resultWords } from './init-result-words.ts'
import type { Terminal } from './terminal.ts'

/** Looks through the guarded client. */
export async function findOffers(address: string, allowPrivate: readonly string[]): Promise<Discovery> {
  const client = await openClient({ allowPrivate, retry: { retries: 0 } })
  try {
    return await discover(address, { client })
  } finally {
    await client.close()
  }
}

/** `katalog med 12 datamängder: https://…` */
export function offerLabel({ kind, url, isEmbedded, datasets, services }: Offer, lang: Lang): string {
  const words = resultWords[lang]
  const name = kind === 'openapi' ? words.api : isEmbedded ? words.pageData : words.catalog
  const holds = [
    ...(datasets > 0 ? [words.dataset(datasets)] : []),
    ...(services > 0 && kind !== 'openapi' ? [words.service(services)] : []),
  ]
  return `${name}${holds.length > 0 ? ` (${holds.join(', ')})` : ''}: ${url}`
}

export function tellAttempts(address: string, { attempts }: Discovery, terminal: Terminal): void {
  terminal.tell(`${resultWords[terminal.lang].nothing(address)}\n`)
  for (const { url, reason } of attempts)
    terminal.tell(`  ${url}${reason ? `\n      ${reason[terminal.lang]}` : ''}\n`)
}

export interface Beginning {
  /** The catalogue that the answers give, in the YAML form. */
  readonly own: string
  /** True when what was found is a whole catalogue, to which the answers add nothing. */
  readonly isWhole: boolean
  readonly lang: Lang
}

/** A catalogue in the YAML form that begins with what was found. */
export async function catalogOfOffer(
  { document }: Offer,
  { own, isWhole, lang }: Beginning,
): Promise<string> {
  const profile = await loadProfile(DEFAULT_PROFILE)
  const options = { profile, organisations: portalOrganisations() }
  const yamlOf = ({ graph }: Built) => toYaml(graph, { language: lang, vocabularies: profile.vocabularies })
  const { base } = baseOf(own)
  const found = yamlOf(await buildGraph([document], { ...options, ...(base !== undefined && { base }) }))
  if (isWhole) return found
  const joined = joinYaml(own, found)
  if (joined !== undefined) return joined
  const mine = { name: 'catalog.yaml', bytes: new TextEncoder().encode(own) }
  return yamlOf(await buildGraph([mine, document], options))
}

/** What addresses begin with in a catalogue of the YAML form. */
function baseOf(own: string): { readonly base?: string } {
  const [, base] = /^base: ([^\s#]+)/m.exec(own) ?? []
  return base === undefined ? {} : { base }
}
