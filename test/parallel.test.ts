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
