// What can be wrong with a draft whatever it was read from.
import type { FaultRow } from './fault-row.ts'

export const draftFaults = {
  'build-empty': {
    severity: 'error',
    message: {
      sv: 'Beskriv en katalog eller en datamängd: i {sources} finns ingen.',
      en: 'Describe a catalogue or a dataset: there is none in {sources}.',
    },
  },
  'build-catalog-missing': {
    severity: 'info',
    message: {
      sv: 'Beskriv katalogen i en YAML-fil och bygg den tillsammans med det här; grunddata init skriver en att fylla i.',
      en: 'Describe the catalogue in a YAML file and build it together with this; grunddata init writes one to fill in.',
    },
  },
  'build-unknown-property': {
    severity: 'error',
    message: {
      sv: 'Fältet ”{property}” finns inte för {class}.{suggestion}',
      en: 'There is no field “{property}” for {class}.{suggestion}',
    },
  },
  'build-unknown-code': {
    severity: 'error',
    message: {
      sv: 'Välj ett värde ur listan {list}: ”{value}” finns inte där.{suggestion}',
      en: 'Choose a value of the list {list}: “{value}” is not in it.{suggestion}',
    },
  },
  'build-unknown-reference': {
    severity: 'error',
    message: {
      sv: 'Ange något som finns: inget som heter ”{value}” är beskrivet.{suggestion}',
      en: 'Name something that exists: nothing called “{value}” is described.{suggestion}',
    },
  },
  'build-reference-elsewhere': {
    severity: 'warning',
    message: {
      sv: 'Ta med beskrivningen av ”{value}” också: den finns inte bland källorna, så hänvisningen utelämnas.',
      en: 'Include the description of “{value}” too: it is not among the sources, so the reference is left out.',
    },
  },
  'build-not-an-address': {
    severity: 'error',
    message: {
      sv: 'Skriv en fullständig adress som börjar med http:// eller https://, inte ”{value}”.{suggestion}',
      en: 'Write a complete address that begins with http:// or https://, not “{value}”.{suggestion}',
    },
  },
  'build-duplicate-id': {
    severity: 'error',
    message: {
      sv: 'Välj ett annat id: ”{id}” är redan taget ({where}).',
      en: 'Choose another id: “{id}” is already taken ({where}).',
    },
  },
  'build-id-missing': {
    severity: 'warning',
    message: {
      sv: 'Ange ett id, så att adressen inte ändras när namnet ändras: till exempel {id}.',
      en: 'Give an id, so that the address does not change when the name does: for example {id}.',
    },
  },
  'build-base-missing': {
    severity: 'error',
    message: {
      sv: 'Ange base, det som alla adresser börjar med, i filen eller med --base: till exempel https://data.exempelkommun.se/.',
      en: 'Give base, what all addresses begin with, in the file or with --base: for example https://data.example.se/.',
    },
  },
  'build-organisation-number': {
    severity: 'error',
    message: {
      sv: 'Kontrollera organisationsnumret ”{value}”: kontrollsiffran stämmer inte.',
      en: 'Check the organisation number “{value}”: its check digit is wrong.',
    },
  },
  'build-wrong-kind': {
    severity: 'error',
    message: {
      sv: 'Ange {expected} för {property}, inte {found}.',
      en: 'Give {expected} for {property}, not {found}.',
    },
  },
} as const satisfies Record<string, FaultRow>
