// The options of the commands about serving the portal.
import type { OptionRow } from './option-row.ts'

export const portalOptions = {
  port: {
    flags: '--port <number>',
    description: { sv: 'port att lyssna på; 0 väljer en ledig', en: 'port to listen on; 0 picks a free one' },
    isCount: true,
    default: '8080',
  },
  host: {
    flags: '--host <address>',
    description: {
      sv: 'adress att lyssna på; 0.0.0.0 för alla',
      en: 'address to listen on; 0.0.0.0 for all',
    },
    default: '127.0.0.1',
  },
  publicUrl: {
    flags: '--public-url <url>',
    description: {
      sv: 'portalens adress utåt; annars den som den lyssnar på',
      en: 'address of the portal to the world; else the one it listens on',
    },
  },
  portalTitle: {
    flags: '--portal-title <words>',
    description: { sv: 'portalens namn', en: 'name of the portal' },
  },
  contact: {
    flags: '--contact <email>',
    description: { sv: 'e-postadress till den som driver portalen', en: 'e-mail of whoever runs the portal' },
  },
  tokens: {
    flags: '--tokens <file>',
    description: {
      sv: 'fil med nycklarnas kontrollsummor',
      en: 'file with the hashes of tokens',
    },
    default: '.grunddata/tokens.json',
    completes: 'file',
  },
  audit: {
    flags: '--audit <file>',
    description: {
      sv: 'fil att anteckna inloggningar och ändringar i',
      en: 'file to note sign-ins and changes in',
    },
    completes: 'file',
  },
  sparqlServer: {
    flags: '--sparql-server <url>',
    description: {
      sv: 'skicka SPARQL-frågor vidare hit i stället för att svara själv',
      en: 'pass SPARQL queries on to here instead of answering them',
    },
  },
  allowFetch: {
    flags: '--allow-fetch <host>',
    description: {
      sv: 'privat värd som verktygslådan får hämta från; flera genom att upprepa',
      en: 'private host that the toolkit may fetch from; repeat for several',
    },
    isList: true,
  },
  trustProxy: {
    flags: '--trust-proxy',
    description: {
      sv: 'lita på X-Forwarded-For från en egen server framför',
      en: 'believe X-Forwarded-For from a server of your own in front',
    },
  },
  reload: {
    flags: '--reload',
    description: { sv: 'läs om när en fil ändras', en: 'read again when a file changes' },
  },
  tokenName: {
    flags: '--name <name>',
    description: { sv: 'vad nyckeln ska kallas', en: 'what to call the token' },
  },
  tokenScope: {
    flags: '--scope <scope>',
    description: { sv: 'vad nyckeln får användas till', en: 'what the token may be used for' },
    choices: ['upload', 'approve', 'harvest'],
    isList: true,
  },
  tokenDays: {
    flags: '--days <number>',
    description: { sv: 'hur många dagar nyckeln gäller', en: 'how many days the token is valid' },
    isCount: true,
    default: '90',
  },
} as const satisfies Record<string, OptionRow>
