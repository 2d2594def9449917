// Loading profiles: names, versions, imports, overlays, the user's own shapes, and what every rule must say.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isGrunddataError } from '../src/errors.ts'
import { detectProfile, loadProfile, profileNames, writeSnapshots } from '../src/profile/index.ts'
import { type Graph, iriId, lang, objects, subjects, text, textOf } from '../src/rdf/index.ts'
import { parseTurtle } from '../src/rdf/turtle/index.ts'
import { validateDocument } from '../src/validate.ts'

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix grunddata: <https://w3id.org/grunddata/ns#> .
@prefix rule: <https://w3id.org/grunddata/rule/> . @prefix own: <https://shapes.example.se/> .
`
const profile = await loadProfile('dcat-ap-se@3.0.1')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function shapesFile(turtle: string): string {
  const file = join(folder, `own-${turtle.length}.ttl`)
  writeFileSync(file, prefixes + turtle)
  return file
}

async function codeOf(loading: Promise<unknown>): Promise<string> {
  const error: unknown = await loading.then(
    () => undefined,
    (reason) => reason,
  )
  return isGrunddataError(error) ? error.code : String(error)
}

describe('names of profiles', () => {
  it('are listed with the newest version first', () => {
    expect(profileNames()).toEqual(['dcat-ap-se@3.0.1', 'dcat-ap-se@2.2.0', 'grunddata@2.0'])
  })

  it.each([
    ['dcat-ap-se', '3.0.1'],
    ['dcat-ap-se@2.2.0', '2.2.0'],
    ['dcat-ap-se/2.2.0', '2.2.0'],
  ])('%s is version %s', async (name, version) => {
    const { id, version: found } = await loadProfile(name)
    expect([id, found]).toEqual(['dcat-ap-se', version])
  })

  it('that are unknown are an error that lists the known ones', async () => {
    const failure = await loadProfile('dcat-ap-se@9.9').catch((error: unknown) => error)
    expect(isGrunddataError(failure) && failure.code).toBe('PROFILE_UNKNOWN')
    expect(isGrunddataError(failure) && failure.hint?.sv).toContain('dcat-ap-se@3.0.1, dcat-ap-se@2.2.0')
  })
})

describe('every rule', () => {
  const rules = [...profile.rules.values()]

  it('speaks both languages in one sentence that ends with a full stop', () => {
    for (const { id, message } of rules) {
      expect(message.sv, id).not.toBe(message.en)
      for (const sentence of [message.sv, message.en]) expect(sentence, id).toMatch(/^[A-ZÅÄÖ{].*\.$/)
    }
  })

  it('explains itself in both languages', () => {
    for (const { id, description } of rules) {
      expect(description.sv.length, id).toBeGreaterThan(30)
      expect(description.en.length, id).toBeGreaterThan(30)
      expect(description.sv, id).not.toBe(description.en)
    }
  })

  it('of the specification names its class and property and leads to the specification', () => {
    for (const { id, file, path, targetClass, seeAlso } of rules) {
      if (!file.startsWith('dcat-ap-se/')) continue
      expect(path, id).toBeDefined()
      expect(targetClass, id).toBeDefined()
      expect(seeAlso, id).toMatch(/^https:\/\/docs\.dataportal\.se\/dcat\//)
    }
  })

  it('has its severity from the obligation that profile.ttl weighs', () => {
    expect(profile.rules.get('dataset-publisher-missing')?.severity).toBe('error')
    expect(profile.rules.get('dataset-keyword-missing')?.severity).toBe('warning')
    expect(profile.rules.get('dataset-language-unlisted')?.severity).toBe('info')
  })

  it('knows the list that its values come from', () => {
    expect(profile.rules.get('dataset-frequency-unknown')?.scheme).toBe(
      'http://publications.europa.eu/resource/authority/frequency',
    )
    expect(profile.rules.get('distribution-format-form')?.scheme).toBe(
      'https://w3id.org/grunddata/vocab/media-type-common',
    )
  })
})

describe('the shapes', () => {
  it('are standard SHACL: lists are written out as sh:in', () => {
    expect(iriId(profile.shapes, 'https://w3id.org/grunddata/ns#inScheme')).toBe(-1)
    const inList = iriId(profile.shapes, 'http://www.w3.org/ns/shacl#in')
    const first = iriId(profile.shapes, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first')
    const theme = iriId(profile.shapes, 'http://publications.europa.eu/resource/authority/data-theme/ENVI')
    const { count, predicate, object } = profile.shapes.quads
    let found = false
    for (let i = 0; i < count; i++) if (predicate[i] === first && object[i] === theme) found = true
    expect(inList).toBeGreaterThan(0)
    expect(found).toBe(true)
  })
})

describe('a snapshot', () => {
  const source = join(import.meta.dirname, '..')
  const copyOfPackage = () => {
    const copy = mkdtempSync(join(folder, 'package-'))
    for (const name of ['shapes', 'vocab']) cpSync(join(source, name), join(copy, name), { recursive: true })
    return { copy, snapshots: join(copy, 'snapshots') }
  }

  it('is the same profile as the Turtle it was made from', async () => {
    const { copy, snapshots } = copyOfPackage()
    expect(writeSnapshots(snapshots, copy)).toEqual(profileNames())
    const read = await loadProfile('dcat-ap-se@3.0.1', { folder: copy, snapshots })
    expect([read.id, read.version, read.title, read.seeAlso]).toEqual([
      profile.id,
      profile.version,
      profile.title,
      profile.seeAlso,
    ])
    expect(read.rules).toEqual(profile.rules)
    expect([...read.vocabularies.keys()]).toEqual([...profile.vocabularies.keys()])
    expect(linesOf(read.shapes)).toEqual(linesOf(profile.shapes))
    const title = iriId(read.shapes, 'http://purl.org/dc/terms/title')
    expect(
      subjects(read.shapes, iriId(read.shapes, 'http://www.w3.org/ns/shacl#path'), title).length,
    ).toBeGreaterThan(5)
  })

  it('is what is read while nothing has changed', async () => {
    const { copy, snapshots } = copyOfPackage()
    writeSnapshots(snapshots, copy)
    const file = join(snapshots, 'dcat-ap-se@3.0.1.bin')
    const bytes = readFileSync(file)
    bytes.write('Put', bytes.indexOf('Add a title to {focus}'))
    writeFileSync(file, bytes)
    const read = await loadProfile('dcat-ap-se@3.0.1', { folder: copy, snapshots })
    expect([...read.rules.values()].some(({ message }) => message.en.startsWith('Put a title'))).toBe(true)
  })

  it('is not used when a file has changed since', async () => {
    const { copy, snapshots } = copyOfPackage()
    writeSnapshots(snapshots, copy)
    const file = join(copy, 'shapes/dcat-ap-se/3.0.1/dataset.ttl')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"Add a title to {focus}', '"Give a title to {focus}'),
    )
    const read = await loadProfile('dcat-ap-se@3.0.1', { folder: copy, snapshots })
    expect(read.rules.get('dataset-title-missing')?.message.en).toContain('Give a title')
  })
})

/** Statements in order, blank nodes by their ids: the same for equal builds. */
function linesOf(graph: Graph): readonly string[] {
  const { count, subject, predicate, object } = graph.quads
  const term = (id: number) => `${text(graph, id)}@${lang(graph, id) ?? ''}`
  return Array.from({ length: count }, (_, i) => [subject[i], predicate[i], object[i]].map(term).join(' '))
}

describe('our own terms', () => {
  it('are all explained in both languages in grunddata-ontology.ttl', () => {
    const own = 'https://w3id.org/grunddata/ns#'
    const ontology = parseTurtle({ name: 'ontology', bytes: readFileSync('shapes/grunddata-ontology.ttl') })
    const label = iriId(ontology, 'http://www.w3.org/2000/01/rdf-schema#label')
    const files = readdirSync('shapes', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ttl'),
    )
    const used = new Set(
      files.flatMap((name) => {
        const { dictionary } = parseTurtle({ name, bytes: readFileSync(join('shapes', name)) })
        return Array.from({ length: dictionary.count }, (_, term) => textOf(dictionary, term))
      }),
    )
    const terms = [...used].filter((iri) => iri.startsWith(own))
    expect(terms.length).toBeGreaterThan(10)
    for (const iri of terms) expect(objects(ontology, iriId(ontology, iri), label), iri).toHaveLength(2)
  })
})

describe('an overlay', () => {
  it('does without rules and adds its own', async () => {
    const older = await loadProfile('dcat-ap-se@2.2.0')
    expect(profile.rules.has('agent-type-missing')).toBe(true)
    expect(older.rules.has('agent-type-missing')).toBe(false)
    expect(older.rules.has('agent-type-2-missing')).toBe(true)
    expect(older.rules.has('dataset-title-missing')).toBe(true)
    expect(iriId(older.shapes, 'https://w3id.org/grunddata/rule/agent-type-missing')).toBe(-1)
  })

  it('of the user may replace the words of a rule', async () => {
    const file = shapesFile(`<https://shapes.example.se/> a grunddata:Profile ;
  dcterms:identifier "egen" ; grunddata:version "1" ; grunddata:imports "dcat-ap-se/3.0.1" ;
  grunddata:without rule:dataset-keyword-missing .
