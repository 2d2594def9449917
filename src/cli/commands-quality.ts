// The commands about scores, links and figures.
import type { CommandRow } from './command-row.ts'

const source = {
  name: { sv: '<källa...>', en: '<source...>' },
  description: {
    sv: 'fil, mapp, mönster (data/*.ttl), webbadress eller - för standard in',
    en: 'file, folder, pattern (data/*.ttl), web address or - for standard input',
  },
}

export const qualityCommands = {
  score: {
    argument: { ...source, name: { sv: '[källa...]', en: '[source...]' } },
    summary: {
      sv: 'räkna ut metadatakvaliteten (MQA) och vad som höjer den',
      en: 'work out the metadata quality (MQA) and what raises it',
    },
    options: [
      'as',
      'share',
      'scoreStore',
      'onlySource',
      'fair',
      'plan',
      'scoreFormat',
      'file',
      'tryLinks',
      'linkCache',
      'maxAge',
      'allowPrivate',
      'syntax',
      'allowRemoteContext',
    ],
    examples: [
      {
        command: 'grunddata score katalog.ttl --as se',
        does: { sv: 'som Sveriges dataportal räknar', en: 'as Sveriges dataportal counts' },
      },
      {
        command: 'grunddata score katalog.ttl --plan 351',
        does: { sv: 'billigaste vägen till utmärkt', en: 'the cheapest way to excellent' },
      },
      {
        command: 'grunddata score --store grunddata.sqlite --format html --output rapporter/',
        does: { sv: 'en sida per källa, med historik', en: 'a page per source, with its history' },
      },
    ],
    load: async () => (await import('./score.ts')).run,
  },
  compare: {
    argument: source,
    summary: {
      sv: 'visa hur Sverige, data.europa.eu och EU:s former bedömer en katalog',
      en: 'show how Sweden, data.europa.eu and the shapes of the EU judge a catalogue',
    },
    options: ['judges', 'compareFormat', 'file', 'syntax', 'allowRemoteContext'],
    examples: [
      {
        command: 'grunddata compare katalog.ttl',
        does: { sv: 'alla tre sida vid sida', en: 'all three side by side' },
      },
      {
        command: 'grunddata compare katalog.ttl --as se --as itb',
        does: {
          sv: 'varför EU:s testbädd klagar när Sverige inte gör det',
          en: 'why the test bed of the EU complains when Sweden does not',
        },
      },
    ],
    load: async () => (await import('./compare.ts')).run,
  },
  links: {
    argument: source,
    summary: { sv: 'pröva länkarna i en katalog', en: 'try the links of a catalogue' },
    options: ['linkFormat', 'file', 'linkCache', 'maxAge', 'allowPrivate', 'syntax', 'allowRemoteContext'],
    examples: [
      {
        command: 'grunddata links katalog.ttl',
        does: { sv: 'vilka adresser leder ingenstans', en: 'which addresses lead nowhere' },
      },
      {
        command: 'grunddata links katalog.ttl --cache lankar.jsonl',
        does: { sv: 'ta upp en avbruten körning igen', en: 'take up an interrupted run again' },
      },
    ],
    load: async () => (await import('./links.ts')).run,
  },
  stats: {
    argument: source,
    summary: {
      sv: 'visa vad kataloger innehåller och vad de saknar',
      en: 'show what catalogues hold and what they lack',
    },
    options: ['statsFormat', 'file', 'syntax', 'allowRemoteContext'],
    examples: [
      { command: 'grunddata stats katalog.ttl', does: { sv: 'i terminalen', en: 'in the terminal' } },
      {
        command: 'grunddata stats katalog.ttl --format html --output innehall.html',
        does: { sv: 'som en webbsida', en: 'as a web page' },
      },
    ],
    load: async () => (await import('./statistics.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
