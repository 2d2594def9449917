// The commands about national basic data: its domains, code lists and infrastructure.
import type { CommandRow } from './command-row.ts'

export const frameworkCommands = {
  assess: {
    argument: {
      name: { sv: '<källa...>', en: '<source...>' },
      description: {
        sv: 'fil, mapp, mönster (data/*.ttl), webbadress eller - för standard in',
        en: 'file, folder, pattern (data/*.ttl), web address or - for standard input',
      },
    },
    summary: {
      sv: 'bedöm nationella grunddata mot ramverkets principer',
      en: 'assess national basic data against the principles of their framework',
    },
    options: [
      'domain',
      'all',
      'assessFormat',
      'file',
      'failOn',
      'config',
      'subjectForm',
      'namespace',
      'syntax',
      'allowRemoteContext',
    ],
    examples: [
      {
        command: 'grunddata assess katalog.ttl',
        does: { sv: 'vad som är uppfyllt och vad som brister', en: 'what is met and what is lacking' },
      },
      {
        command: 'grunddata assess kataloger/ --domain foretag --format html --output foretag.html',
        does: { sv: 'en domän, som webbsida', en: 'one domain, as a web page' },
      },
      {
        command: 'grunddata assess katalog.ttl --all --fail-on warning',
        does: { sv: 'alla datamängder, även omärkta', en: 'all datasets, also unmarked ones' },
      },
    ],
    load: async () => (await import('./assess.ts')).run,
  },
  domains: {
    argument: {
      name: { sv: '[domän]', en: '[domain]' },
      description: {
        sv: 'en domän, till exempel foretag; annars alla',
        en: 'one domain, for example foretag; else all',
      },
    },
    summary: {
      sv: 'visa domänerna för nationella grunddata',
      en: 'show the domains of national basic data',
    },
    options: ['modelFormat', 'file', 'subjectForm', 'namespace', 'config'],
    examples: [
      {
        command: 'grunddata domains',
        does: { sv: 'de fem domänerna och deras läge', en: 'the five domains and their state' },
      },
      {
        command: 'grunddata domains foretag',
        does: { sv: 'myndigheter, tjänster, lagar', en: 'authorities, services, laws' },
      },
      {
        command: 'grunddata domains person --format turtle',
        does: { sv: 'som länkade data', en: 'as linked data' },
      },
    ],
    load: async () => (await import('./domains.ts')).run,
  },
  vocab: {
    argument: {
      name: { sv: '[lista]', en: '[list]' },
      description: {
        sv: 'en lista, till exempel frequency, eller ett ord att söka efter; annars alla listor',
        en: 'a list, for example frequency, or a word to search for; else all lists',
      },
    },
    summary: {
      sv: 'visa kodlistor och hitta rätt adress till ett värde',
      en: 'show code lists and find the right address of a value',
    },
    options: ['search', 'modelFormat', 'file', 'namespace', 'config'],
    examples: [
      {
        command: 'grunddata vocab --search kvartalsvis',
        does: { sv: 'sök i alla listor', en: 'search all lists' },
      },
      {
        command: 'grunddata vocab data-theme',
        does: { sv: 'alla värden i en lista', en: 'every value of a list' },
      },
      {
        command: 'grunddata vocab organisation --search bolag',
        does: { sv: 'sök i en lista', en: 'search one list' },
      },
    ],
    load: async () => (await import('./vocab.ts')).run,
  },
  infrastructure: {
    argument: {
      name: { sv: '[del]', en: '[part]' },
      description: {
        sv: 'en del: faser, medel, användning eller motsägelser i källan; annars alla',
        en: 'one part: phases, funding, use or inconsistencies of the source; else all',
      },
      choices: ['components', 'funding', 'usage', 'inconsistencies'],
    },
    summary: {
      sv: 'visa den förvaltningsgemensamma digitala infrastrukturen',
      en: 'show the shared digital infrastructure of the public sector',
    },
    options: ['infrastructureFormat', 'file', 'namespace', 'config'],
    examples: [
      {
        command: 'grunddata infrastructure components',
        does: { sv: 'byggblock, domäner och faser', en: 'building blocks, domains and phases' },
      },
      {
        command: 'grunddata infrastructure funding',
        does: { sv: 'medel per komponent och år', en: 'funding by component and year' },
      },
      {
        command: 'grunddata infrastructure --format svg --output laget.svg',
        does: { sv: 'en bild av läget', en: 'a picture of the state' },
      },
    ],
    load: async () => (await import('./infrastructure.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
