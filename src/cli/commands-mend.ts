// The commands about mending, upgrading, comparing and merging catalogues that exist already.
import type { CommandRow } from './command-row.ts'

const source = {
  name: { sv: '<källa...>', en: '<source...>' },
  description: {
    sv: 'fil, mapp, mönster (data/*.ttl) eller - för standard in',
    en: 'file, folder, pattern (data/*.ttl) or - for standard input',
  },
}

export const mendCommands = {
  fix: {
    argument: source,
    summary: {
      sv: 'rätta det som går att rätta, på plats i filen',
      en: 'correct what can be corrected, in place in the file',
    },
    options: [
      'unsafe',
      'showDiff',
      'check',
      'rule',
      'changed',
      'profile',
      'config',
      'syntax',
      'allowRemoteContext',
    ],
    examples: [
      {
        command: 'grunddata fix katalog.ttl --diff',
        does: { sv: 'se vad som skulle ändras', en: 'see what would change' },
      },
      {
        command: 'grunddata fix katalog.ttl',
        does: { sv: 'gör de säkra rättelserna', en: 'make the safe corrections' },
      },
      {
        command: 'grunddata fix data/ --check',
        does: {
          sv: 'i ett flöde: 1 om något kan rättas',
          en: 'in a pipeline: 1 if something can be corrected',
        },
      },
    ],
    load: async () => (await import('./fix.ts')).run,
  },
  upgrade: {
    argument: source,
    summary: {
      sv: 'lyft en äldre katalog till DCAT-AP-SE 3.0.1',
      en: 'bring an older catalogue up to DCAT-AP-SE 3.0.1',
    },
    options: [
      'showDiff',
      'check',
      'inheritPublisher',
      'addLicence',
      'toEu',
      'fromEu',
      'rewrite',
      'changed',
      'upgradeReport',
      'syntax',
      'allowRemoteContext',
    ],
    examples: [
      {
        command: 'grunddata upgrade katalog.rdf --diff',
        does: { sv: 'se vad som skulle ändras', en: 'see what would change' },
      },
      {
        command: 'grunddata upgrade katalog.rdf --inherit-publisher --add-licence',
        does: { sv: 'fyll även i utgivare och licens', en: 'fill in publishers and licence too' },
      },
      {
        command: 'grunddata upgrade katalog.ttl --to-eu --output eu.ttl',
        does: { sv: 'i den form som data.europa.eu vill ha', en: 'in the form that data.europa.eu wants' },
      },
    ],
    load: async () => (await import('./upgrade.ts')).run,
  },
  diff: {
    argument: {
      name: { sv: '<källa...>', en: '<source...>' },
      description: {
        sv: 'två filer eller webbadresser: före och efter',
        en: 'two files or web addresses: before and after',
      },
    },
    summary: {
      sv: 'visa vad som skiljer två kataloger åt till innehållet',
      en: 'show what differs between two catalogues in content',
    },
    options: ['diffFormat', 'file', 'syntax', 'allowRemoteContext'],
    examples: [
      {
        command: 'grunddata diff gammal.rdf ny.ttl',
        does: { sv: 'vad har ändrats?', en: 'what has changed?' },
      },
      {
        command: 'grunddata diff gammal.ttl ny.ttl --format patch',
        does: { sv: 'som RDF Patch', en: 'as RDF Patch' },
      },
    ],
    load: async () => (await import('./diff.ts')).run,
  },
  merge: {
    argument: source,
    summary: {
      sv: 'slå ihop kataloger till en enligt portalens regler',
      en: 'merge catalogues into one by the rules of the portal',
    },
    options: ['to', 'file', 'prefer', 'report', 'syntax', 'allowRemoteContext'],
    examples: [
      {
        command: 'grunddata merge kommun.ttl bolag.ttl --output alla.rdf',
        does: { sv: 'två kataloger som RDF/XML', en: 'two catalogues as RDF/XML' },
      },
      {
        command: 'grunddata merge data/ --report beslut.json --output alla.ttl',
        does: { sv: 'med alla beslut i en fil', en: 'with every decision in a file' },
      },
    ],
    load: async () => (await import('./merge.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
