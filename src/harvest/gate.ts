// Which entities are kept from the public, and why: those that break a configured gate, and those nobody could refer to.
import type { Finding, Text } from '../finding.ts'
import { encodedIri } from '../rdf/index.ts'

/** IRI → why it is held. */
export function quarantine(
  iris: Iterable<string>,
  findings: readonly Finding[],
  gate: readonly string[],
): ReadonlyMap<string, Text> {
  const held = new Map<string, Text>()
  for (const iri of iris) if (!/^[a-z][a-z0-9+.-]*:/i.test(iri)) held.set(iri, relative)
  const rules = new Set(gate)
  if (rules.size === 0) return held
  for (const { rule, severity, focus, message } of findings) {
    const isGate = rules.has(rule) || rules.has(severity)
    if (!isGate || focus.iri === undefined) continue
    const iri = encodedIri(focus.iri)
    if (!held.has(iri)) held.set(iri, message)
  }
  return held
}

const relative: Text = {
  sv: 'Adressen är inte fullständig: den saknar början, som https://.',
  en: 'The address is not whole: it lacks its beginning, such as https://.',
}
