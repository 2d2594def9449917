// The options of the command about event feeds.
import type { OptionRow } from './option-row.ts'

export const ldesOptions = {
  feedState: {
    flags: '--state <file>',
    description: {
      sv: 'read: fil som minns vad som lästs, så att nästa gång bara läser det nya',
      en: 'read: file that remembers what was read, so that the next time reads only what is new',
    },
    completes: 'file',
  },
  feedFormat: {
    flags: '-f, --format <name>',
    description: { sv: 'utdataformat', en: 'output format' },
    choices: ['text', 'json'],
    default: 'text',
  },
  feedTo: {
    flags: '--to <folder>',
    description: {
      sv: 'publish: mappen som flödets sidor skrivs till',
      en: 'publish: the folder that the pages of the feed are written to',
    },
    completes: 'file',
  },
  feedBase: {
    flags: '--base <address>',
    description: {
      sv: 'publish: webbadressen som mappen kommer att ha',
      en: 'publish: the web address that the folder will have',
    },
  },
  feedSyntax: {
    flags: '--syntax <name>',
    description: { sv: 'publish: sidornas format', en: 'publish: the syntax of the pages' },
    choices: ['trig', 'jsonld'],
    default: 'trig',
  },
  feedPageSize: {
    flags: '--page-size <number>',
    description: {
      sv: 'publish: så många händelser på en sida (250)',
      en: 'publish: so many events on a page (250)',
    },
    isCount: true,
  },
  feedOut: {
    flags: '--out <folder>',
    description: {
      sv: 'conformance: mapp för after.ttl och report.json från varje fall',
      en: 'conformance: folder for after.ttl and report.json of each case',
    },
    completes: 'file',
  },
  feedVia: {
    flags: '--via <command>',
    description: {
      sv: 'conformance: pröva en annan insamlare; {url}, {before}, {state} och {out} fylls i',
      en: 'conformance: test another harvester; {url}, {before}, {state} and {out} are filled in',
    },
  },
  feedCase: {
    flags: '--case <name>',
    description: {
      sv: 'conformance: bara detta fall; kan upprepas',
      en: 'conformance: this case only; may be repeated',
    },
    isList: true,
  },
} as const satisfies Record<string, OptionRow>
