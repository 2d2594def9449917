// The words of event streams: LDES, TREE, ActivityStreams.

export const LDES = 'https://w3id.org/ldes#'
export const TREE = 'https://w3id.org/tree#'
export const AS = 'https://www.w3.org/ns/activitystreams#'
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const SHACL = 'http://www.w3.org/ns/shacl#'

/** Relations that bound the timestamps behind them: which side, and whether the value itself is within. */
export const bounding: Readonly<
  Record<string, { readonly side: 'lower' | 'upper'; readonly isIn: boolean }>
> = {
  [`${TREE}GreaterThanRelation`]: { side: 'lower', isIn: false },
  [`${TREE}GreaterThanOrEqualToRelation`]: { side: 'lower', isIn: true },
  [`${TREE}LessThanRelation`]: { side: 'upper', isIn: false },
  [`${TREE}LessThanOrEqualToRelation`]: { side: 'upper', isIn: true },
}
