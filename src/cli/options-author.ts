// The options of the commands about making, mending and comparing catalogues.
import type { OptionRow } from './option-row.ts'

export const authorOptions = {
  reportFormat: {
    flags: '-f, --format <name>',
    description: {
      sv: 'anmärkningarnas format; flera med komma eller upprepat, format=fil skriver till en fil',
      en: 'format of the findings; several with commas or repeated, format=file writes to a file',
    },
    choices: [
      'text',
      'summary',
      'json',
      'jsonl',
      'sarif',
      'junit',
      'github',
      'gitlab',
      'markdown',
      'html',
      'csv',
    ],
    isList: true,
    default: 'text',
  },
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
      sv: 'läs källorna som detta slag i stället för att känna igen det',
      en: 'read the sources as this kind instead of detecting it',
    },
    choices: [
      'yaml',
      'xlsx',
      'csv',
      'openapi',
      'iso',
      'turtle',
      'rdfxml',
      'jsonld',
      'ntriples',
      'nquads',
      'trig',
    ],
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
  initFrom: {
    flags: '--from <url>',
    description: {
      sv: 'börja med katalogen eller API:et som finns på denna webbplats',
      en: 'begin with the catalogue or the API that is at this site',
    },
  },
  organisation: {
    flags: '--organisation <name>',
    description: { sv: 'organisationens namn', en: 'name of the organisation' },
  },
  organisationNumber: {
    flags: '--number <digits>',
    description: {
      sv: 'organisationsnummer; ger organisationen sin adress i portalen',
      en: 'organisation number; gives the organisation its address in the portal',
    },
  },
  organisationType: {
    flags: '--type <kind>',
    description: {
      sv: 'slag av organisation: kommun, region, myndighet, företag …',
      en: 'kind of organisation: municipality, region, government agency, company …',
    },
  },
  catalogTitle: {
    flags: '--title <text>',
    description: {
      sv: 'katalogens namn; annars ”Öppna data från” och organisationen',
      en: 'name of the catalogue; else “Open data from” and the organisation',
    },
  },
  catalogDescription: {
    flags: '--description <text>',
    description: { sv: 'vad katalogen innehåller', en: 'what the catalogue holds' },
  },
  contact: {
    flags: '--contact <name>',
    description: { sv: 'enheten som svarar på frågor', en: 'the office that answers questions' },
  },
  email: {
    flags: '--email <address>',
    description: { sv: 'e-postadress för frågor', en: 'email address for questions' },
  },
  datasetTitle: {
    flags: '--dataset <text>',
    description: { sv: 'namn på en första datamängd', en: 'name of a first dataset' },
  },
  dataAddress: {
    flags: '--data <url>',
    description: { sv: 'webbadress till dess data', en: 'web address of its data' },
  },
  ci: {
    flags: '--ci <system>',
    description: {
      sv: 'arbetsflöde som granskar och publicerar; annars efter mappens .git/config',
      en: 'workflow that checks and publishes; else by .git/config of the folder',
    },
    choices: ['github', 'gitlab', 'none'],
    isList: true,
  },
  yes: {
    flags: '-y, --yes',
    description: { sv: 'ställ inga frågor', en: 'ask no questions' },
  },
  overwrite: {
    flags: '--force',
    description: { sv: 'skriv över filer som finns', en: 'write over files that are there' },
  },
  templateFile: {
    flags: '-o, --output <file>',
    description: {
      sv: 'vad arbetsboken eller mappen ska heta; annars inventering.xlsx eller mall',
      en: 'what the workbook or the folder is to be called; else inventory.xlsx or template',
    },
    completes: 'file',
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
