// What can be wrong with a feed's members and pages, in words: faults keep a member out, notes do not.
import type { Text } from '../../finding.ts'

const faults = {
  'member-blank': {
    sv: 'Ge händelsen en webbadress: den är en nod utan namn och kan inte kännas igen.',
    en: 'Give the event a web address: it is a nameless node and cannot be recognised.',
  },
  'object-missing': {
    sv: 'Ange vad händelsen gäller med as:object.',
    en: 'Say what the event is about with as:object.',
  },
  'object-many': {
    sv: 'Ange bara ett as:object, och skriv en händelse för varje resurs.',
    en: 'Give only one as:object, and write one event for each resource.',
  },
  'object-not-iri': {
    sv: 'Skriv as:object som en webbadress, inte som text eller en nod utan namn.',
    en: 'Write as:object as a web address, not as text or a nameless node.',
  },
  'published-many': {
    sv: 'Ange bara en tidpunkt med as:published.',
    en: 'Give only one time with as:published.',
  },
  'kind-conflict': {
    sv: 'Ange om händelsen skapar, ändrar eller tar bort: den säger två saker.',
    en: 'Say whether the event creates, updates or deletes: it says two things.',
  },
  'kind-unknown': {
    sv: 'Använd as:Create, as:Update eller as:Delete som händelsens typ.',
    en: 'Use as:Create, as:Update or as:Delete as the type of the event.',
  },
  'payload-missing': {
    sv: 'Beskriv resursen i en namngiven graf med händelsens adress.',
    en: 'Describe the resource in a named graph with the address of the event.',
  },
  'payload-about-others': {
    sv: 'Beskriv den resurs som as:object anger: grafen handlar bara om andra.',
    en: 'Describe the resource that as:object names: the graph is only about others.',
  },
  'transaction-many': {
    sv: 'Låt händelsen höra till en enda transaktion.',
    en: 'Let the event be part of one transaction only.',
  },
  'transaction-broken': {
    sv: 'Rätta transaktionens andra händelser: en av dem går inte att förstå, så ingen av dem gäller.',
    en: 'Correct the other events of the transaction: one cannot be understood, so none of them counts.',
  },
} as const satisfies Record<string, Text>

const notes = {
  'published-missing': {
    sv: 'Ange när händelsen publicerades med as:published.',
    en: 'Say when the event was published with as:published.',
  },
  'published-invalid': {
    sv: 'Skriv as:published som datum och klockslag, till exempel 2026-05-01T04:00:00Z.',
    en: 'Write as:published as date and time, for example 2026-05-01T04:00:00Z.',
  },
  'delete-with-payload': {
    sv: 'Lämna grafen tom när händelsen tar bort resursen.',
    en: 'Leave the graph empty when the event deletes the resource.',
  },
  'not-due': {
    sv: 'Vänta med att läsa flödet: det vill inte bli frågat så ofta.',
    en: 'Wait before reading the feed: it does not want to be asked this often.',
  },
  'transaction-open': {
    sv: 'Avsluta transaktionen: dess händelser väntar tills den är avslutad.',
    en: 'Finish the transaction: its events wait until it is finished.',
  },
  'transaction-endless': {
    sv: 'Ange med ldes:transactionFinalizedPath när en transaktion är avslutad: händelserna tas en och en.',
    en: 'Say with ldes:transactionFinalizedPath when a transaction is finished: events are taken one by one.',
  },
  resumed: {
    sv: 'Läsningen fortsatte där den förra bröts: sidor som inte har ändrats hämtades inte igen.',
    en: 'The reading went on where the last one broke off: pages that have not changed were not fetched again.',
  },
  'page-gone': {
    sv: 'Sidan är borttagen; dess händelser räknas som rensade.',
    en: 'The page is gone; its events count as cleared away.',
  },
  'may-have-missed': {
    sv: 'Läs om hela källan: flödet har rensat händelser sedan det lästes senast.',
    en: 'Read the whole source again: the feed has cleared events away since it was last read.',
  },
} as const satisfies Record<string, Text>

export type FaultCode = keyof typeof faults
export type NoteCode = keyof typeof notes

type FeedRule = `feed-${FaultCode | NoteCode}`

/** The name of a remark in reports. */
export function feedRule(code: FaultCode | NoteCode): FeedRule {
  return `feed-${code}`
}

const hint: Text = {
  sv: 'Händelsen lämnades utanför; resursen är som den var.',
  en: 'The event was left out; the resource is as it was.',
}

/** Every remark as a row of the table of remarks upon sources. */
export const feedNoteRows = Object.fromEntries([
  ...Object.entries(faults).map(([code, message]) => [
    `feed-${code}`,
    { severity: 'warning', message, hint },
  ]),
  ...Object.entries(notes).map(([code, message]) => [`feed-${code}`, { severity: 'info', message }]),
]) as Readonly<Record<FeedRule, { severity: 'warning' | 'info'; message: Text; hint?: Text }>>

interface About {
  readonly member?: string
  readonly page: string
  /** What was found, where that helps. */
  readonly value?: string
}

/** A member that was left out, and why. */
export interface FeedFault extends About {
  readonly code: FaultCode
  readonly text: Text
}

/** Something worth telling about a member or page that was read all the same. */
export interface FeedNote extends About {
  readonly code: NoteCode
  readonly text: Text
}

export function faultOf(code: FaultCode, about: About): FeedFault {
  return { code, text: faults[code], ...about }
}

export function noteOf(code: NoteCode, about: About): FeedNote {
  return { code, text: notes[code], ...about }
}
