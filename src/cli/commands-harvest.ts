// The commands about collecting catalogues from many sources.
import type { CommandRow } from './command-row.ts'

export const harvestCommands = {
  harvest: {
    argument: {
      name: { sv: '[åtgärd...]', en: '[action...]' },
      description: {
        sv: 'inget: skörda; held: visa körningar som väntar; show, approve eller reject och en körning',
        en: 'none: harvest; held: show runs that wait; show, approve or reject and a run',
      },
    },
    summary: {
      sv: 'samla in kataloger från många källor till ett lager, utan att tappa något',
      en: 'collect catalogues from many sources into a store, without losing anything',
    },
    options: [
      'sourcesFile',
      'store',
      'harvestPlan',
      'onlySource',
      'due',
      'since',
      'jobs',
      'gate',
      'harvestFormat',
      'file',
      'reports',
      'whole',
      'log',
      'allowPrivate',
      'config',
    ],
    examples: [
      {
        command: 'grunddata harvest --plan',
        does: { sv: 'vad som skulle ändras, källa för källa', en: 'what would change, source by source' },
      },
      {
        command: 'grunddata harvest --due --reports rapporter/',
        does: {
          sv: 'varje natt: det vars tid är inne, med rapporter',
          en: 'every night: what is due, with reports',
        },
      },
      {
        command: 'grunddata harvest approve malmo-20260501T040000000Z',
        does: { sv: 'godkänn en körning som väntar', en: 'approve a run that waits' },
      },
    ],
    load: async () => (await import('./harvest.ts')).run,
  },
  history: {
    argument: {
      name: { sv: '<adress>', en: '<iri>' },
      description: { sv: 'postens adress (IRI)', en: "the entry's address (IRI)" },
    },
    summary: {
      sv: 'visa allt som hänt en post, eller hur den såg ut ett visst datum',
      en: 'show all that has happened to an entry, or what it was on a date',
    },
    options: ['store', 'onlySource', 'at', 'listFormat'],
    examples: [
      {
        command: 'grunddata history https://exempel.se/data/luft',
        does: { sv: 'alla ändringar, den senaste först', en: 'all changes, the latest first' },
      },
      {
        command: 'grunddata history https://exempel.se/data/luft --at 2026-05-01',
        does: { sv: 'som den var då, i Turtle', en: 'as it was then, in Turtle' },
      },
    ],
    load: async () => (await import('./history.ts')).run,
  },
  restore: {
    argument: {
      name: { sv: '<adress>', en: '<iri>' },
      description: { sv: 'postens adress (IRI)', en: "the entry's address (IRI)" },
    },
    summary: { sv: 'ta tillbaka en post som tagits bort', en: 'bring back an entry that was removed' },
    options: ['store', 'onlySource', 'at'],
    examples: [
      {
        command: 'grunddata restore https://exempel.se/data/luft',
        does: { sv: 'den senaste versionen visas igen', en: 'the latest version is shown again' },
      },
      {
        command: 'grunddata restore https://exempel.se/data/luft --at 2026-05-01',
        does: { sv: 'versionen som gällde då', en: 'the version that held then' },
      },
    ],
    load: async () => (await import('./restore.ts')).run,
  },
  store: {
    argument: {
      name: { sv: '<åtgärd>', en: '<action>' },
      description: { sv: 'vad som ska göras', en: 'what to do' },
      choices: ['info', 'verify', 'duplicates', 'rebuild', 'project', 'export', 'import', 'gc'],
    },
    summary: {
      sv: 'sköt om lagret: kontrollera, flytta, städa',
      en: 'look after the store: check, move, tidy',
    },
    options: ['store', 'storeForm', 'file', 'at', 'against', 'keepDays', 'dropHistory'],
    examples: [
      {
        command: 'grunddata store verify',
        does: { sv: 'räkna om och jämför allt', en: 'work everything out again and compare' },
      },
      {
        command: 'grunddata store project --against virtuoso=http://localhost:8890',
        does: {
          sv: 'för över det som ändrats till en SPARQL-databas',
          en: 'bring what has changed to a SPARQL store',
        },
      },
      {
        command: 'grunddata store export --output lager.jsonl',
        does: { sv: 'allt utom råsvaren, till en fil', en: 'everything but raw answers, to a file' },
      },
      {
        command: 'grunddata store import --store postgres://server/grunddata < lager.jsonl',
        does: { sv: 'flytta till PostgreSQL', en: 'move to PostgreSQL' },
      },
    ],
    load: async () => (await import('./store.ts')).run,
  },
  why: {
    argument: {
      name: { sv: '<adress>', en: '<iri>' },
      description: {
        sv: 'datamängdens adress (IRI)',
        en: "the dataset's address (IRI)",
      },
    },
    summary: {
      sv: 'varför syns en datamängd inte på Sveriges dataportal eller data.europa.eu?',
      en: 'why is a dataset not at Sveriges dataportal or data.europa.eu?',
    },
    options: ['catalogAddress', 'store', 'whyFormat', 'allowPrivate'],
    examples: [
      {
        command: 'grunddata why https://exempel.se/data/luft --catalog https://exempel.se/datasets/dcat',
        does: {
          sv: 'följer datamängden genom alla steg och visar var den faller bort',
          en: 'follows the dataset through all steps and shows where it drops out',
        },
      },
    ],
    load: async () => (await import('./why.ts')).run,
  },
  worker: {
    summary: {
      sv: 'skörda det vars tid är inne, så länge programmet körs; flera kan dela ett PostgreSQL-lager',
      en: 'harvest what is due for as long as the program runs; several may share a PostgreSQL store',
    },
    options: ['store', 'sourcesFile', 'onlySource', 'jobs', 'once', 'gate', 'log', 'allowPrivate', 'config'],
    examples: [
      {
        command: 'grunddata worker --store postgres://server/grunddata --sources sources.yaml',
        does: { sv: 'en av flera arbetare', en: 'one of several workers' },
      },
      {
        command: 'grunddata worker --once',
        does: { sv: 'skörda det som väntar och sluta', en: 'harvest what waits and end' },
      },
    ],
    load: async () => (await import('./worker.ts')).run,
  },
  schedule: {
    argument: {
      name: { sv: '[åtgärd...]', en: '[action...]' },
      description: {
        sv: 'inget: visa; now, pause, resume eller reset och en källa; set, en källa och ett schema',
        en: 'none: show; now, pause, resume or reset and a source; set, a source and a schedule',
      },
    },
    summary: { sv: 'visa och ändra när källor skördas', en: 'show and change when sources are harvested' },
    options: ['store'],
    examples: [
      {
        command: 'grunddata schedule',
        does: {
          sv: 'alla källor, när de lästes och när de läses härnäst',
          en: 'all sources, when they were and will be read',
        },
      },
      {
        command: 'grunddata schedule set malmo "0 4 * * *"',
        does: { sv: 'varje dag klockan fyra', en: 'every day at four' },
      },
      {
        command: 'grunddata schedule reset malmo',
        does: { sv: 'åter som listan med källor säger', en: 'as the list of sources says again' },
      },
    ],
    load: async () => (await import('./schedule.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
