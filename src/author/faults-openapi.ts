// What can be wrong with an API description.
import type { FaultRow } from './fault-row.ts'

export const openApiFaults = {
  'build-openapi-version': {
    severity: 'error',
    message: {
      sv: 'Skriv om API-beskrivningen i OpenAPI 3: version {version} läses inte.',
      en: 'Rewrite the API description in OpenAPI 3: version {version} is not read.',
    },
  },
  'build-openapi-ref-broken': {
    severity: 'error',
    message: {
      sv: 'Rätta hänvisningen ”{ref}”: det finns inget där.',
      en: 'Correct the reference “{ref}”: there is nothing there.',
    },
  },
  'build-openapi-ref-cycle': {
    severity: 'error',
    message: {
      sv: 'Ta bort hänvisningen ”{ref}”: den leder tillbaka till sig själv.',
      en: 'Remove the reference “{ref}”: it leads back to itself.',
    },
  },
  'build-openapi-ref-remote': {
    severity: 'error',
    message: {
      sv: 'Skriv uppgiften här i stället för att hänvisa till ”{ref}”: andra filer läses inte.',
      en: 'Write it here instead of referring to “{ref}”: other files are not read.',
    },
  },
  'build-openapi-unknown-part': {
    severity: 'warning',
    message: {
      sv: 'Delen ”{part}” av x-dcat används inte.{suggestion}',
      en: 'The part “{part}” of x-dcat is not used.{suggestion}',
    },
  },
} as const satisfies Record<string, FaultRow>
