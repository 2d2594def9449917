// The commands about checking a catalogue and reading it in another syntax.
import type { CommandRow } from './command-row.ts'

export const validateCommands = {
  validate: {
    argument: {
      name: { sv: '<källa...>', en: '<source...>' },
      description: {
        sv: 'fil, mapp, mönster (data/*.ttl), webbadress eller - för standard in',
        en: 'file, folder, pattern (data/*.ttl), web address or - for standard input',
      },
    },
    summary: { sv: 'granska kataloger', en: 'check catalogues' },
    options: [
      'profile',
      'format',
      'output',
      'failOn',
      'maxFindings',
      'group',
      'baseline',
      'pruneBaseline',
      'config',
      'watch',
      'quiet',
      'stats',
      'stream',
      'threads',
      'syntax',
      'allowRemoteContext',
      'tryLinks',
      'linkCache',
      'maxAge',
      'allowPrivate',
    ],
    examples: [
      {
        command: 'grunddata validate katalog.ttl',
        does: { sv: 'granska en fil', en: 'check a file' },
      },
      {
        command: 'grunddata validate https://data.example.se/katalog.rdf --group',
        does: { sv: 'granska en adress, en rad per orsak', en: 'check an address, one entry per cause' },
      },
      {
        command: 'grunddata validate data/ --format text,html=rapport.html',
        does: { sv: 'granska en mapp, skriv även en webbsida', en: 'check a folder, write a web page too' },
      },
      {
        command: 'grunddata validate katalog.ttl --baseline baslinje.json',
        does: { sv: 'visa bara det som är nytt', en: 'show only what is new' },
      },
    ],
    load: async () => (await import('./validate.ts')).run,
  },
  explain: {
    argument: {
      name: { sv: '<regel>', en: '<rule>' },
      description: {
        sv: 'regelns namn, som det står under en anmärkning',
        en: 'name of the rule, as shown under a finding',
      },
    },
    summary: { sv: 'förklara en regel med exempel', en: 'explain a rule with examples' },
    options: ['profile'],
    examples: [
      {
        command: 'grunddata explain dataset-publisher-missing',
        does: { sv: 'varför och hur', en: 'why and how' },
      },
    ],
    load: async () => (await import('./explain.ts')).run,
  },
  rules: {
    summary: { sv: 'lista reglerna i en profil', en: 'list the rules of a profile' },
    options: ['profile', 'listFormat', 'file'],
    examples: [
      { command: 'grunddata rules', does: { sv: 'alla regler', en: 'all rules' } },
      {
        command: 'grunddata rules --format markdown --output regler.md',
        does: { sv: 'som ett dokument', en: 'as a document' },
      },
    ],
    load: async () => (await import('./rules.ts')).run,
  },
  convert: {
    argument: {
      name: { sv: '<källa>', en: '<source>' },
      description: {
        sv: 'fil, webbadress eller - för standard in',
        en: 'file, web address or - for standard input',
      },
    },
    summary: { sv: 'skriv om en katalog i ett annat filformat', en: 'write a catalogue in another syntax' },
    options: ['to', 'file', 'syntax', 'allowRemoteContext'],
    examples: [
      {
        command: 'grunddata convert katalog.rdf --to turtle',
        does: { sv: 'RDF/XML till läsbar Turtle', en: 'RDF/XML to readable Turtle' },
      },
      {
        command: 'grunddata convert katalog.ttl --to jsonld --output katalog.jsonld',
        does: { sv: 'till en JSON-LD-fil', en: 'to a JSON-LD file' },
      },
    ],
    load: async () => (await import('./convert.ts')).run,
  },
  completion: {
    argument: {
      name: { sv: '<skal>', en: '<shell>' },
      description: { sv: 'bash, zsh eller fish', en: 'bash, zsh or fish' },
      choices: ['bash', 'zsh', 'fish'],
    },
    summary: {
      sv: 'skriv ett skript som låter skalet fylla i kommandon',
      en: 'write a script that lets the shell complete commands',
    },
    options: [],
    examples: [
      { command: 'source <(grunddata completion bash)', does: { sv: 'i bash', en: 'in bash' } },
      {
        command: 'grunddata completion fish > ~/.config/fish/completions/grunddata.fish',
        does: { sv: 'i fish', en: 'in fish' },
      },
    ],
    load: async () => (await import('./completion.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
