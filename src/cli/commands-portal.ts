// The commands about serving the portal.
import type { CommandRow } from './command-row.ts'

export const portalCommands = {
  serve: {
    argument: {
      name: { sv: '<källa...>', en: '<source...>' },
      description: {
        sv: 'kataloger att visa: filer, mappar eller webbadresser; store eller ett lagers adress för det som har samlats in',
        en: 'catalogues to show: files, folders or web addresses; store or the address of a store for what was harvested',
      },
    },
    summary: {
      sv: 'visa kataloger i en dataportal med sökning och API',
      en: 'show catalogues in a data portal with search and APIs',
    },
    options: [
      'port',
      'host',
      'publicUrl',
      'portalTitle',
      'contact',
      'reload',
      'store',
      'tokens',
      'audit',
      'sparqlServer',
      'allowFetch',
      'trustProxy',
    ],
    examples: [
      {
        command: 'grunddata serve kataloger/',
        does: { sv: 'alla kataloger i en mapp', en: 'all catalogues in a folder' },
      },
      {
        command: 'grunddata serve store --store grunddata.sqlite',
        does: { sv: 'det som har samlats in, med historik', en: 'what was harvested, with its history' },
      },
      {
        command: 'grunddata serve katalog.ttl --reload',
        does: { sv: 'läs om när filen ändras', en: 'read again when the file changes' },
      },
      {
        command: 'grunddata serve kataloger/ --host 0.0.0.0 --public-url https://data.example.se/',
        does: { sv: 'bakom en egen webbserver', en: 'behind a web server of your own' },
      },
    ],
    load: async () => (await import('./serve.ts')).run,
  },
  token: {
    argument: {
      name: { sv: '<åtgärd...>', en: '<action...>' },
      description: {
        sv: 'create gör en nyckel, list visar dem, revoke drar in en',
        en: 'create makes a token, list shows them, revoke takes one back',
      },
    },
    summary: {
      sv: 'nycklar för den som får ändra något i portalen',
      en: 'tokens for those who may change something in the portal',
    },
    options: ['tokenName', 'tokenScope', 'tokenDays', 'tokens'],
    examples: [
      {
        command: 'grunddata token create --name insamling --scope harvest --days 30',
        does: { sv: 'nyckeln visas en gång', en: 'the token is shown once' },
      },
      { command: 'grunddata token list', does: { sv: 'vilka som finns', en: 'which there are' } },
      {
        command: 'grunddata token revoke 3f9a2c7b1e40',
        does: { sv: 'dra in en nyckel', en: 'revoke a token' },
      },
    ],
    load: async () => (await import('./token.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
