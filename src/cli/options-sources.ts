// The options of the command about sources.
import type { ReaderName } from '../source/index.ts'
import type { OptionRow } from './option-row.ts'

/** Names, not the registry, so that `--help` need not load it; the type keeps them complete. */
const readerNames: Readonly<Record<ReaderName, true>> = {
  rdf: true,
  hydra: true,
  subcatalogs: true,
  ldes: true,
  sparql: true,
  ckan: true,
  csw: true,
  sitemap: true,
  openapi: true,
  folder: true,
}

export const sourcesOptions = {
  sourcesFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json'],
    default: 'text',
  },
  sourceId: {
    flags: '--id <name>',
    description: {
      sv: 'källans korta namn, när en källa läggs till; annars av adressen',
      en: 'the short name of the source, when one is added; else from the address',
    },
  },
  sourceTitle: {
    flags: '--title <text>',
    description: { sv: 'källans namn för människor', en: 'the name of the source for people' },
  },
  sourceReader: {
    flags: '--reader <name>',
    description: {
      sv: 'hur källan läses; annars tas det reda på',
      en: 'how the source is read; else it is found out',
    },
    choices: Object.keys(readerNames),
  },
  sourceOrganisation: {
    flags: '--organisation <number>',
    description: { sv: 'organisationsnummer', en: 'organisation number' },
  },
} as const satisfies Record<string, OptionRow>
