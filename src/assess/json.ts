// An assessment as JSON: stable keys in English, texts in both languages, one object per resource and principle.
import { authorityOf, domains } from '../framework/index.ts'
import type { AssessedResource, Assessment, ItemOutcome } from './types.ts'

/** The JSON text; places and messages as in the report of `validate`. */
export function assessmentJson(assessment: Assessment): string {
  const { sources, resources, others, failures, unmarked } = assessment
  const value = {
    version: '1.0',
    framework: 'https://w3id.org/grunddata/framework/2.0',
    sources,
    failures,
    unmarked,
    domains: assessment.domains.map(({ domain, label, items, resources: own }) => {
      const known = domains.find(({ id }) => id === domain)
      const authority = known && authorityOf(known)
      return {
        ...(domain !== undefined && { id: domain }),
        label,
        ...(authority && { authority: authority.label }),
        resources: own.length,
        items: items.map(({ item, counts }) => ({
          id: item.notation,
          iri: item.iri,
          label: item.label,
          counts,
        })),
      }
    }),
    resources: resources.map(resourceValue),
    others,
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

function resourceValue({ items, ...resource }: AssessedResource) {
  return { ...resource, items: items.map(itemValue) }
}

function itemValue({ item, counts, rules }: ItemOutcome) {
  return {
    id: item.notation,
    iri: item.iri,
    label: item.label,
    counts,
    rules: rules.map(({ rule, outcome, reason, findings }) => ({
      rule: rule.id,
      check: rule.frameworkCheck,
      name: rule.name,
      evidence: rule.evidence,
      outcome,
      ...(reason && { reason }),
      ...(findings.length > 0 && { findings }),
    })),
  }
}
