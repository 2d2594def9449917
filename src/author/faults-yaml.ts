// What can be wrong with a file in the YAML form.
import type { FaultRow } from './fault-row.ts'

export const yamlFaults = {
  'build-yaml-syntax': {
    severity: 'error',
    message: {
      sv: 'Rätta skrivsättet: {reason}.',
      en: 'Correct the syntax: {reason}.',
    },
  },
  'build-yaml-cycle': {
    severity: 'error',
    message: {
      sv: 'Ta bort hänvisningen *{anchor}: den leder tillbaka till sig själv.',
      en: 'Remove the alias *{anchor}: it leads back to itself.',
    },
  },
  'build-yaml-too-large': {
    severity: 'error',
    message: {
      sv: 'Skriv ut värdena i stället för hänvisningar: hänvisningarna ger mer än {limit} värden.',
      en: 'Write the values instead of aliases: the aliases give more than {limit} values.',
    },
  },
  'build-unknown-section': {
    severity: 'error',
    message: {
      sv: 'Avsnittet ”{section}” finns inte.{suggestion}',
      en: 'There is no section “{section}”.{suggestion}',
    },
  },
  'build-wrong-form': {
    severity: 'error',
    message: {
      sv: 'Ange {expected} för ”{key}”, inte {found}.',
      en: 'Give {expected} for “{key}”, not {found}.',
    },
  },
  'build-unknown-language': {
    severity: 'error',
    message: {
      sv: 'Ange ett språk som sv eller en: ”{tag}” är ingen språkkod.',
      en: 'Give a language such as sv or en: “{tag}” is not a language tag.',
    },
  },
  'build-unknown-class': {
    severity: 'error',
    message: {
      sv: 'Klassen ”{class}” finns inte.{suggestion}',
      en: 'There is no class “{class}”.{suggestion}',
    },
  },
  'build-not-a-term': {
    severity: 'error',
    message: {
      sv: 'Skriv värdet som ett RDF-värde: <https://…>, "text", "text"@sv eller "1"^^xsd:integer.',
      en: 'Write the value as an RDF term: <https://…>, "text", "text"@sv or "1"^^xsd:integer.',
    },
  },
} as const satisfies Record<string, FaultRow>
