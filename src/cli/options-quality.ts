// The options of the commands about scores, links and figures.
import type { OptionRow } from './option-row.ts'

export const qualityOptions = {
  as: {
    flags: '--as <portal>',
    description: {
      sv: 'räkna som data.europa.eu (eu) eller Sveriges dataportal (se)',
      en: 'count as data.europa.eu (eu) or Sveriges dataportal (se) does',
    },
    choices: ['eu', 'se'],
    default: 'eu',
  },
  judges: {
    flags: '--as <judge>',
    description: {
      sv: 'vems bedömning: Sverige (se), data.europa.eu (eu), testbädden med EU:s former (itb); kan upprepas, annars alla',
      en: 'whose judgement: Sweden (se), data.europa.eu (eu), the test bed with the shapes of the EU (itb); may be repeated, else all',
    },
    choices: ['se', 'eu', 'itb'],
    isList: true,
  },
  compareFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json', 'html'],
    default: 'text',
  },
  share: {
    flags: '--share',
    description: {
      sv: 'räkna andelen distributioner i stället för den bästa',
      en: 'count the share of the distributions instead of the best one',
    },
  },
  scoreStore: {
    flags: '--store <address>',
    description: {
      sv: 'räkna det som lagret håller, källa för källa, spara poängen där och visa hur de har ändrats',
      en: 'count what the store holds, source by source, keep the scores there and show how they have moved',
    },
    completes: 'file',
  },
  fair: {
    flags: '--fair',
    description: {
      sv: 'visa också en vy efter FAIR-principerna',
      en: 'show a view by the FAIR principles too',
    },
  },
  plan: {
    flags: '--plan <points>',
    description: {
      sv: 'visa de billigaste ändringarna som når så många poäng (351 är utmärkt)',
      en: 'show the cheapest edits that reach so many points (351 is excellent)',
    },
    isCount: true,
  },
  scoreFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json', 'csv', 'html', 'markdown', 'badge', 'turtle', 'jsonld'],
    default: 'text',
  },
  tryLinks: {
    flags: '--links',
    description: {
      sv: 'pröva att adresserna svarar (använder nätet)',
      en: 'try whether the addresses answer (uses the network)',
    },
  },
  linkCache: {
    flags: '--cache <file>',
    description: {
      sv: 'spara resultaten i en fil och pröva inte nyligen prövade adresser igen',
      en: 'keep the results in a file and do not try recently tried addresses again',
    },
    completes: 'file',
  },
  maxAge: {
    flags: '--max-age <days>',
    description: {
      sv: 'hur många dagar ett sparat resultat gäller (7)',
      en: 'how many days a kept result is good for (7)',
    },
    isCount: true,
  },
  allowPrivate: {
    flags: '--allow-private <host>',
    description: {
      sv: 'tillåt en värd i ett privat nät; kan upprepas',
      en: 'allow a host in a private network; may be repeated',
    },
    isList: true,
  },
  linkFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json', 'csv'],
    default: 'text',
  },
  statsFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json', 'html'],
    default: 'text',
  },
} as const satisfies Record<string, OptionRow>
