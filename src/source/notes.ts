// What a reader may remark upon while it reads: how grave each remark is, and what it says.
import type { Finding, Severity, Text } from '../finding.ts'
import { feedNoteRows } from './ldes/faults.ts'

export interface NoteRow {
  readonly severity: Severity
  /** Template with the placeholders of the note's params. */
  readonly message: Text
  readonly hint?: Text
}

const warning = (sv: string, en: string, hint?: Text): NoteRow => ({
  severity: 'warning',
  message: { sv, en },
  ...(hint && { hint }),
})
const info = (sv: string, en: string, hint?: Text): NoteRow => ({
  ...warning(sv, en, hint),
  severity: 'info',
})

export const noteTable = {
  ...feedNoteRows,
  'source-redirect-code': warning(
    'Svara med 301, 303, 307 eller 308 i stället för {status} när {url} hänvisar vidare.',
    'Answer with 301, 303, 307 or 308 instead of {status} when {url} redirects.',
    {
      sv: 'Sveriges dataportal följer inte {status}; grunddata gör det.',
      en: 'Sveriges dataportal does not follow {status}; grunddata does.',
    },
  ),
  'source-moved': info(
    'Ändra källans adress till {to}: {url} har flyttat för gott.',
    'Change the address of the source to {to}: {url} has moved for good.',
  ),
  'source-next-literal': warning(
    'Skriv adressen till nästa sida som en länk, inte som en text.',
    'Write the address of the next page as a link, not as a text.',
    {
      sv: 'Andra program ser då inte att det finns fler sidor.',
      en: 'Other programs will miss the pages that follow.',
    },
  ),
  'source-next-foreign': warning(
    'Låt länken till nästa sida leda till samma värd: {url} leder till {host}.',
    'Let the link to the next page lead to the same host: {url} leads to {host}.',
    {
      sv: 'Det beror ofta på att servern inte känner till sin adress bakom en proxy.',
      en: 'Often the server does not know its address behind a proxy.',
    },
  ),
  'source-page-cycle': warning(
    'Låt sista sidan sakna länk till nästa: {url} leder tillbaka till en sida som redan lästs.',
    'Let the last page have no link to a next one: {url} leads back to a page that was read already.',
  ),
  'source-page-repeated': warning(
    'Låt varje sida ha sitt eget innehåll: {url} är likadan som {other}.',
    'Let each page have content of its own: {url} is the same as {other}.',
  ),
  'source-total-differs': warning(
    'Låt antalet stämma: källan säger {stated} men {found} hittades.',
    'Let the total be right: the source says {stated} but {found} were found.',
    {
      sv: 'Finns det fler sidor, så länka till dem; annars rätta antalet.',
      en: 'If there are more pages, link to them; otherwise correct the total.',
    },
  ),
  'source-total-varies': warning(
    'Låt alla sidor ange samma antal: det ändrades från {stated} till {found} under läsningen.',
    'Let all pages give the same total: it changed from {stated} to {found} during the reading.',
  ),
  'source-order-unstable': warning(
    'Låt ordningen mellan sidorna vara fast: samma poster kom på flera sidor ({count}).',
    'Keep the order between the pages fixed: the same records came on several pages ({count}).',
    {
      sv: 'När ordningen ändras mellan sidorna tappas andra poster bort.',
      en: 'When the order changes between pages, other records are lost.',
    },
  ),
  'source-order-unknown': info(
    'Låt tjänsten kunna sortera efter identifierare: {url} läses osorterad.',
    'Let the service sort by identifier: {url} is read unsorted.',
    {
      sv: 'När ordningen ändras mellan sidorna tappas poster bort.',
      en: 'When the order changes between pages, records are lost.',
    },
  ),
  'source-more-pages': warning(
    'Välj läsaren hydra: {url} har fler sidor, och bara den första lästes.',
    'Choose the reader hydra: {url} has more pages, and only the first was read.',
  ),
  'source-more-catalogs': warning(
    'Välj läsaren subcatalogs: {count} underkataloger är bara nämnda och lästes inte.',
    'Choose the reader subcatalogs: {count} sub-catalogues are only mentioned and were not read.',
  ),
  'source-text-lost': warning(
    'Rätta skrivfelen i {url}: delar av texten gick inte att läsa.',
    'Correct the syntax errors in {url}: parts of the text could not be read.',
    {
      sv: 'Inget tas bort ur det insamlade så länge felen finns.',
      en: 'Nothing is removed from what was collected while the errors are there.',
    },
  ),
  'source-packed': info(
    'Lägg ut {url} opackad, eller ange gzip i Content-Encoding: filen är packad och packades upp för att läsas.',
    'Publish {url} unpacked, or state gzip in Content-Encoding: the file is packed and was unpacked to be read.',
    {
      sv: 'Många program läser inte en packad fil som en katalog.',
      en: 'Many programs do not read a packed file as a catalogue.',
    },
  ),
  'source-validator-stuck': warning(
    'Ändra ETag eller Last-Modified när innehållet ändras: {url} ändrades utan det.',
    'Change ETag or Last-Modified when the content changes: {url} changed without it.',
    {
      sv: 'Den som frågar om något är nytt får annars alltid svaret nej.',
      en: 'Whoever asks whether there is anything new is otherwise always told no.',
    },
  ),
  'source-not-rdfxml': info(
    'Publicera katalogen som RDF/XML också: {url} är {syntax}.',
    'Publish the catalogue as RDF/XML too: {url} is {syntax}.',
    {
      sv: 'Sveriges dataportal läser bara RDF/XML; grunddata convert skriver om katalogen.',
      en: 'Sveriges dataportal reads RDF/XML only; grunddata convert rewrites the catalogue.',
    },
  ),
  'source-paged': info(
    'Publicera hela katalogen på en adress också: {url} är uppdelad i {count} sidor.',
    'Publish the whole catalogue at one address too: {url} is divided into {count} pages.',
    { sv: 'Sveriges dataportal läser en enda adress.', en: 'Sveriges dataportal reads a single address.' },
  ),
  'source-record-unread': warning(
    'Rätta posten {id}: den gick inte att läsa ({reason}).',
    'Correct the record {id}: it could not be read ({reason}).',
  ),
  'source-value-unread': warning(
    'Rätta {field} i {id}: ”{value}” gick inte att ta över till DCAT-AP-SE.',
    'Correct {field} of {id}: “{value}” could not be taken over into DCAT-AP-SE.',
  ),
  'source-revision': info('Läst ur git-versionen {revision}.', 'Read from the git revision {revision}.'),
  'source-page-without-data': info(
    'Lägg JSON-LD om datamängden i sidan {url}: där finns ingen.',
    'Put JSON-LD about the dataset into the page {url}: there is none.',
  ),
} as const satisfies Record<string, NoteRow>

export type NoteName = keyof typeof noteTable

/** A remark upon a source; it loses nothing. */
export interface SourceNote {
  readonly rule: NoteName
  /** The address it is about. */
  readonly url: string
  readonly params?: Readonly<Record<string, string | number | Text>>
}

/** A note as a finding, for reports. */
export function noteFinding({ rule, url, params = {} }: SourceNote): Finding {
  const row: NoteRow = noteTable[rule]
  const fill = (template: Text): Text => ({ sv: filled(template, 'sv'), en: filled(template, 'en') })
  const filled = (template: Text, lang: keyof Text) =>
    template[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = name === 'url' ? url : (params[name] ?? '')
      return typeof value === 'object' ? value[lang] : String(value)
    })
  return {
    rule,
    severity: row.severity,
    message: fill(row.message),
    focus: { label: { sv: url, en: url } },
    location: { file: url, line: 1, column: 1 },
    ...(row.hint && { hint: fill(row.hint) }),
  }
}
