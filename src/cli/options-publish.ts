// The options of the commands about making a catalogue reach people and machines.
import type { OptionRow } from './option-row.ts'

export const publishOptions = {
  publishTarget: {
    flags: '-t, --to <target>',
    description: {
      sv: 'en mapp, site:mapp med sidor, - för skärmen, eller sparql:, virtuoso:, entrystore:, ckan: med en webbadress',
      en: 'a folder, site:folder with pages, - for the screen, or sparql:, virtuoso:, entrystore:, ckan: with a web address',
    },
    completes: 'file',
  },
  siteBase: {
    flags: '--base <iri>',
    description: {
      sv: 'webbadressen som det publiceras på; annars roten av katalogens egen adress',
      en: 'the web address it is published at; else the root of the catalogue’s own address',
    },
  },
  onlyArtifact: {
    flags: '--only <artifact>',
    description: {
      sv: 'skriv bara detta på skärmen i stället för RDF/XML',
      en: 'write only this on the screen instead of RDF/XML',
    },
    choices: [
      'rdfxml',
      'turtle',
      'jsonld',
      'expanded',
      'nquads',
      'sitemap',
      'feed',
      'description',
      'context',
    ],
  },
  publishDryRun: {
    flags: '-n, --dry-run',
    description: {
      sv: 'visa vad som skulle ändras hos mottagaren och ändra inget',
      en: 'show what would change at the target and change nothing',
    },
  },
  publishAnyway: {
    flags: '--force',
    description: {
      sv: 'publicera även en katalog med fel',
      en: 'publish a catalogue with errors too',
    },
  },
  shrinkAnyway: {
    flags: '-y, --yes',
    description: {
      sv: 'publicera även när ovanligt mycket försvinner',
      en: 'publish even when unusually much disappears',
    },
  },
  ckanOrganisation: {
    flags: '--organisation <name>',
    description: {
      sv: 'CKAN: organisationen som äger datamängderna',
      en: 'CKAN: the organisation that owns the datasets',
    },
  },
} as const satisfies Record<string, OptionRow>
