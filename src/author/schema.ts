// The JSON Schema of the YAML form, made from the property table: editors complete and check with it.
import { type ClassName, classKeys, classNames, kindsOf, type PropertyKey, RDF_TYPE } from '../dcat/index.ts'
import type { Profile } from '../profile/index.ts'
import { type JsonSchema, listDefinitions, ref, valueSchema } from './schema-values.ts'
import { OTHERS, sections } from './sections.ts'

/** JSON Schema (draft 7) of a file in the YAML form. */
export function catalogSchema(vocabularies: Profile['vocabularies']): JsonSchema {
  const definitions: Record<string, JsonSchema> = { ...shared, ...listDefinitions(vocabularies) }
  for (const name of classNames) {
    definitions[`${name}Fields`] = fieldsSchema(name, vocabularies)
    const required = requiredKeys(name)
    const { label } = classKeys[name].facts
    definitions[name] = {
      title: `${label.sv} · ${label.en}`,
      allOf: [ref(`${name}Fields`)],
      ...(required.length > 0 && { required }),
    }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'DCAT-AP-SE-katalog i YAML · DCAT-AP-SE catalogue in YAML',
    description:
      'Läses av ”grunddata build”. Skapad ur egenskapstabellen för DCAT-AP-SE 3.0.1. · Read by “grunddata build”. Made from the property table of DCAT-AP-SE 3.0.1.',
    type: 'object',
    additionalProperties: false,
    properties: topProperties(),
    definitions,
  }
}

function topProperties(): JsonSchema {
  const properties: Record<string, JsonSchema> = {
    $schema: { type: 'string' },
    base: {
      type: 'string',
      pattern: '^https?://',
      description:
        'Det som alla adresser som skapas börjar med. · What all addresses that are made begin with.',
    },
    language: {
      type: 'string',
      description:
        'Språk för texter som inte anger något; förval sv. · Language of texts without one; default sv.',
    },
    defaults: {
      type: 'object',
      description: 'Värden som gäller där inget annat anges. · Values that hold where nothing else is given.',
      additionalProperties: false,
      properties: Object.fromEntries(sections.map(({ class: name, one }) => [one, ref(`${name}Fields`)])),
    },
  }
  for (const { class: name, one, many } of sections) {
    properties[one] = ref(name)
    properties[many] = severalOf(ref(name))
  }
  properties[OTHERS] = severalOf(ref('Other'))
  return properties
}

/** A list, or a mapping by id. */
function severalOf(item: JsonSchema): JsonSchema {
  return {
    anyOf: [
      { type: 'array', items: item },
      { type: 'object', additionalProperties: item },
    ],
  }
}

const otherTerms: JsonSchema = {
  description:
    'Uppgifter utanför profilen: egenskap och RDF-värden i N-Triples. · Statements outside the profile: property and RDF terms in N-Triples.',
  type: 'object',
  additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
}

const shared: Readonly<Record<string, JsonSchema>> = {
  Text: { type: ['string', 'number', 'boolean'] },
  Texts: {
    description: 'En text, eller texter per språk (sv, en). · A text, or texts by language (sv, en).',
    anyOf: [
      ref('Text'),
      {
        type: 'object',
        propertyNames: { pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' },
        properties: { sv: textOrTexts(), en: textOrTexts() },
        additionalProperties: textOrTexts(),
      },
    ],
  },
  OtherTerms: otherTerms,
  Other: {
    type: 'object',
    required: ['iri'],
    properties: { class: classWord(), iri: { type: 'string' }, other: ref('OtherTerms') },
  },
}

function textOrTexts(): JsonSchema {
  return { anyOf: [ref('Text'), { type: 'array', items: ref('Text') }] }
}

function classWord(): JsonSchema {
  return { enum: [...classNames, 'none'] }
}

function fieldsSchema(name: ClassName, vocabularies: Profile['vocabularies']): JsonSchema {
  const { keys } = classKeys[name]
  const kinds = [...kindsOf(name).keys()]
  const properties: Record<string, JsonSchema> = {
    id: {
      type: ['string', 'number'],
      description:
        'Kort namn, unikt i sin klass; adressen görs av det. · Short name, unique in its class; the address is made of it.',
    },
    iri: {
      type: 'string',
      description: 'Adress, när den inte ska göras av id. · Address, when it is not made of the id.',
    },
    class: classWord(),
    other: ref('OtherTerms'),
    ...(kinds.length > 1 && { kind: { enum: kinds } }),
    ...(name === 'Distribution' && {
      dataset: { type: 'string', description: 'Id för datamängden. · Id of the dataset.' },
    }),
  }
  for (const key of keys.values())
    if (key.property !== RDF_TYPE) properties[key.key] = { ...about(key), ...valueSchema(key, vocabularies) }
  return { type: 'object', additionalProperties: false, properties }
}

const obligations = {
  mandatory: 'obligatorisk · mandatory',
  conditional: 'obligatorisk ibland · sometimes mandatory',
  recommended: 'rekommenderad · recommended',
  optional: 'valfri · optional',
} as const

function about({ rows: [{ label, name, obligation }] }: PropertyKey): JsonSchema {
  return { title: `${label.sv} · ${label.en}`, description: `${name}, ${obligations[obligation]}` }
}

/** Mandatory, and not likely to be the same for all: what defaults and the catalogue do not give. */
function requiredKeys(name: ClassName): readonly string[] {
  return [...classKeys[name].keys.values()]
    .filter(({ isMandatory, rows: [{ value }] }) => isMandatory && value === 'text')
    .map(({ key }) => key)
}
