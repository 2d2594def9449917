// The command about event feeds: reading one, publishing one, testing readers of them.
import type { CommandRow } from './command-row.ts'

export const ldesCommands = {
  ldes: {
    argument: {
      name: { sv: '<åtgärd...>', en: '<action...>' },
      description: {
        sv: 'read <webbadress>, publish <lager> eller conformance [mapp med testfall]',
        en: 'read <web address>, publish <store> or conformance [folder of test cases]',
      },
    },
    summary: {
      sv: 'läs, publicera och pröva händelseflöden (LDES, DCAT-AP Feeds)',
      en: 'read, publish and test event feeds (LDES, DCAT-AP Feeds)',
    },
    options: [
      'file',
      'feedState',
      'feedTo',
      'feedBase',
      'feedSyntax',
      'feedPageSize',
      'feedOut',
      'feedVia',
      'feedCase',
      'feedFormat',
      'allowPrivate',
    ],
    examples: [
      {
        command: 'grunddata ldes read https://data.example.se/feed --output katalog.ttl',
        does: { sv: 'katalogen som flödet ger', en: 'the catalogue that the feed gives' },
      },
      {
        command: 'grunddata ldes read https://data.example.se/feed --state minne.json',
        does: { sv: 'bara det som är nytt sedan sist', en: 'only what is new since last time' },
      },
      {
        command: 'grunddata ldes publish lager.sqlite --to www --base https://data.example.se/',
        does: { sv: 'lagrets historia som ett flöde', en: 'the history of the store as a feed' },
      },
      {
        command: 'grunddata ldes conformance --out resultat',
        does: { sv: 'pröva läsaren mot alla testfall', en: 'put the reader to all test cases' },
      },
      {
        command: 'grunddata ldes conformance --via "./insamlare {url} {before} {out}"',
        does: { sv: 'pröva någon annans insamlare', en: "test somebody else's harvester" },
      },
    ],
    load: async () => (await import('./ldes.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
