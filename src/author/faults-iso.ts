// What can be wrong with a metadata record of ISO 19139 or ISO 19115-3.
import type { FaultRow } from './fault-row.ts'

export const isoFaults = {
  'build-xml-broken': {
    severity: 'error',
    message: {
      sv: 'Rätta XML-koden här eller strax före: den går inte att läsa ({reason}).',
      en: 'Correct the XML here or just before: it cannot be read ({reason}).',
    },
  },
  'build-iso-empty': {
    severity: 'error',
    message: {
      sv: 'Beskriv en datamängd eller en tjänst i posten: identificationInfo saknas.',
      en: 'Describe a dataset or a service in the record: identificationInfo is missing.',
    },
  },
  'build-iso-box': {
    severity: 'warning',
    message: {
      sv: 'Kontrollera rektangelns gränser (väst syd öst nord: {box}); den utelämnas.',
      en: 'Check the bounds of the box (west south east north: {box}); it is left out.',
    },
  },
  'build-iso-role': {
    severity: 'info',
    message: {
      sv: 'Rollen {role} har ingen motsvarighet här i DCAT-AP-SE och utelämnas.',
      en: 'The role {role} has no counterpart here in DCAT-AP-SE and is left out.',
    },
  },
  'build-iso-organisation': {
    severity: 'warning',
    message: {
      sv: 'Beskriv ”{name}” under agents i en YAML-fil bredvid (namn, organisationsnummer, typ), så får organisationen sin adress i portalen.',
      en: 'Describe “{name}” under agents in a YAML file beside (name, organisation number, type), so that the organisation gets its address in the portal.',
    },
  },
} as const satisfies Record<string, FaultRow>
