// The description of the JSON API in OpenAPI 3, following Sweden's REST API profile 1.2 (general facts, level of service,
// limitations, an example of every answer, problems as RFC 9457).
import { facets } from '../search/index.ts'
import type { Site } from '../site.ts'
import { summary } from './rest.ts'

type Node = Readonly<Record<string, unknown>>

const problems = {
  '400': problem('Frågan går inte att förstå. The question cannot be understood.'),
  '404': problem('Resursen finns inte. There is no such resource.'),
  '429': problem('För många frågor. Too many requests.'),
}

function problem(description: string): Node {
  const example = {
    type: 'about:blank',
    title: 'SOURCE_NOT_FOUND',
    status: 404,
    detail: 'There is no such resource.',
    instance: '/api/v1/datasets/x',
  }
  return {
    description,
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: { problem: { value: example } },
      },
    },
  }
}

function answer(description: string, schema: string, example: unknown): Node {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
        examples: { example: { value: example } },
      },
    },
  }
}

const paging = [
  {
    name: 'page',
    in: 'query',
    required: false,
    description: 'Sida, från 1. Page, from 1.',
    schema: { type: 'integer', minimum: 1, default: 1 },
    example: 1,
  },
  {
    name: 'limit',
    in: 'query',
    required: false,
    description: 'Antal per sida. Number per page.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    example: 20,
  },
]
const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id ur en lista. Id from a list.',
  schema: { type: 'string' },
}

export function openApi(site: Site): Node {
  const example = exampleOf(site)
  const lists = {
    datasets: 'datamängder/datasets',
    series: 'serier/series',
    services: 'datatjänster/data services',
    organisations: 'organisationer/organisations',
    specifications: 'specifikationer/specifications',
    catalogues: 'kataloger/catalogues',
  }
  const paths: Record<string, Node> = {}
  for (const [path, words] of Object.entries(lists)) {
    const own = path === 'datasets' ? [...searchParameters(), ...paging] : paging
    paths[`/${path}`] = {
      get: operation({
        id: `list${capital(path)}`,
        words: `Lista ${words.split('/')[0]}. List ${words.split('/')[1]}.`,
        parameters: own,
        ok: answer('En sida av listan. A page of the list.', 'Page', {
          total: 1,
          page: 1,
          limit: 20,
          items: [example],
        }),
      }),
    }
    paths[`/${path}/{id}`] = {
      get: operation({
        id: `get${capital(path)}`,
        words: `Allt om en av ${words.split('/')[0]}. Everything on one of the ${words.split('/')[1]}.`,
        parameters: [idParameter],
        ok: answer('Beskrivningen. The description.', 'Thing', { ...example, description: {} }),
      }),
    }
  }
  const list = (id: string, words: string, value: unknown, parameters: readonly Node[] = []) => ({
    get: operation({
      id,
      words,
      parameters,
      ok: answer('Listan. The list.', 'Page', { total: 1, items: [value] }),
    }),
  })
  return {
    openapi: '3.1.0',
    info: {
      title: site.title.en,
      version: '1.0.0',
      description:
        'Det här är ett API för att söka och läsa beskrivningar av data och API:er. This is an API to search and read descriptions of data and APIs. Begränsning: högst 100 poster per svar och 1200 sökningar i minuten. Limits: at most 100 entries per answer and 1200 searches a minute.',
      contact: {
        name: site.title.sv,
        url: site.base,
        ...(site.contact !== undefined && { email: site.contact }),
      },
      license: { name: 'CC0 1.0', url: 'http://creativecommons.org/publicdomain/zero/1.0/' },
      'x-limitations': ['limit <= 100'],
      'x-sla': { availability: 'best effort', responseTime: '50 ms', support: 'none' },
    },
    externalDocs: { description: 'Dokumentation. Documentation.', url: `${site.base}api` },
    servers: [{ url: `${site.base}api/v1` }],
    paths: {
      '/api-info': {
        get: operation({
          id: 'getApiInfo',
          words: 'Om API:et. On the API.',
          parameters: [],
          ok: answer('Namn, version och läge. Name, version and state.', 'ApiInfo', {
            apiName: site.title.sv,
            apiVersion: '1.0.0',
            apiReleased: '2026-11-28',
            apiDocumentation: `${site.base}api/v1/openapi.json`,
            apiStatus: 'active',
          }),
        }),
      },
      ...paths,
      '/domains': list('listDomains', 'Domäner för nationella grunddata. Domains of national basic data.', {
        id: 'person',
      }),
      '/changes': list(
        'listChanges',
        'De senaste ändringarna. The latest changes.',
        { iri: 'https://data.example.se/dataset/luft', kind: 'updated', at: '2026-05-12' },
        [paging[1]],
      ),
      '/sources': list(
        'listSources',
        'Källor och deras kvalitet eller insamling. Sources and their quality or harvest.',
        { id: 'kommun' },
      ),
      '/rules/{id}': {
        get: operation({
          id: 'getRule',
          words: 'En regel. A rule.',
          parameters: [idParameter],
          ok: answer('Regeln. The rule.', 'Thing', { id: 'dataset-title-missing' }),
        }),
      },
      '/validate': {
        post: {
          operationId: 'validate',
          summary: 'Granska en katalog. Validate a catalogue.',
          description:
            'Katalogen som RDF i anropets kropp, högst 5 MB; svaret är granskningens rapport. The catalogue as RDF in the body, at most 5 MB; the answer is the report.',
          requestBody: {
            required: true,
            content: {
              'text/turtle': { schema: { type: 'string' } },
              'application/rdf+xml': { schema: { type: 'string' } },
              'application/ld+json': { schema: { type: 'object' } },
            },
          },
          responses: {
            '200': answer('Rapporten. The report.', 'Thing', { conforms: true, findings: [] }),
            ...problems,
            '413': problem('Katalogen är för stor. The catalogue is too large.'),
          },
        },
      },
      '/sources/{id}/harvest': writing('harvestSource', 'Hämta en källa nu. Fetch a source now.'),
      '/sources/{id}/approve': writing(
        'approveSource',
        'Godkänn en hämtning som väntar. Approve a harvest that waits.',
      ),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Page: {
          type: 'object',
          properties: {
            total: { type: 'integer' },
            page: { type: 'integer' },
            limit: { type: 'integer' },
            items: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
          },
        },
        Thing: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            iri: { type: 'string', format: 'iri' },
            kind: { type: 'string' },
            title: { type: 'object', additionalProperties: { type: 'string' } },
            page: { type: 'string', format: 'uri' },
          },
        },
        ApiInfo: {
          type: 'object',
          properties: {
            apiName: { type: 'string' },
            apiVersion: { type: 'string' },
            apiReleased: { type: 'string', format: 'date', examples: ['2026-11-28'] },
            apiDocumentation: { type: 'string', format: 'uri' },
            apiStatus: { type: 'string' },
          },
        },
        Problem: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            instance: { type: 'string' },
          },
        },
      },
    },
  }
}

