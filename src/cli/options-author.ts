// The options of the commands about making, mending and comparing catalogues.
import type { OptionRow } from './option-row.ts'

export const authorOptions = {
  buildTo: {
    flags: '-t, --to <format>',
    description: {
      sv: 'format att skriva; annars efter filens ändelse, eller turtle',
      en: 'format to write; else by the extension of the file, or turtle',
    },
    choices: ['turtle', 'rdfxml', 'jsonld', 'ntriples', 'nquads', 'trig', 'yaml'],
  },
  from: {
    flags: '--from <kind>',
    description: {
      sv: 'läs källorna som detta slag i stället för att känna igen det: yaml, turtle …',
      en: 'read the sources as this kind instead of detecting it: yaml, turtle …',
    },
  },
  base: {
    flags: '--base <iri>',
    description: {
      sv: 'det som alla adresser som skapas börjar med',
      en: 'what all addresses that are made begin with',
    },
  },
  force: {
    flags: '--force',
    description: { sv: 'skriv även när det finns fel', en: 'write even when there are errors' },
  },
  templateTo: {
    flags: '-t, --to <form>',
    description: {
      sv: 'arbetsbok (xlsx) eller en mapp med CSV-filer (csv)',
      en: 'workbook (xlsx) or a folder of CSV files (csv)',
    },
    choices: ['xlsx', 'csv'],
    default: 'xlsx',
  },
} as const satisfies Record<string, OptionRow>
