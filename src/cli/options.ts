// The one table of options: commander's options, the environment names and the completion scripts come from it.
import type { Lang, Severity } from '../finding.ts'
import type { SyntaxId } from '../rdf/index.ts'
import type { Format } from '../report/index.ts'
import type { OptionRow } from './option-row.ts'
import { authorOptions } from './options-author.ts'
import { frameworkOptions } from './options-framework.ts'
import { harvestOptions } from './options-harvest.ts'
import { ldesOptions } from './options-ldes.ts'
import { mendOptions } from './options-mend.ts'
import { portalOptions } from './options-portal.ts'
import { publishOptions } from './options-publish.ts'
import { qualityOptions } from './options-quality.ts'
import { sourcesOptions } from './options-sources.ts'

export type { OptionRow } from './option-row.ts'

/** Names, not the records of the modules, so that `--help` need not load them; the types keep them complete. */
const formatNames: Readonly<Record<Format, true>> = {
  text: true,
  summary: true,
  json: true,
  jsonl: true,
  sarif: true,
  junit: true,
  github: true,
  gitlab: true,
  markdown: true,
  html: true,
  csv: true,
  shacl: true,
  'shacl-jsonld': true,
}
const syntaxNames: Readonly<Record<SyntaxId, true>> = {
  turtle: true,
  rdfxml: true,
  jsonld: true,
  ntriples: true,
  nquads: true,
  trig: true,
}
const severityNames: Readonly<Record<Severity, true>> = { error: true, warning: true, info: true }
const langNames: Readonly<Record<Lang, true>> = { sv: true, en: true }

/** The output formats by name. */
export const formats = Object.keys(formatNames) as readonly Format[]
/** The syntaxes by name. */
export const syntaxIds = Object.keys(syntaxNames) as readonly SyntaxId[]

