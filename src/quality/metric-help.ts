// What each indicator looks at and how to win it, for people; and the rules of validate that speak of the same thing.
import type { Text } from '../finding.ts'
import type { metrics } from './metrics.ts'

export interface MetricHelp {
  /** What is looked at, and what wins it. */
  readonly text: Text
  /** Ids of rules that `grunddata explain` tells more of. */
  readonly rules: readonly string[]
}

const help = (sv: string, en: string, ...rules: readonly string[]): MetricHelp => ({
  text: { sv, en },
  rules,
})

const table: Readonly<Record<(typeof metrics)[number]['id'], MetricHelp>> = {
  keywordAvailability: help(
    'Vinns av minst ett nyckelord (dcat:keyword) på datamängden.',
    'Won by at least one keyword (dcat:keyword) on the dataset.',
    'dataset-keyword-missing',
  ),
  categoryAvailability: help(
    'Vinns av minst ett tema (dcat:theme) på datamängden.',
    'Won by at least one theme (dcat:theme) on the dataset.',
    'dataset-theme-missing',
  ),
  spatialAvailability: help(
    'Vinns av ett geografiskt område (dcterms:spatial) på datamängden.',
    'Won by a spatial coverage (dcterms:spatial) on the dataset.',
    'dataset-spatial-missing',
  ),
  temporalAvailability: help(
    'Vinns av en tidsperiod (dcterms:temporal) på datamängden.',
    'Won by a temporal coverage (dcterms:temporal) on the dataset.',
    'dataset-temporal-missing',
  ),
  accessUrlStatusCode: help(
    'Vinns när distributionens åtkomstadress (dcat:accessURL) svarar. Prövas bara med --links.',
    'Won when the access URL of the distribution (dcat:accessURL) answers. Only tried with --links.',
    'access-url-unreachable',
    'distribution-access-url-missing',
  ),
  downloadUrlAvailability: help(
    'Vinns av en adress direkt till filen (dcat:downloadURL) på distributionen.',
    'Won by an address straight to the file (dcat:downloadURL) on the distribution.',
    'distribution-download-url-form',
  ),
  downloadUrlStatusCode: help(
    'Vinns när nedladdningsadressen (dcat:downloadURL) svarar. Prövas bara med --links.',
    'Won when the download URL (dcat:downloadURL) answers. Only tried with --links.',
  ),
  formatAvailability: help(
    'Vinns av ett format (dcterms:format) på distributionen.',
    'Won by a format (dcterms:format) on the distribution.',
    'distribution-format-missing',
  ),
  mediaTypeAvailability: help(
    'Vinns av en medietyp (dcat:mediaType) på distributionen. DCAT-AP-SE använder dcterms:format i stället; grunddata upgrade --to-eu lägger till medietypen.',
    'Won by a media type (dcat:mediaType) on the distribution. DCAT-AP-SE uses dcterms:format instead; grunddata upgrade --to-eu adds the media type.',
  ),
  formatMediaTypeVocabularyAlignment: help(
    'Vinns när formatet och medietypen är skrivna så som EU:s och IANA:s listor skriver dem.',
    'Won when format and media type are written as the lists of the EU and IANA write them.',
    'distribution-format-unlisted',
  ),
  formatMediaTypeNonProprietary: help(
    'Vinns av ett format ur bedömningens lista över öppna format. GML, WFS och flera andra geografiska format saknas i listan.',
    'Won by a format of the assessment’s list of open formats. GML, WFS and several other geographic formats are not in the list.',
  ),
  formatMediaTypeMachineInterpretable: help(
    'Vinns av ett format ur bedömningens lista över maskinläsbara format. GML, WFS, GeoPackage och flera andra geografiska format saknas i listan.',
    'Won by a format of the assessment’s list of machine-readable formats. GML, WFS, GeoPackage and several other geographic formats are not in the list.',
  ),
  dcatApCompliance: help(
    'Vinns när datamängden och det som beskriver den följer strukturen i DCAT-AP 3.0.1. grunddata compare visar vad som brister. Sveriges dataportal ger inga poäng för det.',
    'Won when the dataset and what describes it follow the structure of DCAT-AP 3.0.1. grunddata compare shows what fails. Sveriges dataportal gives no points for it.',
  ),
  licenceAvailability: help(
    'Vinns av en licens (dcterms:license) på distributionen.',
    'Won by a licence (dcterms:license) on the distribution.',
    'distribution-license-missing',
  ),
  knownLicence: help(
    'Vinns av en licens ur EU:s lista, eller en Creative Commons-adress som listan hänvisar till.',
    'Won by a licence of the EU list, or an address of Creative Commons that the list refers to.',
    'distribution-license-unlisted',
  ),
  accessRightsAvailability: help(
    'Vinns av åtkomsträttigheter (dcterms:accessRights) på datamängden.',
    'Won by access rights (dcterms:accessRights) on the dataset.',
    'dataset-access-rights-missing',
  ),
  accessRightsVocabularyAlignment: help(
    'Vinns av åtkomsträttigheter ur EU:s lista, till exempel PUBLIC.',
    'Won by access rights of the EU list, for example PUBLIC.',
    'dataset-access-rights-unknown',
  ),
  contactPointAvailability: help(
    'Vinns av en kontaktuppgift (dcat:contactPoint) på datamängden.',
    'Won by a contact point (dcat:contactPoint) on the dataset.',
    'dataset-contact-point-missing',
  ),
  publisherAvailability: help(
    'Vinns av en utgivare (dcterms:publisher) på datamängden.',
    'Won by a publisher (dcterms:publisher) on the dataset.',
    'dataset-publisher-missing',
  ),
  rightsAvailability: help(
    'Vinns av en beskrivning av rättigheterna (dcterms:rights) på distributionen.',
    'Won by a statement of rights (dcterms:rights) on the distribution.',
  ),
  byteSizeAvailability: help(
    'Vinns av filens storlek i byte (dcat:byteSize) på distributionen.',
    'Won by the size of the file in bytes (dcat:byteSize) on the distribution.',
  ),
  dateIssuedAvailability: help(
    'Vinns av ett utgivningsdatum (dcterms:issued) på distributionen; datamängdens datum räknas inte.',
    'Won by a date of issue (dcterms:issued) on the distribution; the date of the dataset does not count.',
  ),
  dateModifiedAvailability: help(
    'Vinns av ett ändringsdatum (dcterms:modified) på distributionen; datamängdens datum räknas inte.',
    'Won by a date of modification (dcterms:modified) on the distribution; the date of the dataset does not count.',
  ),
}

/** The help of an indicator by its id, or undefined for another name. */
export function metricHelp(id: string): MetricHelp | undefined {
  return Object.hasOwn(table, id) ? (table as Readonly<Record<string, MetricHelp>>)[id] : undefined
}