rule:dataset-title-missing a sh:PropertyShape ; sh:path dcterms:title ; sh:minCount 1 ; sh:severity sh:Info ;
  sh:message "Sätt en titel."@sv , "Set a title."@en .`)
    const own = await loadProfile(file)
    expect([own.id, own.version]).toEqual(['egen', '1'])
    expect(own.rules.get('dataset-title-missing')).toMatchObject({
      severity: 'info',
      message: { sv: 'Sätt en titel.', en: 'Set a title.' },
    })
    expect(own.rules.has('dataset-keyword-missing')).toBe(false)
    expect(own.rules.size).toBe(profile.rules.size - 1)
    const shape = iriId(own.shapes, 'https://w3id.org/grunddata/rule/dataset-title-missing')
    const messages = objects(own.shapes, shape, iriId(own.shapes, 'http://www.w3.org/ns/shacl#message'))
    expect([...messages].map((term) => text(own.shapes, term)).sort()).toEqual([
      'Set a title.',
      'Sätt en titel.',
    ])
  })
})

describe("somebody else's shapes", () => {
  const shape = `own:NoteShape a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property own:note .
own:note a sh:PropertyShape ; sh:path dcterms:abstract ; sh:minCount 1 ; sh:severity sh:Warning ;
  sh:message "Ein Abstract fehlt"@de .
