// The property table against the facts of the specification: every row of dcat-ap-se-3.0.1.json, nothing else.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { classes, classOfType, compactName, expandName, propertyLabel } from '../src/dcat/index.ts'

interface JsonRow {
  readonly iri: string
  readonly prefixed: string
  readonly label: { readonly sv: string; readonly en: string }
  readonly obligation: string
  readonly min: number
  readonly max: number | null
  readonly nodetype: string | null
  readonly datatypes?: readonly string[]
  readonly rangeClasses?: readonly string[]
  readonly codeList?: string
  readonly inScheme?: string
  readonly pattern?: string
  readonly valueTemplate?: string
  readonly fixedValue?: string
  readonly condition?: { readonly path: string; readonly value: string }
  readonly group?: { readonly id: string }
  readonly deprecated?: boolean
}

interface JsonClass {
  readonly id: string
  readonly section: string
  readonly label: { readonly sv: string; readonly en: string }
  readonly rdfTypeIris: readonly string[]
  readonly properties: readonly JsonRow[]
}

const shared = process.env.GRUNDDATA_SHARED ?? join(import.meta.dirname, '../../shared')
const factsFile = join(shared, 'reference/dcat-ap-se-3.0.1.json')
const missing = !existsSync(factsFile)

/** Where our table says something else on purpose. */
const labelReasons: Readonly<Record<string, string>> = {
  'dcat:foaf:Agent dcterms:identifier': 'the published Swedish label is misspelt (Indentifierare)',
}

const kinds: Readonly<Record<string, string>> = {
  LANGUAGE_LITERAL: 'text',
  ONLY_LITERAL: 'plain',
  LITERAL: 'literal',
  DATATYPE_LITERAL: 'typed',
  URI: 'iri',
  RESOURCE: 'resource',
}

function rowFromJson(row: JsonRow) {
  return {
    property: row.iri,
    obligation: row.condition ? 'conditional' : row.obligation,
    cardinality: `${row.min}..${row.max ?? 'n'}`,
    value: kinds[row.nodetype ?? 'RESOURCE'],
    datatypes: row.datatypes ?? [],
    range: row.rangeClasses ?? [],
    list: row.codeList,
    scheme: row.inScheme,
    pattern: row.pattern,
    prefix: row.valueTemplate?.replace('$1', ''),
    fixed: row.fixedValue,
    when: row.condition && `${row.condition.path} ${row.condition.value}`,
    grouped: row.group !== undefined,
    deprecated: row.deprecated ?? false,
  }
}

function rowFromTable(row: (typeof classes)[number]['properties'][number]) {
  return {
    property: row.property,
    obligation: row.obligation,
    cardinality: `${row.min}..${row.max ?? 'n'}`,
    value: row.value,
    datatypes: row.datatypes,
    range: row.range,
    list: row.list,
    scheme: row.scheme,
    pattern: row.pattern,
    prefix: row.prefix,
    fixed: row.fixed,
    when: row.when && `${row.when.property} ${row.when.value}`,
    grouped: row.group !== undefined,
    deprecated: row.deprecated,
  }
}

describe('the property table', () => {
  it('has 23 classes and 176 rows', () => {
    expect(classes).toHaveLength(23)
    expect(classes.reduce((sum, each) => sum + each.properties.length, 0)).toBe(176)
  })

  it('names classes in running text in both languages', () => {
    for (const { definite } of classes) {
      expect(definite.en).toMatch(/^the /)
      expect(definite.sv).toMatch(/(en|an|et|nen)$/)
    }
  })

  it('gives labels in the words of a class', () => {
    const conformsTo = expandName('dcterms:conformsTo')
    expect(propertyLabel(conformsTo, expandName('dcat:Distribution'))?.sv).toBe('Länkade scheman')
    expect(propertyLabel(conformsTo)?.sv).toBe('Uppfyller')
    expect(propertyLabel('https://example.se/unknown')).toBeUndefined()
  })

  it('expands and compacts names', () => {
    expect(compactName(expandName('dcat:byteSize'))).toBe('dcat:byteSize')
    expect(compactName('https://example.se/x')).toBe('https://example.se/x')
    expect(() => expandName('nope:title')).toThrow('nope:title')
  })

  it('finds the class of a type', () => {
    expect(classOfType(expandName('foaf:Organization'))?.id).toBe('dcat:foaf:Agent')
    expect(classOfType('https://example.se/T')).toBeUndefined()
  })

  it.skipIf(missing)('states every row of the specification, and nothing else', () => {
    const facts = JSON.parse(readFileSync(factsFile, 'utf8')) as { classes: Record<string, JsonClass> }
    const wanted = Object.values(facts.classes)
    expect(classes.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
    for (const each of wanted) {
      const ours = classes.find(({ id }) => id === each.id)
      expect(ours?.section, each.id).toBe(each.section)
      expect(ours?.label, each.id).toEqual(each.label)
      expect(ours?.types, each.id).toEqual(each.rdfTypeIris)
      expect(ours?.properties.map(rowFromTable), each.id).toEqual(each.properties.map(rowFromJson))
      each.properties.forEach((row, index) => {
        if (labelReasons[`${each.id} ${row.prefixed}`] === undefined)
          expect(ours?.properties[index].label, `${each.id} ${row.prefixed}`).toEqual(row.label)
      })
    }
  })
})
