// The keys of sources.yaml: what each is for, what its value must be. The reader and the JSON Schema are made of this.
import type { Text } from '../../finding.ts'
import { readers } from '../readers/index.ts'

/** What a value must be. */
export type Kind =
  | { readonly as: 'text'; readonly pattern?: RegExp; readonly expected?: Text; readonly isSecret?: boolean }
  | { readonly as: 'choice'; readonly of: readonly string[] }
  | { readonly as: 'number'; readonly min: number; readonly max?: number; readonly isWhole: boolean }
  | { readonly as: 'boolean' }
  | { readonly as: 'texts' }
  | { readonly as: 'fields'; readonly fields: FieldTable }
  /** Any keys with texts or numbers. */
  | { readonly as: 'words' }

export interface Field {
  readonly kind: Kind
  readonly does: Text
  readonly isRequired?: boolean
  readonly example?: string
}

export type FieldTable = Readonly<Record<string, Field>>

const whole = (min: number, max?: number): Kind => ({
  as: 'number',
  min,
  isWhole: true,
  ...(max !== undefined && { max }),
})
const seconds = (sv: string, en: string): Field => ({ kind: whole(1), does: { sv, en } })

const removal: FieldTable = {
  policy: {
    kind: { as: 'choice', of: ['grace', 'immediate', 'keep'] },
    does: {
      sv: 'vad som sker med det som källan inte längre har: vänta, ta bort genast eller behåll',
      en: 'what becomes of what the source no longer has: wait, remove at once or keep',
    },
  },
  graceDays: {
    kind: whole(0),
    does: { sv: 'antal dagar att vänta (7)', en: 'number of days to wait (7)' },
  },
  maxCount: {
    kind: whole(0),
    does: {
      sv: 'så många får försvinna i en körning utan godkännande (10)',
      en: 'so many may go in one run without approval (10)',
    },
  },
  maxShare: {
    kind: { as: 'number', min: 0, max: 1, isWhole: false },
    does: {
      sv: 'så stor andel får försvinna i en körning utan godkännande (0.15)',
      en: 'so large a share may go in one run without approval (0.15)',
    },
  },
}

const limits: FieldTable = {
  requestSeconds: seconds('tid för ett försök (60)', 'time for one try (60)'),
  pageSeconds: seconds('tid för en sida med alla försök (180)', 'time for one page with all tries (180)'),
  sourceSeconds: seconds('tid för hela källan (1800)', 'time for the whole source (1800)'),
  maxBytes: { kind: whole(1), does: { sv: 'största sida i byte', en: 'largest page in bytes' } },
  maxSourceBytes: {
    kind: whole(1),
    does: { sv: 'största källa i byte', en: 'largest source in bytes' },
  },
  maxRatio: {
    kind: whole(1),
    does: {
      sv: 'så många gånger får ett svar växa när det packas upp (300)',
      en: 'so many times may an answer swell when it is unpacked (300)',
    },
  },
  maxRedirects: {
    kind: whole(0, 20),
    does: { sv: 'antal hänvisningar att följa (5)', en: 'number of redirects to follow (5)' },
  },
  maxPages: { kind: whole(1), does: { sv: 'antal sidor (2000)', en: 'number of pages (2000)' } },
  maxTriples: { kind: whole(1), does: { sv: 'antal satser', en: 'number of triples' } },
}

/** A name as shells have them: what looks like a secret itself is turned away. */
const VARIABLE = {
  as: 'text',
  pattern: /^[A-Z_][A-Z0-9_]{0,99}$/,
  expected: {
    sv: 'namnet på en miljövariabel, till exempel KOMMUN_NYCKEL, aldrig hemligheten själv',
    en: 'the name of an environment variable, such as KOMMUN_KEY, never the secret itself',
  },
  isSecret: true,
} as const satisfies Kind

const credentials: FieldTable = {
  bearer: {
    kind: VARIABLE,
    does: { sv: 'miljövariabel med en nyckel (Bearer)', en: 'environment variable with a token (Bearer)' },
  },
  basic: {
    kind: VARIABLE,
    does: {
      sv: 'miljövariabel med användare:lösenord (Basic)',
      en: 'environment variable with user:password (Basic)',
    },
  },
  header: {
    kind: {
      as: 'text',
      pattern: /^[A-Za-z0-9-]{1,60}$/,
      expected: { sv: 'ett namn på ett http-huvud', en: 'the name of an http header' },
    },
    does: { sv: 'http-huvud som nyckeln sänds i', en: 'http header that the key is sent in' },
  },
  variable: {
    kind: VARIABLE,
    does: { sv: 'miljövariabel för header', en: 'environment variable for header' },
  },
}

