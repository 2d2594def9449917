// The commands about making a catalogue reach people and machines.
import type { CommandRow } from './command-row.ts'

export const publishCommands = {
  publish: {
    argument: {
      name: { sv: '<källa...>', en: '<source...>' },
      description: {
        sv: 'fil, mapp, mönster, webbadress, - för standard in, eller ett lager (sqlite:fil)',
        en: 'file, folder, pattern, web address, - for standard input, or a store (sqlite:file)',
      },
    },
    summary: {
      sv: 'ge ut en katalog: till en webbplats, en SPARQL-databas, EntryStore eller CKAN',
      en: 'give out a catalogue: to a website, a SPARQL store, EntryStore or CKAN',
    },
    options: [
      'publishTarget',
      'siteBase',
      'publishDryRun',
      'publishAnyway',
      'shrinkAnyway',
      'onlyArtifact',
      'ckanOrganisation',
      'profile',
      'config',
      'syntax',
      'allowRemoteContext',
      'allowPrivate',
      'quiet',
    ],
    examples: [
      {
        command: 'grunddata publish katalog.ttl --to webb/',
        does: {
          sv: 'alla format, sidkarta och flöde i en mapp',
          en: 'all forms, sitemap and feed in a folder',
        },
      },
      {
        command: 'grunddata publish katalog.ttl --to site:webb/',
        does: { sv: 'hela portalen med sidor och sökning', en: 'the whole portal with pages and search' },
      },
      {
        command: 'grunddata publish katalog.ttl --to webb/ --dry-run',
        does: { sv: 'se först vad som skulle ändras', en: 'see first what would change' },
      },
      {
        command: 'grunddata publish katalog.ttl --to - > dcat.rdf',
        does: {
          sv: 'RDF/XML så som dataportalen vill ha det',
          en: 'RDF/XML as the national portal wants it',
        },
      },
      {
        command: 'grunddata publish data/ --to virtuoso:https://sparql.exempel.se',
        does: { sv: 'en graf per katalog', en: 'one graph per catalogue' },
      },
    ],
    load: async () => (await import('./publish.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
