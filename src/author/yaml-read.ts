// The YAML form (also as JSON) read as a draft: sections at the top, an entity per mapping.
import { type ClassName, classNames, slug } from '../dcat/index.ts'
import type { Document } from '../rdf/index.ts'
import type { Draft, DraftEntity, DraftValue, Fault } from './draft.ts'
import { suggestion } from './faults.ts'
import { nearestWord } from './nearest-word.ts'
import { OTHERS, type Section, sections, settings } from './sections.ts'
import { readEntity, wrongForm, type YamlReading } from './yaml-entity.ts'
import { type Entry, readYaml, type Value } from './yaml-nodes.ts'

/** Reads a file in the YAML form. What is wrong is in `faults`; it never throws. */
export function readYamlForm(document: Document): Draft {
  const { root, faults: syntax } = readYaml(new TextDecoder().decode(document.bytes), document.name)
  const faults: Fault[] = [...syntax]
  const reading: YamlReading = { faults }
  if (root === undefined || root.kind === 'empty') return { entities: [], faults }
  if (root.kind !== 'map') {
    wrongForm(reading, { key: document.name, value: root, expected: FIELDS })
    return { entities: [], faults }
  }
  const scalar = (key: string) => {
    const value = root.entries.find((entry) => entry.key === key)?.value
    return value?.kind === 'scalar' ? value.text : undefined
  }
  const entities = root.entries.flatMap((entry) => readSection(entry, reading))
  const defaults = readDefaults(root.entries.find(({ key }) => key === 'defaults')?.value, reading)
  const [base, language] = [scalar('base'), scalar('language')]
  return {
    entities: isPart(root.entries)
      ? entities.map((entity) => namedAfterFile(entity, document.name))
      : entities,
    faults,
    ...(base !== undefined && { base }),
    ...(language !== undefined && { language }),
    ...(defaults && { defaults }),
  }
}

const FIELDS = { sv: 'nycklar och värden', en: 'keys and values' }
const SEVERAL = { sv: 'en lista', en: 'a list' }

function readSection({ key, at, value }: Entry, reading: YamlReading): readonly DraftEntity[] {
  if ((settings as readonly string[]).includes(key)) return []
  const section = sections.find(({ one, many }) => one === key || many === key)
  if (!section && key !== OTHERS) {
    const words = [...sections.flatMap(({ one, many }) => [one, many]), OTHERS, ...settings]
    const params = { section: key, suggestion: suggestion(nearestWord(key, words)) }
    reading.faults.push({ rule: 'build-unknown-section', place: at, params })
    return []
  }
  if (value.kind === 'empty') return []
  return section?.one === key ? readOne(key, value, section, reading) : readMany(key, value, section, reading)
}

function readOne(key: string, value: Value, section: Section, reading: YamlReading): readonly DraftEntity[] {
  if (value.kind === 'map') return [readEntity(value, section.class, reading)]
  wrongForm(reading, { key, value, expected: FIELDS })
  return []
}

function readMany(
  key: string,
  value: Value,
  section: Section | undefined,
  reading: YamlReading,
): readonly DraftEntity[] {
  if (value.kind === 'map') return value.entries.flatMap((entry) => readById(entry, section, reading))
  if (value.kind !== 'list') {
    wrongForm(reading, { key, value, expected: SEVERAL })
    return []
  }
  return value.items.flatMap((item) => {
    if (item.kind === 'map') return [readEntity(item, section?.class, reading)]
    if (item.kind !== 'empty') wrongForm(reading, { key, value: item, expected: FIELDS })
    return []
  })
}

function readById({ key, at, value }: Entry, section: Section | undefined, reading: YamlReading) {
  if (value.kind !== 'map') {
    wrongForm(reading, { key, value, expected: FIELDS })
    return []
  }
  const entity = readEntity(value, section?.class, reading)
  return [{ ...entity, id: entity.id ?? key, place: at }]
}

function readDefaults(value: Value | undefined, reading: YamlReading): Draft['defaults'] {
  if (value === undefined || value.kind === 'empty') return undefined
  if (value.kind !== 'map') {
    wrongForm(reading, { key: 'defaults', value, expected: FIELDS })
    return undefined
  }
  const defaults: Partial<Record<ClassName, readonly DraftValue[]>> = {}
  for (const { key, at, value: fields } of value.entries) {
    const name = classNamed(key)
    if (name === undefined) {
      const params = {
        section: key,
        suggestion: suggestion(
          nearestWord(
            key,
            sections.map(({ one }) => one),
          ),
        ),
      }
      reading.faults.push({ rule: 'build-unknown-section', place: at, params })
    } else if (fields.kind === 'map') defaults[name] = readEntity(fields, name, reading).values
    else if (fields.kind !== 'empty') wrongForm(reading, { key, value: fields, expected: FIELDS })
  }
  return defaults
}

function classNamed(word: string): ClassName | undefined {
  return (
    sections.find(({ one, many }) => one === word || many === word)?.class ??
    classNames.find((name) => name === word)
  )
}

/** A file of a folder that describes one thing. */
function isPart(entries: readonly Entry[]): boolean {
  const words = entries.map(({ key }) => key).filter((key) => !(settings as readonly string[]).includes(key))
  return words.length === 1 && sections.some(({ one }) => one === words[0] && one !== 'catalog')
}

function namedAfterFile(entity: DraftEntity, file: string): DraftEntity {
  if (entity.id !== undefined || entity.iri !== undefined) return entity
  const name = slug(file.replace(/^.*[/\\]/, '').replace(/\.[a-z]+$/i, ''))
  return name === '' ? entity : { ...entity, id: name }
}
