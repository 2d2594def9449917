// What can be wrong with a list of sources, and what is said of it.
import type { Finding, Location, Severity, Text } from '../../finding.ts'

interface FaultRow {
  readonly severity: Severity
  readonly message: Text
}

const row = (severity: Severity, sv: string, en: string): FaultRow => ({ severity, message: { sv, en } })

export const sourceFaults = {
  'sources-syntax': row('error', 'Rätta skrivsättet: {reason}.', 'Correct the syntax: {reason}.'),
  'sources-none': row(
    'error',
    'Lista källorna under sources: filen har inga.',
    'List the sources under sources: the file has none.',
  ),
  'sources-key-unknown': row(
    'error',
    'Ta bort eller rätta ”{key}”: nyckeln finns inte.{suggestion}',
    'Remove or correct “{key}”: there is no such key.{suggestion}',
  ),
  'sources-key-missing': row('error', 'Ange {key} för källan {id}.', 'Give {key} of the source {id}.'),
  'sources-value-wrong': row(
    'error',
    'Ange {expected} för {key}, inte ”{value}”.',
    'Give {expected} for {key}, not “{value}”.',
  ),
  'sources-id-repeated': row(
    'error',
    'Ge källan ett annat id: {id} används redan på rad {line}.',
    'Give the source another id: {id} is used on line {line} already.',
  ),
  'sources-url-repeated': row(
    'warning',
    'Ta bort en av källorna {id} och {other}: de har samma adress.',
    'Remove one of the sources {id} and {other}: they have the same address.',
  ),
  'sources-url-wrong': row(
    'error',
    'Ange en adress som börjar med http:// eller https://, inte ”{value}”.',
    'Give an address that begins with http:// or https://, not “{value}”.',
  ),
  'sources-url-secret': row(
    'error',
    'Ta bort användare och lösenord ur adressen: skriv credentials i stället.',
    'Remove user and password from the address: write credentials instead.',
  ),
  'sources-schedule-wrong': row(
    'error',
    'Rätta schedule ”{value}”: skriv fem fält som i cron, till exempel ”0 4 * * *” för klockan fyra varje dag.',
    'Correct schedule “{value}”: write five fields as in cron, such as “0 4 * * *” for four every day.',
  ),
  'sources-zone-wrong': row(
    'error',
    'Ange en tidszon som Europe/Stockholm, inte ”{value}”.',
    'Give a time zone such as Europe/Stockholm, not “{value}”.',
  ),
  'sources-organisation-digit': row(
    'warning',
    'Kontrollera organisationsnumret {value}: kontrollsiffran stämmer inte.',
    'Check the organisation number {value}: its check digit is wrong.',
  ),
  'sources-credentials-wrong': row(
    'error',
    'Ange bearer, basic eller header med variable under credentials, och bara en av dem.',
    'Give bearer, basic, or header with variable under credentials, and only one of them.',
  ),
  'sources-credentials-plain': row(
    'warning',
    'Använd https för {id}: nyckeln sänds annars oskyddad.',
    'Use https for {id}: the key is sent unprotected otherwise.',
  ),
} as const satisfies Record<string, FaultRow>

export interface SourceFault {
  readonly rule: keyof typeof sourceFaults
  readonly place: Location
  readonly params?: Readonly<Record<string, string | number | Text>>
}

export function faultFinding({ rule, place, params = {} }: SourceFault): Finding {
  const { severity, message } = sourceFaults[rule]
  const fill = (lang: keyof Text) =>
    message[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? ''
      return typeof value === 'object' ? value[lang] : String(value)
    })
  const label = String(params.id ?? params.key ?? place.file)
  return {
    rule,
    severity,
    message: { sv: fill('sv'), en: fill('en') },
    focus: { label: { sv: label, en: label } },
    location: place,
  }
}
