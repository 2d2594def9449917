// INSPIRE themes and ISO topic categories, and the EU data themes that they are part of.
// Sources: DCAT-AP-SE, docs/geodata (github.com/diggsweden/DCAT-AP-SE); the alignments of INSPIRE themes and topic
// categories with data themes (github.com/SEMICeu/iso-19139-to-dcat-ap). Labels are names.
import type { Text } from '../finding.ts'

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
