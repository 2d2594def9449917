// The words of a correction: one sentence that a person can act on, with what to write in Turtle's short form.
import type { Finding, Fix, Lang } from '../finding.ts'
import { phrases } from './words.ts'

/** `Skriv i stället: …`, `Menade du …?`, or the fix's own words when it has no replacement. */
export function fixText(finding: Finding, lang: Lang): string {
  const fix = finding.fix
  if (!fix) return ''
  const written = whatToWrite(fix)
  if (written === undefined) return fix.description[lang]
  const words = phrases[lang]
  return fix.kind === 'safe'
    ? `${words.replace}: ${written}`
    : `${words.didYouMean} ${written}? ${fix.description[lang]}`
}

/** The property, when it changes, and the values. */
function whatToWrite({ replacement, also = [], replacePath }: Fix): string | undefined {
  if (replacement === undefined && replacePath === undefined) return undefined
  const values = [replacement, ...also].filter((value) => value !== undefined).map(shortDatatype)
  return [...(replacePath === undefined ? [] : [shortName(replacePath)]), values.join(' , ')]
    .filter(Boolean)
    .join(' ')
}

/** The namespaces that corrections write in. */
const namespaces: Readonly<Record<string, string>> = {
  'http://www.w3.org/ns/dcat#': 'dcat',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://www.w3.org/2001/XMLSchema#': 'xsd',
  'http://www.opengis.net/ont/geosparql#': 'gsp',
}

function shortName(iri: string): string {
  const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
  const prefix = namespaces[iri.slice(0, cut)]
  return prefix === undefined ? `<${iri}>` : `${prefix}:${iri.slice(cut)}`
}

function shortDatatype(term: string): string {
  return term.replace(/\^\^<([^<>]+)>$/, (_, iri: string) => `^^${shortName(iri)}`)
}
