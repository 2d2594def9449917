// The options of the commands about mending, upgrading, comparing and merging catalogues.
import type { OptionRow } from './option-row.ts'

export const mendOptions = {
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
} as const satisfies Record<string, OptionRow>
