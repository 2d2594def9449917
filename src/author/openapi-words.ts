// The words of an x-dcat block and the properties they stand for. Source: the examples and the mapping of
// DCAT-AP-SE-Processor (https://github.com/diggsweden/DCAT-AP-SE-Processor).
import type { ClassName } from '../dcat/index.ts'

/** Parts of a block and the class each describes. */
export const parts: Readonly<Record<string, ClassName>> = {
  'dcat-catalog': 'Catalog',
  'dcat-dataset': 'Dataset',
  'dcat-datasetseries': 'DatasetSeries',
  'dcat-distribution': 'Distribution',
  'dcat-dataservice': 'DataService',
}

/** Words that are not the key of the property table, by class (`*`: any). */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    spatialUrl: 'spatial',
    location: 'spatial',
    adms: 'otherIdentifier',
    licensedoc: 'license',
    licenseurl: 'license',
    formatMedia: 'format',
    formatGeo: 'format',
    formatText: 'format',
    'other agent': 'qualifiedAttribution',
  },
  ContactPoint: {
    name: 'fn',
    email: 'hasEmail',
    phone: 'hasTelephone',
    address: 'hasAddress',
    url: 'hasURL',
  },
  Offer: { page: 'mainEntityOfPage' },
  Checksum: { value: 'checksumValue' },
  Relationship: { role: 'hadRole' },
}

/** The key of the property table for a word of a class. */
export function keyOfWord(name: ClassName, word: string): string {
  return words[name]?.[word] ?? words['*'][word] ?? word
}

/** The order in which an address is written in one text: `Storgatan 1; 123 45; Exempelstad; Sverige`. */
export const addressParts = ['streetAddress', 'postalCode', 'locality', 'countryName'] as const

/** Licences by their SPDX identifier, which OpenAPI 3.1 has. */
export const licenceBySpdx: Readonly<Record<string, string>> = {
  'CC0-1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'http://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'http://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'http://creativecommons.org/licenses/by-nc/4.0/',
  'CC-BY-ND-4.0': 'http://creativecommons.org/licenses/by-nd/4.0/',
  'CC-BY-NC-SA-4.0': 'http://creativecommons.org/licenses/by-nc-sa/4.0/',
  'CC-BY-NC-ND-4.0': 'http://creativecommons.org/licenses/by-nc-nd/4.0/',
}
