// The JSON Schema of sources.yaml, made from the table of its keys: editors complete and check with it.
import { type Field, type FieldTable, type Kind, sourceFields, topFields } from './fields.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/** JSON Schema (draft 7) of a list of sources. */
export function sourcesSchema(): JsonSchema {
  const source = { $ref: '#/definitions/Source' }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Källor att samla in · Sources to collect',
    description:
      'Läses av ”grunddata sources” och ”grunddata harvest”. · Read by “grunddata sources” and “grunddata harvest”.',
    type: 'object',
    additionalProperties: false,
    required: ['sources'],
    properties: {
      $schema: { type: 'string' },
      contact: fieldSchema(topFields.contact),
      defaults: { ...objectSchema(sourceFields), description: words(topFields.defaults) },
      sources: {
        anyOf: [
          { type: 'array', items: { allOf: [source], required: requiredKeys(sourceFields) } },
          { type: 'object', additionalProperties: { allOf: [source], required: ['url'] } },
        ],
      },
    },
    definitions: { Source: objectSchema(sourceFields) },
  }
}

function objectSchema(fields: FieldTable): JsonSchema {
  const properties = Object.entries(fields).map(([key, field]) => [key, fieldSchema(field)])
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) }
}

function requiredKeys(fields: FieldTable): readonly string[] {
  return Object.keys(fields).filter((key) => fields[key].isRequired)
}

function fieldSchema(field: Field): JsonSchema {
  return {
    description: words(field),
    ...kindSchema(field.kind),
    ...(field.example !== undefined && { examples: [field.example] }),
  }
}

function words({ does }: Field): string {
  return `${does.sv} · ${does.en}`
}

function kindSchema(kind: Kind): JsonSchema {
  switch (kind.as) {
    case 'text':
      return { type: 'string', ...(kind.pattern && !kind.pattern.flags && { pattern: kind.pattern.source }) }
    case 'choice':
      return { enum: kind.of }
    case 'boolean':
      return { type: 'boolean' }
    case 'number':
      return {
        type: kind.isWhole ? 'integer' : 'number',
        minimum: kind.min,
        ...(kind.max !== undefined && { maximum: kind.max }),
      }
    case 'texts':
      return { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }
    case 'fields':
      return objectSchema(kind.fields)
    case 'words':
      return { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } }
  }
}
