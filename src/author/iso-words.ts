// The tables of the mapping from ISO 19139 to DCAT-AP-SE: code values and what they become.
// Sources: DCAT-AP-SE, docs/geodata (github.com/diggsweden/DCAT-AP-SE); the alignments of INSPIRE themes and topic
// categories with data themes (github.com/SEMICeu/iso-19139-to-dcat-ap). Labels are names.

export const INSPIRE_THEME = 'http://inspire.ec.europa.eu/theme/'
export const DATA_THEME = 'http://publications.europa.eu/resource/authority/data-theme/'
export const TOPIC = 'http://inspire.ec.europa.eu/metadata-codelist/TopicCategory/'
export const ROLE = 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/'
export const HVD_REGULATION = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

/** Roles that become a prov:Attribution; the rest have a property of their own. */
export const attributedRoles: readonly string[] = [
  'resourceProvider',
  'custodian',
  'user',
  'distributor',
  'principalInvestigator',
  'processor',
  'author',
]

/** Codes of the EU frequency list by MD_MaintenanceFrequencyCode. */
export const frequencies: Readonly<Record<string, string>> = {
  continual: 'UPDATE_CONT',
  daily: 'DAILY',
  weekly: 'WEEKLY',
  fortnightly: 'BIWEEKLY',
  semimonthly: 'MONTHLY_2',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  biannually: 'ANNUAL_2',
  annually: 'ANNUAL',
  biennially: 'BIENNIAL',
  irregular: 'IRREG',
  asNeeded: 'IRREG',
  unknown: 'UNKNOWN',
}

/** Codes of the EU distribution status by MD_ProgressCode, where they mean the same. */
export const statuses: Readonly<Record<string, string>> = {
  completed: 'COMPLETED',
  underDevelopment: 'DEVELOP',
  obsolete: 'DEPRECATED',
  deprecated: 'DEPRECATED',
  withdrawn: 'WITHDRAWN',
}

/** Licences by their code in the Swedish list of restrictions on use. */
export const licenceCodes: Readonly<Record<string, string>> = {
  'CC01.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'CCby4.0': 'http://creativecommons.org/licenses/by/4.0/',
  'CCby-sa4.0': 'http://creativecommons.org/licenses/by-sa/4.0/',
}

/** Media types by protocol, in the order they are tried; matches also `OGC:WMS-1.3.0-http-get-map`. */
export const protocols: readonly (readonly [RegExp, string])[] = [
  [/\bWMTS\b/i, 'application/vnd.ogc.wmts_xml'],
  [/\bWMS\b/i, 'application/vnd.ogc.wms_xml'],
  [/\bWFS\b/i, 'application/vnd.ogc.wfs_xml'],
  [/\bWCS\b/i, 'application/vnd.ogc.wcs_xml'],
  [/\bATOM\b/i, 'application/atom+xml'],
  [/\bHTTP:Information/i, 'text/html'],
]
