// Which reader an address wants: looked at once, and told from what it answers.
import { stat } from 'node:fs/promises'
import type { Text } from '../finding.ts'
import { contentFault, graphOf, textOf } from './content.ts'
import { type Client, documentOf, type FetchFailure, RDF_ACCEPT } from './http/index.ts'
import { pagingOf, stubsOf } from './readers/graph-facts.ts'
import { readHtml } from './readers/html-data.ts'
import type { ReaderName } from './readers/index.ts'
import { isOpenApi } from './readers/openapi.ts'

export interface DetectedReader {
  readonly reader: ReaderName
  /** The address to read, when another one than that given fits better. */
  readonly url: string
  readonly why: Text
  /** Set when the address could not be read: then the reader is a guess. */
  readonly failure?: FetchFailure
}

/** Never throws. */
export async function detectReader(address: string, client: Client): Promise<DetectedReader> {
  const found = (reader: ReaderName, sv: string, en: string, url = address): DetectedReader => ({
    reader,
    url,
    why: { sv, en },
  })
  if (!/^https?:/i.test(address)) {
    const isFolder = (await stat(address).catch(() => undefined))?.isDirectory() ?? false
    if (isFolder) return found('folder', 'det är en mapp', 'it is a folder')
  }
  if (/\/sparql\/?$/i.test(address))
    return found('sparql', 'adressen slutar på sparql', 'the address ends in sparql')
  const outcome = await client.ask(address, { accept: `${RDF_ACCEPT}, text/html;q=0.2` })
  if ('failure' in outcome)
    return {
      ...found('rdf', 'adressen gick inte att läsa', 'the address could not be read'),
      failure: outcome.failure,
    }
  const document = documentOf(address, outcome.exchange)
  const text = textOf(document)
  const head = text.slice(0, 20_000)
  if (/<(\w+:)?(urlset|sitemapindex)[\s>]/.test(head))
    return found('sitemap', 'det är en webbplatskarta', 'it is a sitemap')
  if (/<(\w+:)?Capabilities[\s>]/.test(head) && /\/csw\//.test(head)) return withoutQuery(found, address)
  if (/<(\w+:)?ExceptionReport[\s>]/.test(head) && /csw/i.test(address)) return withoutQuery(found, address)
  if (/^\s*\{/.test(head) && /"help"\s*:|"success"\s*:/.test(head) && address.includes('/api/3'))
    return found('ckan', 'det är CKAN:s API', 'it is the API of CKAN', address.replace(/\/api\/3.*/, '/'))
  if (/^\s*(<!doctype html|<html)/i.test(head)) return ofPage(address, outcome.exchange.url, text)
  if (isOpenApi(head)) return found('openapi', 'det är en API-beskrivning', 'it is a description of an API')
  const graph = await graphOf(document)
  if (contentFault(graph, address))
    return found('rdf', 'det är inte känt vad det är', 'it is not known what it is')
  if (pagingOf(graph).next.length > 0)
    return found('hydra', 'katalogen har flera sidor', 'the catalogue has several pages')
  if (stubsOf(graph).length > 0)
    return found('subcatalogs', 'katalogen nämner underkataloger', 'the catalogue names sub-catalogues')
  return found('rdf', 'det är ett RDF-dokument', 'it is an RDF document')
}

type Found = (reader: ReaderName, sv: string, en: string, url?: string) => DetectedReader

function withoutQuery(found: Found, address: string): DetectedReader {
  const sv = 'det är en katalogtjänst för geodata'
  return found('csw', sv, 'it is a catalogue service of geodata', address.replace(/\?.*$/, ''))
}

const RDF_TYPES = /^(text\/turtle|application\/(rdf\+xml|ld\+json|n-triples))$/

/** A web page may say where its data is. */
function ofPage(asked: string, base: string, text: string): DetectedReader {
  const { links, scripts } = readHtml(text)
  const other = links.find(({ rel, type }) => rel.split(/\s+/).includes('alternate') && RDF_TYPES.test(type))
  if (other && URL.canParse(other.href, base))
    return {
      reader: 'rdf',
      url: new URL(other.href, base).href,
      why: { sv: 'webbsidan länkar till samma sak i RDF', en: 'the web page links to the same thing in RDF' },
    }
  if (/<meta[^>]+generator[^>]+ckan/i.test(text))
    return {
      reader: 'ckan',
      url: `${new URL(base).origin}/`,
      why: { sv: 'webbplatsen är gjord i CKAN', en: 'the site is made with CKAN' },
    }
  return {
    reader: 'sitemap',
    url: asked,
    why:
      scripts.length > 0
        ? { sv: 'webbsidan bär JSON-LD', en: 'the web page carries JSON-LD' }
        : {
            sv: 'det är en webbsida; hittas ingen JSON-LD i den, ange adressen till katalogen själv',
            en: 'it is a web page; if no JSON-LD is found in it, give the address of the catalogue itself',
          },
  }
}
