// The parsers that RDF/JS engines are fed by: quads of a file in one of three syntaxes, given to `add`.
import { createReadStream, readFileSync } from 'node:fs'

const PIECE = 1 << 20

/** Reads a file and calls `add` for each quad. */
export const parsers = {
  turtle: async (file, add) => {
    const { Parser } = await import('n3')
    await new Promise((resolve, reject) =>
      new Parser().parse(createReadStream(file, { encoding: 'utf8', highWaterMark: PIECE }), (error, quad) =>
        error ? reject(error) : quad ? add(quad) : resolve(),
      ),
    )
  },
  rdfxml: async (file, add) => {
    const { RdfXmlParser } = await import('rdfxml-streaming-parser')
    await new Promise((resolve, reject) =>
      createReadStream(file, { highWaterMark: PIECE })
        .pipe(new RdfXmlParser({ baseIRI: `file://${file}` }))
        .on('data', add)
        .on('error', reject)
        .on('end', resolve),
    )
  },
  jsonld: async (file, add) => {
    const { default: jsonld } = await import('jsonld')
    const { DataFactory } = await import('n3')
    const dataset = await jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')))
    for (const { subject, predicate, object } of dataset)
      add(
        DataFactory.quad(term(DataFactory, subject), term(DataFactory, predicate), term(DataFactory, object)),
      )
  },
}

function term(factory, { termType, value, language, datatype }) {
  if (termType === 'NamedNode') return factory.namedNode(value)
  if (termType === 'BlankNode') return factory.blankNode(value.replace('_:', ''))
  return factory.literal(value, language || factory.namedNode(datatype.value))
}

/** Quads of the shapes files; labels of blank nodes are kept apart by file. */
export async function shapeQuads(files) {
  const { Parser } = await import('n3')
  return files
    .split(',')
    .flatMap((file, i) => new Parser({ blankNodePrefix: `_:s${i}_` }).parse(readFileSync(file, 'utf8')))
}