interface Reading {
  readonly id: string
  readonly words: string
  readonly parameters: readonly Node[]
  readonly ok: Node
}

function operation({ id, words, parameters, ok }: Reading): Node {
  return {
    operationId: id,
    summary: words,
    description: words,
    parameters,
    responses: { '200': ok, ...problems },
  }
}

function writing(id: string, words: string): Node {
  const ok = answer('Utfört. Done.', 'Thing', { outcome: 'done' })
  return {
    post: {
      operationId: id,
      summary: words,
      description: `${words} Kräver en nyckel. Needs a token.`,
      parameters: [idParameter],
      security: [{ token: [] }],
      responses: {
        '200': ok,
        '401': problem('Nyckeln saknas eller är fel. The token is missing or wrong.'),
        '403': problem('Nyckeln räcker inte. The token does not suffice.'),
        ...problems,
      },
    },
  }
}

function searchParameters(): readonly Node[] {
  return [
    {
      name: 'q',
      in: 'query',
      required: false,
      description: 'Ord att söka efter. Words to look for.',
      schema: { type: 'string', maxLength: 200 },
      example: 'luft',
    },
    {
      name: 'sort',
      in: 'query',
      required: false,
      description: 'Ordning. Order.',
      schema: { type: 'string', enum: ['relevance', 'modified', 'title'], default: 'relevance' },
      example: 'modified',
    },
    {
      name: 'members',
      in: 'query',
      required: false,
      description: 'Ta med delar av serier. Include parts of series.',
      schema: { type: 'string', enum: ['yes'] },
    },
    ...facets.map(({ id, label }) => ({
      name: id,
      in: 'query',
      required: false,
      description: `${label.sv}. ${label.en}.`,
      schema: { type: 'array', items: { type: 'string' } },
      explode: true,
    })),
  ]
}

function exampleOf(site: Site): Node {
  const [first] = site.holdings.entities.ofKind('dataset')
  return first
    ? summary(site, first)
    : {
        id: 'katalog.0000000000',
        iri: 'https://data.example.se/dataset/luft',
        kind: 'dataset',
        title: { sv: 'Luft' },
      }
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1)
}
