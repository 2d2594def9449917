// The rules beyond cardinality, by their numbers in the project's list of facts: each is a rule here, or says why not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProfile } from '../src/profile/index.ts'

const wanted = [...range(5, 7), ...range(11, 29), ...range(32, 86)]

/** Numbers held by rules of the property rows, which carry no number of their own. */
const rows: Readonly<Record<number, string>> = {
  48: 'dataset-keyword-language',
  52: 'distribution-license-iri',
  72: 'catalog-license-other',
  76: 'distribution-format-form',
  78: 'relationship-role-form',
  79: 'dataset-subject-form',
  80: 'dataset-applicable-legislation-repeated',
  85: 'distribution-access-url-form',
}

/** Numbers that are no defect a publisher can mend, or that no machine can see. */
const noRule: Readonly<Record<number, string>> = {
  39: 'archive reference codes are accepted; there is nothing to find',
  49: 'the singular of a keyword cannot be told by a machine',
  82: 'a service that one dataset uses is hidden in the hit list: how the portal works, not a defect',
  83: 'members of a series are hidden in the hit list: how the portal works, not a defect',
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function stated(folder: string): readonly number[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return stated(path)
    const lists = readFileSync(path, 'utf8').matchAll(/grunddata:ruleNumber ([\d ,"]+)/g)
    return [...lists].flatMap(([, list]) => (list.match(/\d+/g) ?? []).map(Number))
  })
}

describe('the list of rules', () => {
  it('is covered, number by number', () => {
    const covered = new Set(stated('shapes'))
    const open = wanted.filter((number) => !covered.has(number) && !rows[number] && !noRule[number])
    expect(open).toEqual([])
  })

  it('names rules that exist', async () => {
    const { rules } = await loadProfile('dcat-ap-se@3.0.1')
    expect(Object.values(rows).filter((id) => !rules.has(id))).toEqual([])
  })
})
