// The tables of the mapping from ISO 19139 to DCAT-AP-SE: code values and what they become.
// Sources: DCAT-AP-SE, docs/geodata (github.com/diggsweden/DCAT-AP-SE); the alignments of INSPIRE themes and topic
// categories with data themes (github.com/SEMICeu/iso-19139-to-dcat-ap). Labels are names.
import type { Text } from '../finding.ts'

export const INSPIRE_THEME = 'http://inspire.ec.europa.eu/theme/'
export const DATA_THEME = 'http://publications.europa.eu/resource/authority/data-theme/'
export const TOPIC = 'http://inspire.ec.europa.eu/metadata-codelist/TopicCategory/'
export const ROLE = 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/'
export const HVD_REGULATION = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

const themeTable = `
  ac | ENVI | Atmosfäriska förhållanden | Atmospheric conditions
  ad | GOVE | Adresser | Addresses
  af | AGRI | Jordbruks- och vattenbruksanläggningar | Agricultural and aquaculture facilities
  am | ENVI | Områden med särskild förvaltning/begränsningar/reglering samt enheter för rapportering | Area management/restriction/regulation zones and reporting units
  au | GOVE | Administrativa enheter | Administrative units
  br | ENVI | Biogeografiska regioner | Bio-geographical regions
  bu | ECON | Byggnader | Buildings
  cp | ECON | Fastighetsområden | Cadastral parcels
  ef | ENVI | Anläggningar för miljöövervakning | Environmental monitoring facilities
  el | TECH | Höjd | Elevation
  er | ENER | Energiresurser | Energy resources
  ge | TECH | Geologi | Geology
  gg | TECH | Geografiska rutnätssystem | Geographical grid systems
  gn | GOVE | Ortnamn | Geographical names
  hb | ENVI | Naturtyper och biotoper | Habitats and biotopes
  hh | HEAL | Människors hälsa och säkerhet | Human health and safety
  hy | ENVI | Hydrografi | Hydrography
  lc | ENVI | Landtäcke | Land cover
  lu | TECH | Markanvändning | Land use
  mf | ENVI | Geografiska meteorologiska förhållanden | Meteorological geographical features
  mr | ECON | Mineralfyndigheter | Mineral resources
  nz | ENVI | Naturliga riskområden | Natural risk zones
  of | ENVI | Geografiska oceanografiska förhållanden | Oceanographic geographical features
  oi | TECH | Ortofoto | Orthoimagery
  pd | SOCI | Befolkningsfördelning – demografi | Population distribution — demography
  pf | ECON | Produktions- och industrianläggningar | Production and industrial facilities
  ps | ENVI | Skyddade områden | Protected sites
  rs | TECH | Referenskoordinatsystem | Coordinate reference systems
  sd | ENVI | Arters utbredning | Species distribution
  so | ENVI | Mark | Soil
  sr | ENVI | Havsregioner | Sea regions
  su | SOCI | Statistiska enheter | Statistical units
  tn | TRAN | Transportnät | Transport networks
  us | GOVE | Allmännyttiga och offentliga tjänster | Utility and governmental services
`

export interface InspireTheme {
  readonly code: string
  /** Code of the EU data theme. */
  readonly dataTheme: string
  readonly label: Text
}

/** INSPIRE spatial data themes by code. */
export const inspireThemes: ReadonlyMap<string, InspireTheme> = new Map(
  themeTable
    .trim()
    .split('\n')
    .map((row) => {
      const [code, dataTheme, sv, en] = row.split('|').map((cell) => cell.trim())
      return [code, { code, dataTheme, label: { sv, en } }]
    }),
)

/**
 * Data themes by ISO topic category: what the alignment to INSPIRE themes and on to data themes gives; where that
 * road ends in several themes only by loose kinship, the theme that the category is named for.
 */
export const topicThemes: Readonly<Record<string, readonly string[]>> = {
  biota: ['ENVI'],
  boundaries: ['GOVE'],
  climatologyMeteorologyAtmosphere: ['ENVI'],
  economy: ['ECON'],
  elevation: ['TECH'],
  environment: ['ENVI'],
  farming: ['AGRI'],
  geoscientificInformation: ['TECH'],
  health: ['HEAL'],
  imageryBaseMapsEarthCover: ['TECH'],
  inlandWaters: ['ENVI'],
  location: ['GOVE'],
  oceans: ['ENVI'],
  planningCadastre: ['ECON'],
  society: ['SOCI'],
  structure: ['ECON'],
  transportation: ['TRAN'],
  utilitiesCommunication: ['GOVE'],
}

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
