// What can be wrong with a workbook or a CSV file.
import type { FaultRow } from './fault-row.ts'

export const tableFaults = {
  'build-workbook-locked': {
    severity: 'error',
    message: {
      sv: 'Ta bort lösenordet från arbetsboken: den går inte att läsa.',
      en: 'Remove the password from the workbook: it cannot be read.',
    },
  },
  'build-workbook-corrupt': {
    severity: 'error',
    message: {
      sv: 'Spara arbetsboken på nytt som .xlsx: den går inte att läsa.',
      en: 'Save the workbook again as .xlsx: it cannot be read.',
    },
  },
  'build-workbook-too-large': {
    severity: 'error',
    message: {
      sv: 'Dela upp arbetsboken: uppackad är den större än {limit} MB.',
      en: 'Split the workbook: unpacked it is larger than {limit} MB.',
    },
  },
  'build-unknown-sheet': {
    severity: 'warning',
    message: {
      sv: 'Bladet ”{sheet}” används inte; blad som läses heter {known}.{suggestion}',
      en: 'The sheet “{sheet}” is not used; sheets that are read are called {known}.{suggestion}',
    },
  },
  'build-unknown-table': {
    severity: 'error',
    message: {
      sv: 'Ge filen namn efter det den listar, till exempel datamangder.csv eller utgivare.csv.',
      en: 'Name the file after what it lists, for example datasets.csv or publishers.csv.',
    },
  },
  'build-unknown-column': {
    severity: 'error',
    message: {
      sv: 'Kolumnen ”{column}” finns inte.{suggestion}',
      en: 'There is no column “{column}”.{suggestion}',
    },
  },
  'build-column-twice': {
    severity: 'error',
    message: {
      sv: 'Ta bort en av kolumnerna: ”{column}” finns två gånger.',
      en: 'Remove one of the columns: “{column}” is there twice.',
    },
  },
  'build-cell-merged': {
    severity: 'error',
    message: {
      sv: 'Dela de sammanfogade cellerna {range} och fyll i var och en.',
      en: 'Unmerge the cells {range} and fill in each of them.',
    },
  },
  'build-cell-formula': {
    severity: 'error',
    message: {
      sv: 'Skriv värdet i stället för formeln: formeln har inget sparat resultat.',
      en: 'Write the value instead of the formula: the formula has no saved result.',
    },
  },
  'build-cell-error': {
    severity: 'error',
    message: {
      sv: 'Rätta cellen: formeln ger felet {value}.',
      en: 'Correct the cell: the formula gives the error {value}.',
    },
  },
} as const satisfies Record<string, FaultRow>