export const optionTable = {
  profile: {
    flags: '-p, --profile <name>',
    description: {
      sv: 'profil att granska mot: auto, dcat-ap-se@3.0.1 … eller en egen SHACL-fil',
      en: 'profile to check against: auto, dcat-ap-se@3.0.1 … or a SHACL file of your own',
    },
    default: 'auto',
    completes: 'profile',
  },
  format: {
    flags: '-f, --format <name>',
    description: {
      sv: 'utdataformat; flera med komma eller upprepat, format=fil skriver till en fil',
      en: 'output format; several with commas or repeated, format=file writes to a file',
    },
    choices: formats,
    isList: true,
    default: 'text',
  },
  output: {
    flags: '-o, --output <file>',
    description: {
      sv: 'skriv till en fil i stället för till skärmen; en per format',
      en: 'write to a file instead of the screen; one per format',
    },
    isList: true,
    completes: 'file',
  },
  stream: {
    flags: '--stream',
    description: {
      sv: 'läs filer i fönster med begränsat minne; av sig självt för filer över 100 MB',
      en: 'read files in windows with bounded memory; by itself for files above 100 MB',
    },
  },
  threads: {
    flags: '--threads <number>',
    description: {
      sv: 'dela många filer på så många trådar, som var och en tar mer minne',
      en: 'share many files among so many threads, each of which takes more memory',
    },
    isCount: true,
    default: '1',
  },
  failOn: {
    flags: '--fail-on <severity>',
    description: {
      sv: 'avsluta med kod 1 från och med denna allvarlighetsgrad',
      en: 'exit with code 1 from this severity upwards',
    },
    choices: Object.keys(severityNames),
    default: 'error',
  },
  maxFindings: {
    flags: '--max-findings <number>',
    description: {
      sv: 'visa högst så många anmärkningar per källa',
      en: 'show at most so many findings per source',
    },
    isCount: true,
  },
  group: {
    flags: '-g, --group',
    description: {
      sv: 'slå ihop lika anmärkningar till en, med antal och exempel',
      en: 'collapse equal findings to one, with a count and examples',
    },
  },
  baseline: {
    flags: '--baseline <file>',
    description: {
      sv: 'godta anmärkningarna i filen och visa bara nya; filen skapas om den saknas',
      en: 'accept the findings in the file and show only new ones; created when missing',
    },
    completes: 'file',
  },
  pruneBaseline: {
    flags: '--prune-baseline',
    description: {
      sv: 'ta bort det ur baslinjen som inte längre förekommer',
      en: 'remove from the baseline what no longer occurs',
    },
  },
  config: {
    flags: '-c, --config <file>',
    description: {
      sv: 'konfigurationsfil; annars grunddata.config.yaml eller .json i aktuell mapp',
      en: 'configuration file; else grunddata.config.yaml or .json in the current folder',
    },
    completes: 'file',
  },
  watch: {
    flags: '-w, --watch',
    description: { sv: 'granska på nytt när en fil ändras', en: 'check again when a file changes' },
  },
  quiet: {
    flags: '-q, --quiet',
    description: {
      sv: 'skriv inget på skärmen; bara slutkod och filer',
      en: 'write nothing on the screen; only exit code and files',
    },
  },
  stats: {
    flags: '--stats',
    description: {
      sv: 'visa vad källorna innehåller, tid och minne',
      en: 'show what the sources hold, time and memory',
    },
  },
  syntax: {
    flags: '--syntax <name>',
    description: {
      sv: 'läs källorna i detta filformat i stället för att känna igen det',
      en: 'read the sources in this syntax instead of detecting it',
    },
    choices: syntaxIds,
  },
  allowRemoteContext: {
    flags: '--allow-remote-context',
    description: {
      sv: 'hämta JSON-LD-kontexter från nätet',
      en: 'fetch JSON-LD contexts from the network',
    },
  },
  to: {
    flags: '-t, --to <syntax>',
    description: { sv: 'filformat att skriva', en: 'syntax to write' },
    choices: syntaxIds,
  },
  file: {
    flags: '-o, --output <file>',
    description: {
      sv: 'skriv till en fil i stället för till skärmen',
      en: 'write to a file instead of the screen',
    },
    completes: 'file',
  },
  listFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json', 'markdown'],
    default: 'text',
  },
  lang: {
    flags: '--lang <lang>',
    description: { sv: 'språk; annars enligt datorns inställning', en: 'language; else that of the locale' },
    choices: Object.keys(langNames),
  },
  color: {
    flags: '--color',
    description: { sv: 'använd alltid färg', en: 'always use colour' },
  },
  noColor: {
    flags: '--no-color',
    description: { sv: 'använd aldrig färg', en: 'never use colour' },
  },
  verbose: {
    flags: '--verbose',
    description: { sv: 'visa allt om ett fel i programmet', en: 'show all about a failure of the program' },
  },
  ...frameworkOptions,
  ...authorOptions,
  ...mendOptions,
  ...qualityOptions,
  ...sourcesOptions,
  ...harvestOptions,
  ...ldesOptions,
  ...publishOptions,
  ...portalOptions,
} as const satisfies Record<string, OptionRow>

export type OptionName = keyof typeof optionTable

/** Options that every command has. */
export const commonOptions: readonly OptionName[] = ['lang', 'color', 'noColor', 'verbose']

/** Long name without dashes: `max-findings`. */
export function longName(row: OptionRow): string {
  return /--([a-z-]+)/.exec(row.flags)?.[1] ?? ''
}

/** The key commander keeps the value under: `maxFindings`. */
export function valueKey(row: OptionRow): string {
  return longName(row).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** True when a value follows the flag. */
export function takesValue(row: OptionRow): boolean {
  return row.flags.includes('<')
}

/** `GRUNDDATA_MAX_FINDINGS`; colour has the names that all programs share (NO_COLOR, FORCE_COLOR). */
export function environmentName(row: OptionRow): string | undefined {
  const name = longName(row)
  return name.endsWith('color') || name === 'verbose' || name === 'to'
    ? undefined
    : `GRUNDDATA_${name.replaceAll('-', '_').toUpperCase()}`
}