own:off a sh:PropertyShape ; sh:path dcterms:title ; sh:minCount 9 ; sh:deactivated true .`

  it('are rules under their local names, in whatever language they speak', async () => {
    const own = await loadProfile(shapesFile(shape))
    expect(own.rules.get('note')).toMatchObject({
      severity: 'warning',
      message: { sv: 'Ein Abstract fehlt', en: 'Ein Abstract fehlt' },
      targetClass: 'http://www.w3.org/ns/dcat#Dataset',
      path: 'http://purl.org/dc/terms/abstract',
    })
    expect(own.rules.has('off')).toBe(false)
  })

  it('give findings', async () => {
    const bytes = new TextEncoder().encode(`${prefixes}<https://data.example.se/luft> a dcat:Dataset .`)
    const { reports } = await validateDocument({ name: 'a.ttl', bytes }, { profile: shapesFile(shape) })
    const found = reports[0].findings.map(({ rule, severity }) => `${severity} ${rule}`)
    expect(found).toContain('warning note')
  })

  it('that are no Turtle are a fault of the configuration', async () => {
    expect(await codeOf(loadProfile(shapesFile('own:a own:b')))).toBe('CONFIG_INVALID')
  })

  it('that name an unknown list or set of rules are a fault of the configuration', async () => {
    const list = 'own:x a sh:PropertyShape ; sh:path dcterms:type ; grunddata:inScheme own:nowhere .'
    const set = 'own:p a grunddata:Profile ; grunddata:imports "nowhere" .'
    expect(await codeOf(loadProfile(shapesFile(list)))).toBe('CONFIG_INVALID')
    expect(await codeOf(loadProfile(shapesFile(set)))).toBe('CONFIG_INVALID')
  })
})

describe('the version of a catalogue', () => {
  const detect = (turtle: string) =>
    detectProfile(parseTurtle({ name: 'a.ttl', bytes: new TextEncoder().encode(prefixes + turtle) }))

  it.each([
    ['nothing points to an older one', 'own:d a dcat:Dataset ; dcterms:title "x"@sv .', '3.0.1'],
    ['a property of 2.x', 'own:d a dcat:Dataset ; dcterms:hasVersion own:e .', '2.2.0'],
    ['a property of 2.x on something else', 'own:d dcterms:hasVersion own:e .', '3.0.1'],
    ['a value of an old list', 'own:d own:status <http://purl.org/adms/status/Completed> .', '2.2.0'],
    [
      'both old and new terms',
      'own:d a dcat:Dataset ; dcterms:hasVersion own:e ; dcat:inSeries own:s .',
      '3.0.1',
    ],
    ['a series', 'own:d a dcat:DatasetSeries ; dcterms:isVersionOf own:e .', '3.0.1'],
  ])('%s', (_, turtle, version) => {
    const { profile: name, reason } = detect(turtle)
    expect(name).toBe(`dcat-ap-se@${version}`)
    expect(reason.sv).not.toBe(reason.en)
  })
})
