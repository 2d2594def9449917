// The options of the commands about collecting catalogues from many sources.
import type { OptionRow } from './option-row.ts'

export const harvestOptions = {
  sourcesFile: {
    flags: '--sources <file>',
    description: {
      sv: 'listan över källor (YAML, JSON eller Turtle)',
      en: 'the list of sources (YAML, JSON or Turtle)',
    },
    default: 'sources.yaml',
    completes: 'file',
  },
  store: {
    flags: '--store <address>',
    description: {
      sv: 'lagret: en SQLite-fil eller postgres://…',
      en: 'the store: a SQLite file or postgres://…',
    },
    default: 'grunddata.sqlite',
    completes: 'file',
  },
  onlySource: {
    flags: '--source <name>',
    description: { sv: 'bara denna källa; kan upprepas', en: 'only this source; may be repeated' },
    isList: true,
  },
  harvestPlan: {
    flags: '--plan',
    description: {
      sv: 'visa bara vad som skulle göras; skriv ingenting',
      en: 'only show what would be done; write nothing',
    },
  },
  due: {
    flags: '--due',
    description: {
      sv: 'bara källor vars tid är inne enligt schemat',
      en: 'only sources whose time has come by their schedule',
    },
  },
  since: {
    flags: '--since <date>',
    description: {
      sv: 'bara källor som inte har lästs sedan dess',
      en: 'only sources that have not been read since',
    },
  },
  jobs: {
    flags: '-j, --jobs <number>',
    description: { sv: 'antal källor åt gången (4)', en: 'number of sources at a time (4)' },
    isCount: true,
  },
  gate: {
    flags: '--gate <rule>',
    description: {
      sv: 'håll inne poster som bryter mot regeln (eller error för alla fel); kan upprepas',
      en: 'keep back entries that break the rule (or error for all errors); may be repeated',
    },
    isList: true,
  },
  harvestFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json', 'html', 'atom', 'rss', 'turtle'],
    default: 'text',
  },
  reports: {
    flags: '--reports <folder>',
    description: {
      sv: 'skriv alla rapporter dit: sida, JSON, flöden, länkade data, brev, Prometheus',
      en: 'write all reports there: page, JSON, feeds, linked data, letters, Prometheus',
    },
    completes: 'file',
  },
  whole: {
    flags: '--whole',
    description: { sv: 'visa varje ändring', en: 'show every change' },
  },
  log: {
    flags: '--log <form>',
    description: {
      sv: 'hur det som händer berättas under tiden: förloppsrader eller en JSON-rad per händelse',
      en: 'how what happens is told meanwhile: progress lines or a line of JSON for each event',
    },
    choices: ['text', 'json'],
    default: 'text',
  },
  at: {
    flags: '--at <date>',
    description: { sv: 'som det var då (2026-05-01)', en: 'as it was then (2026-05-01)' },
  },
  storeForm: {
    flags: '-f, --format <name>',
    description: {
      sv: 'export: hela lagret (jsonl), det som gäller per källa (nquads) eller tillsammans (united)',
      en: 'export: the whole store (jsonl), what holds per source (nquads) or together (united)',
    },
    choices: ['jsonl', 'nquads', 'united'],
    default: 'jsonl',
  },
  against: {
    flags: '--against <copy>',
    description: {
      sv: 'en kopia av lagret: virtuoso=, fuseki=, oxigraph=, qlever=, graphdb= eller opensearch= och adressen',
      en: 'a copy of the store: virtuoso=, fuseki=, oxigraph=, qlever=, graphdb= or opensearch= and the address',
    },
  },
  keepDays: {
    flags: '--keep <days>',
    description: { sv: 'gc: spara så många dagar (90)', en: 'gc: keep so many days (90)' },
    isCount: true,
  },
  once: {
    flags: '--once',
    description: {
      sv: 'sluta när inget väntar, i stället för att vänta på mer',
      en: 'end when nothing waits, instead of waiting for more',
    },
  },
  catalogAddress: {
    flags: '--catalog <address>',
    description: {
      sv: 'katalogen som ska ha posten; annars den källa i lagret som har den',
      en: 'the catalogue that should have the entry; else the source in the store that has it',
    },
    completes: 'file',
  },
  whyFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json'],
    default: 'text',
  },
  dropHistory: {
    flags: '--history',
    description: { sv: 'gc: glöm också äldre versioner', en: 'gc: also forget older versions' },
  },
} as const satisfies Record<string, OptionRow>
