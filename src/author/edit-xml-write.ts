// Property elements of RDF/XML: names by the namespaces in force, and values as attributes or text.
import { namespaces } from '../dcat/index.ts'
import type { Term } from './edit-term.ts'
import { inForce, type XmlElement, type XmlTree } from './edit-xml-tree.ts'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** A name, and the declaration it needs on its own tag. */
export interface XmlName {
  readonly name: string
  readonly declares: string
}

/** Where an IRI splits into namespace and local name; undefined when XML has no name for it. */
function splitName(iri: string): readonly [string, string] | undefined {
  const local = /[A-Za-z_][\w.-]*$/.exec(iri)?.[0]
  return local === undefined || local === iri ? undefined : [iri.slice(0, -local.length), local]
}

/** The prefix that stands for a namespace at an element; '' for the default one. */
function prefixAt(tree: XmlTree, element: XmlElement | undefined, namespace: string): string | undefined {
  for (let each = element; each; each = each.parent)
    for (const { name } of each.attributes)
      if ((name === 'xmlns' || name.startsWith('xmlns:')) && inForce(tree, element, name) === namespace)
        return name.slice(6)
  return undefined
}

/** The name of a property at an element; undefined when XML has none. */
export function xmlName(tree: XmlTree, element: XmlElement | undefined, iri: string): XmlName | undefined {
  const parts = splitName(iri)
  if (!parts) return undefined
  const [namespace, local] = parts
  const known = prefixAt(tree, element, namespace)
  if (known !== undefined) return { name: known === '' ? local : `${known}:${local}`, declares: '' }
  const usual = Object.entries(namespaces).find(([, each]) => each === namespace)?.[0] ?? 'ns'
  const prefix = inForce(tree, element, `xmlns:${usual}`) === undefined ? usual : `${usual}1`
  return { name: `${prefix}:${local}`, declares: ` xmlns:${prefix}="${attribute(namespace)}"` }
}

/** The name of an attribute of RDF, such as `rdf:resource`. */
export function rdfName(tree: XmlTree, element: XmlElement | undefined, local: string): string {
  return `${prefixAt(tree, element, RDF) || 'rdf'}:${local}`
}

/** Text as the value of an attribute. */
export function attribute(text: string): string {
  return content(text).replace(/["\t\n\r]/g, (c) => (c === '"' ? '&quot;' : `&#${c.charCodeAt(0)};`))
}

/** Text between tags. */
export function content(text: string): string {
  const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
  return text.replace(/[&<>]/g, (c) => named[c]).replace(/\r/g, '&#13;')
}

/** The attributes that say of which kind a literal is, where a language may be in force from outside. */
export function kindAttributes(tree: XmlTree, outer: XmlElement | undefined, term: Term): string {
  if (term.datatype !== undefined) return ` ${rdfName(tree, outer, 'datatype')}="${attribute(term.datatype)}"`
  const lang = inForce(tree, outer, 'xml:lang') ?? ''
  if (lang.toLowerCase() === (term.lang ?? '').toLowerCase()) return ''
  return ` xml:lang="${attribute(term.lang ?? '')}"`
}

/** A whole property element inside the node `outer`. */
export function propertyText(
  tree: XmlTree,
  outer: XmlElement | undefined,
  { name, declares }: XmlName,
  term: Term,
): string {
  if (term.kind === 'iri')
    return `<${name}${declares} ${rdfName(tree, outer, 'resource')}="${attribute(term.text)}"/>`
  return `<${name}${declares}${kindAttributes(tree, outer, term)}>${content(term.text)}</${name}>`
}
