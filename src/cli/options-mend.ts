// The options of the commands about mending, upgrading, comparing and merging catalogues.
import type { OptionRow } from './option-row.ts'

export const mendOptions = {
  upgradeReport: {
    flags: '--report <file>',
    description: {
      sv: 'skriv allt som gjordes och allt som är kvar att avgöra, med förslag, till en JSON-fil',
      en: 'write all that was done and all that is left to decide, with proposals, to a JSON file',
    },
    completes: 'file',
  },
  changed: {
    flags: '-o, --output <file>',
    description: {
      sv: 'skriv till denna fil och låt källan vara; annars ändras källan',
      en: 'write to this file and leave the source alone; else the source is changed',
    },
    completes: 'file',
  },
  unsafe: {
    flags: '--unsafe',
    description: {
      sv: 'gör även rättelser som är gissningar',
      en: 'also make corrections that are guesses',
    },
  },
  showDiff: {
    flags: '--diff',
    description: {
      sv: 'visa ändringarna rad för rad och skriv inget',
      en: 'show the changes line by line and write nothing',
    },
  },
  check: {
    flags: '--check',
    description: {
      sv: 'skriv inget; utgångskod 1 om något skulle ändras',
      en: 'write nothing; exit code 1 if something would change',
    },
  },
  rule: {
    flags: '--rule <rule>',
    description: {
      sv: 'rätta bara den här regelns anmärkningar; kan upprepas',
      en: 'correct only the findings of this rule; may be repeated',
    },
    isList: true,
  },
  inheritPublisher: {
    flags: '--inherit-publisher',
    description: {
      sv: 'ge datamängder utan utgivare katalogens utgivare',
      en: "give datasets without a publisher the catalogue's publisher",
    },
  },
  addLicence: {
    flags: '--add-licence',
    description: {
      sv: 'ange licensen CC0 för kataloger som saknar licens',
      en: 'state the licence CC0 for catalogues without a licence',
    },
  },
  toEu: {
    flags: '--to-eu',
    description: {
      sv: 'skriv om till den form som data.europa.eu ger flest poäng',
      en: 'write in the form that data.europa.eu scores best',
    },
  },
  fromEu: {
    flags: '--from-eu',
    description: {
      sv: 'skriv om från EU:s form till den svenska',
      en: 'write from the form of the EU in the Swedish one',
    },
  },
  rewrite: {
    flags: '--rewrite',
    description: {
      sv: 'skriv om hela filen även där den kan ändras på plats',
      en: 'write the whole file anew even where it can be changed in place',
    },
  },
  diffFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json', 'markdown', 'patch'],
    default: 'text',
  },
  prefer: {
    flags: '--prefer <source>',
    description: {
      sv: 'ge en av källorna företräde framför de andra; kan upprepas',
      en: 'give one of the sources priority over the others; may be repeated',
    },
    isList: true,
    completes: 'file',
  },
  report: {
    flags: '--report <file>',
    description: {
      sv: 'skriv alla beslut med skäl till en JSON-fil',
      en: 'write every decision with its reason to a JSON file',
    },
    completes: 'file',
  },
} as const satisfies Record<string, OptionRow>
