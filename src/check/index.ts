// Checks: what they see in a graph. The record is the list of all of them.

import { dates } from './dates.ts'
import { geo } from './geo.ts'
import { hvd } from './hvd.ts'
import { identifiers } from './identifiers.ts'
import { keywords } from './keywords.ts'
import { languages } from './languages.ts'
import { closure } from './links.ts'
import { literals } from './literals.ts'
import { nationalAgents } from './national-agents.ts'
import { nationalContacts } from './national-contacts.ts'
import { nationalDomain } from './national-domain.ts'
import { nationalFormats } from './national-formats.ts'
import { nationalFreshness } from './national-freshness.ts'
import { nationalUniqueness } from './national-uniqueness.ts'
import { network } from './network.ts'
import { personalNumbers } from './personal-numbers.ts'
import { properties } from './properties.ts'
import { publishers } from './publishers.ts'
import { series } from './series.ts'
import { services } from './services.ts'
import { shapes } from './shacl/index.ts'
import { source } from './source.ts'
import { subcatalogs } from './subcatalogs.ts'
import { titles } from './titles.ts'
import type { Check } from './types.ts'
import { unknownProperties } from './unknown-property.ts'

export { domainForms } from './national-domain.ts'
export { type Digest, digestsOf } from './national-uniqueness.ts'
export { lostRules, subjectOf, withoutOverlaps } from './overlap.ts'
export { maskPersonalNumbers } from './personal-numbers.ts'
export { isTally, mixed, overviewProperties, overviewReach, wholeOnly } from './scopes.ts'
export type { Check, CheckContext, View } from './types.ts'
export { nameOf } from './walk.ts'

/** By the name that a rule states with grunddata:check; `shapes` runs the profile's SHACL. */
export const checks: Readonly<Record<string, Check>> = {
  shapes,
  source,
  literals,
  identifiers,
  subcatalogs,
  publishers,
  links: closure,
  titles,
  languages,
  keywords,
  dates,
  services,
  series,
  hvd,
  geo,
  properties,
  'unknown-property': unknownProperties,
  network,
  'national-agents': nationalAgents,
  'national-contacts': nationalContacts,
  'national-domain': nationalDomain,
  'national-formats': nationalFormats,
  'national-freshness': nationalFreshness,
  'national-uniqueness': nationalUniqueness,
  'personal-numbers': personalNumbers,
}