/** Keys of one source. */
export const sourceFields: FieldTable = {
  id: {
    kind: {
      as: 'text',
      pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      expected: {
        sv: 'små bokstäver (a–z), siffror och bindestreck',
        en: 'lower-case letters (a–z), digits and hyphens',
      },
    },
    does: { sv: 'kort namn, ett för varje källa', en: 'short name, one for each source' },
    isRequired: true,
    example: 'exempelkommun',
  },
  title: {
    kind: { as: 'text' },
    does: { sv: 'namn för människor', en: 'name for people' },
    example: 'Exempelkommun',
  },
  url: {
    kind: { as: 'text' },
    does: {
      sv: 'adress; för läsaren folder en mapp, räknad från den här filen',
      en: 'address; for the reader folder a folder, counted from this file',
    },
    isRequired: true,
    example: 'https://exempelkommun.se/datasets/dcat',
  },
  reader: {
    kind: { as: 'choice', of: Object.keys(readers) },
    does: { sv: 'hur källan läses (rdf)', en: 'how the source is read (rdf)' },
  },
  organisation: {
    kind: {
      as: 'text',
      pattern: /^(SE)?(16)?\d{2}[2-9]\d{3}[\s-]?\d{4}$/i,
      expected: { sv: 'tio siffror', en: 'ten digits' },
    },
    does: { sv: 'organisationsnummer', en: 'organisation number' },
    example: '212000-0829',
  },
  sector: {
    kind: { as: 'choice', of: ['public', 'private'] },
    does: {
      sv: 'offentlig (public) går före privat bland dubbletter',
      en: 'public goes before private among duplicates',
    },
  },
  rank: {
    kind: whole(1),
    does: {
      sv: 'egen rang bland dubbletter: lägst vinner, och vinner över dem utan rang',
      en: 'rank of its own among duplicates: the lowest wins, and wins over those without',
    },
  },
  joint: {
    kind: { as: 'boolean' },
    does: {
      sv: 'katalog med flera organisationers data: viker för en egen',
      en: 'catalogue of several organisations’ data: gives way to one of its own',
    },
  },
  priority: {
    kind: whole(-1000, 1000),
    does: { sv: 'läses före dem med lägre tal (0)', en: 'is read before those with a lower number (0)' },
  },
  schedule: {
    kind: { as: 'text' },
    does: {
      sv: 'när den läses, som i cron: ”0 4 * * *” är varje dag klockan fyra',
      en: 'when it is read, as in cron: “0 4 * * *” is every day at four',
    },
    example: '0 4 * * *',
  },
  timeZone: {
    kind: { as: 'text' },
    does: {
      sv: 'tidszon för schedule (Europe/Stockholm)',
      en: 'time zone of schedule (Europe/Stockholm)',
    },
  },
  profile: {
    kind: { as: 'text' },
    does: { sv: 'profil att granska mot (auto)', en: 'profile to check against (auto)' },
    example: 'dcat-ap-se@3.0.1',
  },
  removal: {
    kind: { as: 'fields', fields: removal },
    does: { sv: 'hur borttagningar hanteras', en: 'how removals are handled' },
  },
  limits: {
    kind: { as: 'fields', fields: limits },
    does: { sv: 'gränser för en läsning', en: 'bounds on one reading' },
  },
  credentials: {
    kind: { as: 'fields', fields: credentials },
    does: {
      sv: 'var nyckeln finns; den sänds bara till källans egen adress',
      en: 'where the key is; it is sent to the source’s own address only',
    },
  },
  caFile: {
    kind: { as: 'text' },
    does: {
      sv: 'fil med fler certifikat att lita på (PEM), räknad från den här filen',
      en: 'file with more certificates to trust (PEM), counted from this file',
    },
  },
  robots: {
    kind: { as: 'boolean' },
    does: { sv: 'följ robots.txt (true)', en: 'keep to robots.txt (true)' },
  },
  allowPrivate: {
    kind: { as: 'texts' },
    does: {
      sv: 'värdar i privata nät som källan får leda till',
      en: 'hosts in private networks that the source may lead to',
    },
  },
  enabled: {
    kind: { as: 'boolean' },
    does: { sv: 'false: läs den inte', en: 'false: do not read it' },
  },
  settings: {
    kind: { as: 'words' },
    does: {
      sv: 'det som bara vissa läsare frågar om: query, graph, filter, pageSize, language, version, files, totals',
      en: 'what only some readers ask about: query, graph, filter, pageSize, language, version, files, totals',
    },
  },
}

/** Keys at the top of the file. */
export const topFields: FieldTable = {
  contact: {
    kind: { as: 'text' },
    does: {
      sv: 'e-post eller webbadress till er som samlar in; den sänds med i varje fråga',
      en: 'e-mail or web address of you who collect; it is sent along with every question',
    },
    example: 'oppnadata@exempel.se',
  },
  defaults: {
    kind: { as: 'fields', fields: sourceFields },
    does: { sv: 'det som gäller där källan inget säger', en: 'what holds where the source says nothing' },
  },
}
