// Geometries in well-known text, with the datatype gsp:wktLiteral.
import { type Fixer, faultyValue, literalTerm, safe } from './term.ts'

const WKT =
  /^(<[^<>\s]+>\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|CURVE|SURFACE|GEOMETRYCOLLECTION)\s*(Z|M|ZM)?\s*(\(.*\)|EMPTY)$/is
const WKT_LITERAL = 'http://www.opengis.net/ont/geosparql#wktLiteral'

/** `"POLYGON((…))"` → `"POLYGON((…))"^^gsp:wktLiteral`. */
export const wktLiteral: Fixer = (context) => {
  const value = faultyValue(context)
  if (value?.kind !== 'literal' || !WKT.test(value.text.trim())) return undefined
  return safe(literalTerm(value.text.trim(), { datatype: WKT_LITERAL }), {
    sv: 'Ange geometrin med datatypen gsp:wktLiteral.',
    en: 'State the geometry with the datatype gsp:wktLiteral.',
  })
}
