// Where the cursor stands in half-written text: `|` marks it.
import { describe, expect, it } from 'vitest'
import { placeAt } from '../src/lsp/place.ts'
import { tokensOf } from '../src/lsp/turtle-cursor.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const prefixes = `@prefix dcat: <${DCAT}> . @prefix dcterms: <${DCT}> . @prefix ex: <https://x.example.se/> .\n`

function at(marked: string, form: 'turtle' | 'json' | 'yaml') {
  const text = form === 'turtle' ? prefixes + marked : marked
  const place = placeAt(text.replace('|', ''), text.indexOf('|'), form)
  return {
    wants: place.wants,
    types: place.types.map((type) => type.replace(/^.*[#/]/, '')),
    property: place.property?.replace(/^.*[#/]/, ''),
    typed: place.typed,
    used: [...place.used].map((iri) => iri.replace(/^.*[#/]/, '')),
  }
}

describe('Turtle', () => {
  it.each([
    ['a new property', 'ex:a a dcat:Dataset ; |', { wants: 'property', types: ['Dataset'], used: ['type'] }],
    [
      'a begun property',
      'ex:a a dcat:Dataset ; dcterms:ti|',
      { wants: 'property', typed: 'dcterms:ti', used: ['type'] },
    ],
    [
      'a value',
      'ex:a a dcat:Dataset ; dcterms:accrualPeriodicity |',
      { wants: 'value', property: 'accrualPeriodicity' },
    ],
    [
      'a begun value',
      'ex:a a dcat:Dataset ; dcat:theme miljö|',
      { wants: 'value', property: 'theme', typed: 'miljö' },
    ],
    ['one more value', 'ex:a a dcat:Dataset ; dcat:theme <x> , |', { wants: 'value', property: 'theme' }],
    ['a class', 'ex:a a |', { wants: 'class' }],
    ['a subject', 'ex:a a dcat:Dataset . |', { wants: 'nothing' }],
    [
      'a class that comes later',
      'ex:a dcterms:title "x" ; | ; a dcat:Dataset .',
      { wants: 'property', types: ['Dataset'] },
    ],
    [
      'a nameless node',
      'ex:a a dcat:Dataset ; dcterms:temporal [ | ] .',
      { wants: 'property', types: ['PeriodOfTime'] },
    ],
    [
      'after a nameless node',
      'ex:a a dcat:Dataset ; dcterms:temporal [ dcat:startDate 1 ] ; |',
      { wants: 'property', types: ['Dataset'] },
    ],
    [
      'a text with marks in it',
      'ex:a a dcat:Dataset ; dcterms:title "a ; b . c" ; |',
      { wants: 'property', types: ['Dataset'] },
    ],
    [
      'a text that is not ended',
      'ex:a a dcat:Dataset ; dcterms:title "a\n ; dcat:theme |',
      { property: 'theme' },
    ],
    ['a comment', 'ex:a a dcat:Dataset ; # ; . [\n |', { wants: 'property', types: ['Dataset'] }],
  ])('%s', (_, marked, expected) => expect(at(marked, 'turtle')).toMatchObject(expected))

  it('ends a name before the dot that ends the statement', () => {
    expect(tokensOf('ex:a ex:b ex:c.d.').map(({ text }) => text)).toEqual(['ex:a', 'ex:b', 'ex:c.d', '.'])
    expect(tokensOf('ex:a ex:b 1.5 .').map(({ text }) => text)).toEqual(['ex:a', 'ex:b', '1.5', '.'])
  })
})

describe('JSON-LD', () => {
  it.each([
    ['a new key', '{"@type": "dcat:Dataset", "|": 1}', { wants: 'property', types: ['Dataset'] }],
    [
      'a value',
      '{"@type": "Dataset", "dcat:theme": "|"}',
      { wants: 'value', property: 'theme', types: ['Dataset'] },
    ],
    [
      'a reference',
      '{"@type": "Dataset", "dcat:theme": {"@id": "|"}}',
      { wants: 'value', property: 'theme' },
    ],
    ['a class', '{"@type": "|"}', { wants: 'class' }],
    ['a value in a list', '{"@type": "Dataset", "theme": ["x", "|"]}', { wants: 'value', property: 'theme' }],
    [
      'what follows an inner object',
      '{"@type": "Dataset", "publisher": {"name": "x"}, "|"',
      { wants: 'property', types: ['Dataset'], used: ['publisher'] },
    ],
  ])('%s', (_, marked, expected) => expect(at(marked, 'json')).toMatchObject(expected))
})

describe('YAML', () => {
  it.each([
    [
      'a key of a dataset',
      'datasets:\n  luft:\n    title: x\n    |',
      { wants: 'property', types: ['Dataset'], used: ['title'] },
    ],
    ['a begun key', 'dataset:\n  the|\n  title: x', { wants: 'property', typed: 'the', used: ['title'] }],
    ['a value', 'dataset:\n  theme: mil|', { wants: 'value', property: 'theme', typed: 'mil' }],
    ['a value in a list', 'dataset:\n  theme:\n    - mil|', { wants: 'value', property: 'theme' }],
    [
      'a distribution inside',
      'dataset:\n  distribution:\n    - title: x\n      |',
      { wants: 'property', types: ['Distribution'] },
    ],
    ['the top', '|', { wants: 'nothing' }],
  ])('%s', (_, marked, expected) => expect(at(marked, 'yaml')).toMatchObject(expected))
})
