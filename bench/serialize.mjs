// Plain serializers for the generated nodes, one per syntax; deliberately not the project's own writers.

const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

const expand = (name) => {
  const colon = name.indexOf(':')
  return prefixes[name.slice(0, colon)] + name.slice(colon + 1)
}
const quoted = (value) => JSON.stringify(value)
const xml = (value) =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function turtleValue(value, indent) {
  if (value.iri) return `<${value.iri}>`
  if (value.blank) return `[ a ${value.types.join(' , ')} ; ${turtleProperties(value, indent)} ]`
  if (value.lang) return `${quoted(value.value)}@${value.lang}`
  return value.datatype ? `${quoted(value.value)}^^${value.datatype}` : quoted(value.value)
}

function turtleProperties(node, indent) {
  return node.properties
    .map(([name, values]) => `${name} ${values.map((value) => turtleValue(value, indent)).join(' , ')}`)
    .join(` ;\n${indent}`)
}

function* flat(node) {
  const subject = node.id ? `<${node.id}>` : `_:${node.blank}`
  for (const type of node.types) yield { subject, predicate: `${RDF}type`, object: `<${expand(type)}>` }
  for (const [name, values] of node.properties) {
    for (const value of values) {
      yield { subject, predicate: expand(name), object: flatValue(value) }
      if (value.blank) yield* flat(value)
    }
  }
}

function flatValue(value) {
  if (value.iri) return `<${value.iri}>`
  if (value.blank) return `_:${value.blank}`
  if (value.lang) return `${quoted(value.value)}@${value.lang}`
  return value.datatype ? `${quoted(value.value)}^^<${expand(value.datatype)}>` : quoted(value.value)
}

function xmlProperty(name, value, nested) {
  if (value.iri) return `<${name} rdf:resource="${xml(value.iri)}"/>`
  if (value.blank)
    return nested ? `<${name}>${xmlNode(value, true)}</${name}>` : `<${name} rdf:nodeID="${value.blank}"/>`
  const mark = value.lang
    ? ` xml:lang="${value.lang}"`
    : value.datatype
      ? ` rdf:datatype="${expand(value.datatype)}"`
      : ''
  return `<${name}${mark}>${xml(value.value)}</${name}>`
}

function xmlNode(node, nested) {
  const [first, ...more] = node.types
  const name = nested ? first : 'rdf:Description'
  const about = node.id ? ` rdf:about="${xml(node.id)}"` : nested ? '' : ` rdf:nodeID="${node.blank}"`
  const types = (nested ? more : node.types).map((type) => `  <rdf:type rdf:resource="${expand(type)}"/>\n`)
  const properties = node.properties.flatMap(([property, values]) =>
    values.map((value) => `  ${xmlProperty(property, value, nested)}\n`),
  )
  const inner = nested
    ? []
    : node.properties.flatMap(([, values]) => values.filter((v) => v.blank).map((v) => xmlNode(v, false)))
  return `<${name}${about}>\n${types.join('')}${properties.join('')}</${name}>\n${inner.join('')}`
}

function jsonValue(value) {
  if (value.iri) return { '@id': value.iri }
  if (value.blank) return jsonNode(value)
  if (value.lang) return { '@value': value.value, '@language': value.lang }
  return value.datatype ? { '@value': value.value, '@type': value.datatype } : value.value
}

function jsonNode(node) {
  const object = { ...(node.id ? { '@id': node.id } : {}), '@type': node.types }
  for (const [name, values] of node.properties) {
    const written = values.map(jsonValue)
    object[name] =
      name in object ? [object[name], written].flat() : written.length === 1 ? written[0] : written
  }
  return object
}

const xmlBegin = () =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="${RDF}"${Object.entries(prefixes)
    .map(([name, namespace]) => ` xmlns:${name}="${namespace}"`)
    .join('')}>\n`

/** begin() + node(n)… + end() is a document. */
export const serializers = {
  turtle: {
    begin: () =>
      Object.entries(prefixes)
        .map(([name, namespace]) => `@prefix ${name}: <${namespace}> .\n`)
        .join(''),
    node: (node) => {
      const properties = node.properties.length > 0 ? ` ;\n  ${turtleProperties(node, '  ')}` : ''
      return `<${node.id}> a ${node.types.join(' , ')}${properties} .\n`
    },
    end: () => '',
  },
  ntriples: {
    begin: () => '',
    node: (node) => {
      let lines = ''
      for (const { subject, predicate, object } of flat(node))
        lines += `${subject} <${predicate}> ${object} .\n`
      return lines
    },
    end: () => '',
  },
  rdfxml: { begin: xmlBegin, node: (node) => xmlNode(node, false), end: () => '</rdf:RDF>\n' },
  'rdfxml-nested': { begin: xmlBegin, node: (node) => xmlNode(node, true), end: () => '</rdf:RDF>\n' },
  jsonld: {
    begin: () => `{"@context":${JSON.stringify(prefixes)},"@graph":[\n`,
    node: (node) => `${JSON.stringify(jsonNode(node))},\n`,
    end: () => '{"@id":"https://data.example.se/katalog"}]}\n',
  },
}
