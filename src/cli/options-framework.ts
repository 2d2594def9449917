// The options of the commands about national basic data: its domains, code lists and infrastructure.
import type { OptionRow } from './option-row.ts'

export const frameworkOptions = {
  modelFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat; turtle är länkade data', en: 'output format; turtle is linked data' },
    choices: ['text', 'json', 'turtle'],
    default: 'text',
  },
  infrastructureFormat: {
    flags: '-f, --format <name>',
    description: {
      sv: 'utdataformat; svg är en bild av läget',
      en: 'output format; svg is a picture of the state',
    },
    choices: ['text', 'json', 'svg', 'turtle'],
    default: 'text',
  },
  search: {
    flags: '-s, --search <text>',
    description: {
      sv: 'visa bara värden som liknar texten, bästa träffen först',
      en: 'show only values that are like the text, the best match first',
    },
  },
  namespace: {
    flags: '--namespace <address>',
    description: {
      sv: 'skriv egna resurser under denna adress i stället för https://w3id.org/grunddata/',
      en: 'write our own resources below this address instead of https://w3id.org/grunddata/',
    },
  },
  subjectForm: {
    flags: '--subject-form <form>',
    description: {
      sv: 'vilken adressform som märker grunddata: concepts (som dataportalen prövar, förval) eller terminology (som i profilen)',
      en: 'which form of address marks basic data: concepts (as the data portal tests, default) or terminology (as in the profile)',
    },
    choices: ['concepts', 'terminology'],
  },
  assessFormat: {
    flags: '-f, --format <name>',
    description: {
      sv: 'utdataformat; turtle och jsonld är EARL och DQV',
      en: 'output format; turtle and jsonld are EARL and DQV',
    },
    choices: ['text', 'json', 'html', 'turtle', 'jsonld'],
    default: 'text',
  },
  domain: {
    flags: '-d, --domain <name>',
    description: {
      sv: 'bedöm bara denna grunddatadomän, till exempel foretag',
      en: 'assess this basic data domain only, for example foretag',
    },
  },
  all: {
    flags: '-a, --all',
    description: {
      sv: 'bedöm alla datamängder, serier och datatjänster, även de som inte är märkta',
      en: 'assess all datasets, series and data services, also those that are not marked',
    },
  },
} as const satisfies Record<string, OptionRow>
