// Documents validated by threads give what they give in one thread, in the order they were read.
import { expect, it } from 'vitest'
// As built: threads are started from compiled files.
import { createHelpers, loadProfile, type Report, validate } from '../dist/index.js'

const refs = ['fixtures/catalogs', 'fixtures/rules/dataset-*/*.ttl', 'finns-inte.ttl']
const data = { profile: 'dcat-ap-se@3.0.1' }

/** Without the time it took, which is all that may differ. */
const told = (reports: readonly Report[]) => reports.map(({ elapsedMs: _, ...report }) => report)

it('finds the same, line by line', async () => {
  const alone = await validate(refs, data)
  const helpers = createHelpers(data, { alone: 0, count: 2 })
  let away = 0
  const together = await validate(refs, {
    ...data,
    elsewhere: (document) => {
      const found = helpers.elsewhere(document)
      if (found) away++
      return found
    },
  })
  await helpers.close()
  expect(told(together.reports)).toEqual(told(alone.reports))
  expect(away).toBeGreaterThan(4)
  expect(away).toBeLessThan(alone.reports.length)
  for (const { findings } of alone.reports)
    for (const { location } of findings)
      expect(together.lineOf(location.file, location.line)).toBe(alone.lineOf(location.file, location.line))
})

it('takes back what a thread failed with', async () => {
  const helpers = createHelpers({ profile: 'finns-inte' }, { alone: 0, count: 1 })
  let away = 0
  const profile = await loadProfile(data.profile)
  const { reports } = await validate(refs, {
    profile,
    elsewhere: (document) => {
      const found = helpers.elsewhere(document)
      if (found) away++
      return found
    },
  })
  await helpers.close()
  expect(away).toBeGreaterThan(0)
  expect(told(reports)).toEqual(told((await validate(refs, { profile })).reports))
})

const bytes = (text: string) => new TextEncoder().encode(text)
const catalog = '<https://example.se/k> a <http://www.w3.org/ns/dcat#Catalog> .'

it('gives each its own answer, whichever takes longer', async () => {
  // Contexts such as this one are left to a package that is loaded first.
  const slow = `{ "@context": { "@version": 1.1, "dcat": "http://www.w3.org/ns/dcat#",
    "p": { "@id": "dcat:p", "@container": "@index", "@context": { "q": "dcat:q" } } },
    "@id": "https://example.se/k", "@type": "dcat:Catalog", "p": { "a": { "q": "1" } } }`
  const documents = [
    { name: 'slow.jsonld', bytes: bytes(slow) },
    { name: 'quick.ttl', bytes: bytes(catalog) },
  ]
  const helpers = createHelpers(data, { alone: 0, count: 1 })
  const answers = await Promise.all(documents.map((document) => helpers.elsewhere(document)))
  await helpers.close()
  expect(answers.map((answer) => answer?.report.source)).toEqual(['slow.jsonld', 'quick.ttl'])
})

it('what cannot be sent does not take the answer of the next', async () => {
  const helpers = createHelpers(data, { alone: 0, count: 1 })
  const unsendable = { name: 'a.ttl', bytes: bytes(catalog), note: () => 'functions are no data' }
  await expect(helpers.elsewhere(unsendable)).rejects.toThrow()
  const next = await helpers.elsewhere({ name: 'b.ttl', bytes: bytes(catalog) })
  expect(next?.report.source).toBe('b.ttl')
  await helpers.close()
})

it('sends a line once, however many findings stand on it', async () => {
  const helpers = createHelpers(data, { alone: 0, count: 1 })
  const answer = await helpers.elsewhere({ name: 'k.ttl', bytes: bytes(catalog) })
  await helpers.close()
  expect(answer?.report.findings.length).toBeGreaterThan(3)
  expect(answer?.lines).toEqual([['k.ttl', 1, catalog]])
})
