// The commands about making, mending and comparing catalogues.
import type { CommandRow } from './command-row.ts'

export const authorCommands = {
  init: {
    argument: {
      name: { sv: '[mapp]', en: '[folder]' },
      description: { sv: 'var filerna skrivs; annars här', en: 'where the files are written; else here' },
    },
    summary: {
      sv: 'börja en ny katalog, steg för steg eller med flaggor',
      en: 'begin a new catalogue, step by step or by flags',
    },
    options: [
      'initFrom',
      'organisation',
      'organisationNumber',
      'organisationType',
      'catalogTitle',
      'catalogDescription',
      'contact',
      'email',
      'base',
      'datasetTitle',
      'dataAddress',
      'ci',
      'yes',
      'overwrite',
      'allowPrivate',
    ],
    examples: [
      {
        command: 'grunddata init',
        does: {
          sv: 'ställer frågor och skriver filerna här',
          en: 'asks questions and writes the files here',
        },
      },
      {
        command: 'grunddata init katalog --from https://www.exempelkommun.se/',
        does: { sv: 'börja med det som redan finns på nätet', en: 'begin with what is on the web already' },
      },
      {
        command: 'grunddata init --yes --organisation Exempelkommun --number 212009-9995',
        does: { sv: 'utan frågor, i ett skript', en: 'without questions, in a script' },
      },
    ],
    load: async () => (await import('./init.ts')).run,
  },
  build: {
    argument: {
      name: { sv: '<källa...>', en: '<source...>' },
      description: {
        sv: 'YAML, arbetsböcker, CSV, API-beskrivningar, metadataposter (ISO 19139), RDF, eller mappar med dem',
        en: 'YAML, workbooks, CSV, API descriptions, metadata records (ISO 19139), RDF, or folders of them',
      },
    },
    summary: {
      sv: 'bygg en katalog av det som redan finns och granska den',
      en: 'build a catalogue of what there is already and check it',
    },
    options: [
      'buildTo',
      'file',
      'from',
      'base',
      'reportFormat',
      'force',
      'profile',
      'config',
      'quiet',
      'allowPrivate',
    ],
    examples: [
      {
        command: 'grunddata build katalog.yaml --output katalog.rdf',
        does: { sv: 'RDF/XML av en YAML-fil', en: 'RDF/XML of a YAML file' },
      },
      {
        command: 'grunddata build katalog/ --to turtle',
        does: { sv: 'av en mapp med en fil per datamängd', en: 'of a folder with one file per dataset' },
      },
      {
        command: 'grunddata build inventering.xlsx --output katalog.rdf',
        does: { sv: 'av en ifylld arbetsbok', en: 'of a workbook that is filled in' },
      },
      {
        command: 'grunddata build katalog.yaml geodata/ --output katalog.rdf',
        does: {
          sv: 'av metadataposter för geodata, med katalogen i YAML',
          en: 'of metadata records of geodata, with the catalogue in YAML',
        },
      },
      {
        command: 'grunddata build gammal.rdf --to yaml --output katalog.yaml',
        does: { sv: 'flytta en katalog till YAML', en: 'move a catalogue to YAML' },
      },
    ],
    load: async () => (await import('./build.ts')).run,
  },
  template: {
    summary: {
      sv: 'skriv en arbetsbok eller CSV-filer att fylla i',
      en: 'write a workbook or CSV files to fill in',
    },
    options: ['templateTo', 'templateFile', 'base'],
    examples: [
      {
        command: 'grunddata template --output inventering.xlsx --lang sv',
        does: { sv: 'en arbetsbok med listor att välja ur', en: 'a workbook with lists to choose from' },
      },
      {
        command: 'grunddata build inventering.xlsx --output katalog.rdf',
        does: { sv: 'bygg katalogen när den är ifylld', en: 'build the catalogue when it is filled in' },
      },
    ],
    load: async () => (await import('./template.ts')).run,
  },
  lsp: {
    summary: {
      sv: 'hjälp i redigeraren medan du skriver (språkserver)',
      en: 'help in the editor while you write (language server)',
    },
    options: [],
    examples: [
      {
        command: 'grunddata lsp --lang sv',
        does: {
          sv: 'startas av redigeraren (VS Code, Neovim, Helix): se docs/guide/redigera.md',
          en: 'started by the editor (VS Code, Neovim, Helix): see docs/guide/editor.md',
        },
      },
    ],
    load: async () => (await import('./lsp.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
