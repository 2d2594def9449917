// The corrections that rules can name with grunddata:fixer.
import { mailto, tel } from './contact.ts'
import { datatypeDate } from './datatype-date.ts'
import { datatypeDuration } from './datatype-duration.ts'
import { datatypeDecimal, datatypeInteger } from './datatype-number.ts'
import { deprecatedProperty } from './deprecated-property.ts'
import { deprecatedValue } from './deprecated-value.ts'
import { iriEscape, iriFromLiteral } from './iri.ts'
import { languageTag } from './language-tag.ts'
import { licenceCanonical } from './licence-canonical.ts'
import { nearestConcept } from './nearest-concept.ts'
import { publisherIri } from './publisher-iri.ts'
import type { Fixer } from './term.ts'
import { checksumHexLowercase, keywordLowercase, keywordSplit, stripLanguageTag, trimSpace } from './text.ts'
import { wktLiteral } from './wkt-literal.ts'

export type { Correction, FixContext, Fixer } from './term.ts'

/** By the name that a rule states with grunddata:fixer. */
export const fixers: Readonly<Record<string, Fixer>> = {
  'checksum-hex-lowercase': checksumHexLowercase,
  'datatype-date': datatypeDate,
  'datatype-decimal': datatypeDecimal,
  'datatype-duration': datatypeDuration,
  'datatype-integer': datatypeInteger,
  'deprecated-property': deprecatedProperty,
  'deprecated-value': deprecatedValue,
  'iri-escape': iriEscape,
  'iri-from-literal': iriFromLiteral,
  'keyword-lowercase': keywordLowercase,
  'keyword-split': keywordSplit,
  'language-tag': languageTag,
  'licence-canonical': licenceCanonical,
  mailto,
  'nearest-concept': nearestConcept,
  'publisher-iri': publisherIri,
  'strip-language-tag': stripLanguageTag,
  tel,
  telephone: tel,
  'trim-space': trimSpace,
  'wkt-literal': wktLiteral,
}
