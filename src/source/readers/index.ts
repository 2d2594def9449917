// The registry of readers: one row each, loaded when a source asks for it.
import type { ReaderRow } from './types.ts'

export type {
  Condition,
  Conditions,
  DocumentEvent,
  DocumentForm,
  EndEvent,
  Given,
  KeptDocument,
  Page,
  ReadContext,
  Reader,
  ReaderEvent,
  ReaderRow,
  ReadStatistics,
  Visit,
  Visited,
  VisitOptions,
} from './types.ts'

export const readers = {
  rdf: {
    does: { sv: 'ett RDF-dokument, i vilken syntax som helst', en: 'one RDF document, in any syntax' },
    load: async () => (await import('./rdf.ts')).readRdf,
  },
  hydra: {
    does: { sv: 'en katalog i flera sidor (Hydra)', en: 'a catalogue in several pages (Hydra)' },
    load: async () => (await import('./hydra.ts')).readHydra,
  },
  subcatalogs: {
    does: {
      sv: 'en huvudkatalog och de underkataloger som den nämner (dct:hasPart)',
      en: 'a main catalogue and the sub-catalogues that it names (dct:hasPart)',
    },
    load: async () => (await import('./subcatalogs.ts')).readSubcatalogs,
  },
  ldes: {
    does: {
      sv: 'ett händelseflöde (LDES, DCAT-AP Feeds); bara det som är nytt läses',
      en: 'an event feed (LDES, DCAT-AP Feeds); only what is new is read',
    },
    load: async () => (await import('./ldes.ts')).readLdes,
  },
  sparql: {
    does: { sv: 'en SPARQL-tjänst', en: 'a SPARQL endpoint' },
    load: async () => (await import('./sparql.ts')).readSparql,
  },
  ckan: {
    does: { sv: 'en webbplats i CKAN, genom dess API', en: 'a CKAN site, by its API' },
    load: async () => (await import('./ckan.ts')).readCkan,
  },
  csw: {
    does: {
      sv: 'en katalogtjänst för geodata (CSW) med poster i ISO 19139',
      en: 'a catalogue service of geodata (CSW) with records in ISO 19139',
    },
    load: async () => (await import('./csw.ts')).readCsw,
  },
  sitemap: {
    does: {
      sv: 'JSON-LD i en webbplats sidor, som dess sitemap listar',
      en: 'JSON-LD in the pages of a site, as its sitemap lists them',
    },
    load: async () => (await import('./sitemap.ts')).readSitemap,
  },
  openapi: {
    does: { sv: 'en API-beskrivning (OpenAPI)', en: 'a description of an API (OpenAPI)' },
    load: async () => (await import('./openapi.ts')).readOpenApi,
  },
  folder: {
    does: {
      sv: 'en mapp med kataloger, till exempel en git-utcheckning',
      en: 'a folder of catalogues, such as a git checkout',
    },
    load: async () => (await import('./folder.ts')).readFolder,
  },
} as const satisfies Record<string, ReaderRow>

export type ReaderName = keyof typeof readers

/** The readers in the order of the help. */
export const readerNames = Object.keys(readers) as readonly ReaderName[]
