// The command about the sources that catalogues are collected from.
import type { CommandRow } from './command-row.ts'

export const sourcesCommands = {
  sources: {
    argument: {
      name: { sv: '<åtgärd>', en: '<action>' },
      description: {
        sv: 'list visar källorna, check provläser dem och förklarar, add lägger till en',
        en: 'list shows the sources, check reads them for a trial and explains, add adds one',
      },
      choices: ['list', 'check', 'add'],
      rest: {
        name: { sv: '[källa...]', en: '[source...]' },
        description: {
          sv: 'namn ur listan, eller en adress; utan något alla i listan',
          en: 'names from the list, or an address; without any all of the list',
        },
      },
    },
    summary: {
      sv: 'visa, provläs och lägg till källor',
      en: 'show, try and add sources',
    },
    options: [
      'sourcesFile',
      'sourcesFormat',
      'sourceReader',
      'sourceId',
      'sourceTitle',
      'sourceOrganisation',
      'allowPrivate',
    ],
    examples: [
      {
        command: 'grunddata sources check https://kommun.se/datasets/dcat',
        does: { sv: 'går adressen att samla in?', en: 'can the address be collected?' },
      },
      {
        command: 'grunddata sources add https://kommun.se/datasets/dcat',
        does: { sv: 'lägg till den i sources.yaml', en: 'add it to sources.yaml' },
      },
      {
        command: 'grunddata sources check kommun',
        does: { sv: 'provläs en källa ur listan', en: 'try one source of the list' },
      },
      {
        command: 'grunddata sources list',
        does: {
          sv: 'alla källor, och vad som är fel i listan',
          en: 'all sources, and what is wrong with the list',
        },
      },
    ],
    load: async () => (await import('./sources.ts')).run,
  },
} as const satisfies Record<string, CommandRow>
