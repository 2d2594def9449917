// Makes the types of the model (src/dcat/types*.ts) and its code lists (src/dcat/codes.ts) from the property table.
// Used by docs.mjs; needs the compiled package.

const groups = {
  catalog: ['Catalog', 'RightsStatement'],
  dataset: ['Dataset', 'DatasetSeries'],
  'dataset-parts': [
    'Attribution',
    'Location',
    'PeriodOfTime',
    'Offer',
    'Relationship',
    'ProvenanceStatement',
  ],
  access: ['Distribution', 'Checksum', 'DataService'],
  party: ['Agent', 'ContactPoint', 'Telephone', 'Address'],
  document: ['Document', 'LicenseDocument', 'Standard'],
}
const note = '// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.\n'
const MAX_CODES = 100

/** File → text. */
export function modelFiles({ dcat, profile }) {
  const lists = codeLists(dcat, profile)
  const files = { 'src/dcat/codes.ts': codesText(lists) }
  for (const [group, names] of Object.entries(groups))
    files[`src/dcat/types-${group}.ts`] = typesText(names, group, { dcat, lists })
  files['src/dcat/types.ts'] = indexText(dcat)
  return files
}

/** Lists that the table uses for IRIs: of complete ones the values, of open ones what every value begins with. */
function codeLists({ classKeys }, { loadVocabularies }) {
  const wanted = new Set()
  for (const { keys } of Object.values(classKeys))
    for (const { rows } of keys.values())
      for (const row of rows) if (row.list && row.value === 'iri') wanted.add(row.list)
  const all = [...loadVocabularies().values()]
  const lists = all.filter(
    (each) => wanted.has(each.name) && each.valueKind !== 'literal' && !each.deprecated,
  )
  const closed = lists.filter((each) => each.complete && each.concepts.size <= MAX_CODES)
  const open = lists.filter((each) => !closed.includes(each) && each.valuePrefix)
  return {
    closed: new Map(closed.map((each) => [each.name, [...each.concepts.keys()]])),
    open: new Map(open.map((each) => [each.name, each.valuePrefix])),
  }
}

const quoted = (text) => `'${text}'`

function codesText({ closed, open }) {
  const rows = [...closed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, iris]) => {
      const key = /^\w+$/.test(name) ? name : quoted(name)
      const line = `  ${key}: [${iris.map(quoted).join(', ')}],`
      return line.length <= 110
        ? line
        : `  ${key}: [\n${iris.map((iri) => `    ${quoted(iri)},`).join('\n')}\n  ],`
    })
  const prefixes = [...open]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, prefix]) => `  ${/^\w+$/.test(name) ? name : quoted(name)}: ${quoted(prefix)},`)
  return `// The values of the complete code lists, for types and for writing.\n${note}\n/** IRIs by the name of their list. */\nexport const codes = {\n${rows.join('\n')}\n} as const\n\n/** What the IRIs of open lists begin with. */\nexport const codePrefixes = {\n${prefixes.join('\n')}\n} as const\n`
}

function typesText(names, group, { dcat, lists }) {
  const bodies = names.map((name) => interfaceText(name, dcat, lists))
  const body = bodies.join('\n')
  const used = (word) => new RegExp(`\\b${word}\\b`).test(body)
  const base = ['Code', 'DateText', 'Decimal', 'Iri', 'Literal', 'Ref', 'Some', 'Texts'].filter(used)
  const imports = [`import type { ${[...base, 'Thing'].sort().join(', ')} } from './model.ts'`]
  for (const [other, classes] of Object.entries(groups)) {
    const needed = classes.filter((name) => other !== group && used(`(?<=Ref<|\\| )${name}`))
    if (needed.length > 0)
      imports.push(`import type { ${needed.sort().join(', ')} } from './types-${other}.ts'`)
  }
  return `// ${names.join(', ')}: as TypeScript types.\n${note}${wrapped(imports)}\n\n${body}`
}

function wrapped(imports) {
  return imports
    .map((line) => {
      if (line.length <= 110) return line
      const [, inner, from] = /\{ (.*) \} from (.*)$/.exec(line)
      return `import type {\n${inner
        .split(', ')
        .map((name) => `  ${name},`)
        .join('\n')}\n} from ${from}`
    })
    .sort((a, b) => (from(a) < from(b) ? -1 : 1))
    .join('\n')
}

const from = (line) => /from '(.*)\.ts'/.exec(line)[1]

function interfaceText(name, { classKeys, kindsOf, namedClasses, RDF_TYPE }, lists) {
  const { facts, keys } = classKeys[name]
  const kinds = [...kindsOf(name).keys()]
  const own = [
    `  readonly class: '${name}'`,
    ...(namedClasses.includes(name) ? ['  readonly iri: Iri'] : []),
    ...(kinds.length > 1
      ? [`  /** Default: ${kinds[0]}. */\n  readonly kind?: ${kinds.map(quoted).join(' | ')}`]
      : []),
  ]
  const fields = [...keys.values()]
    .filter(({ property }) => property !== RDF_TYPE)
    .map((key) => {
      const [{ label, name: prefixed, obligation }] = key.rows
      const optional = key.isMandatory ? '' : '?'
      return `  /** ${label.sv}: ${prefixed}, ${obligation}. */\n  readonly ${key.key}${optional}: ${typeText(key, lists)}`
    })
  return `/** ${facts.label.sv} (${facts.label.en}). */\nexport interface ${name} extends Thing {\n${[...own, ...fields].join('\n')}\n}\n`
}

function typeText({ rows, range, isMany, isMandatory }, lists) {
  const [row] = rows
  if (row.value === 'text') return 'Texts'
  const one = valueType(rows, range, lists)
  if (!isMany) return one
  return isMandatory ? `Some<${one}>` : `readonly ${one.includes('|') ? `(${one})` : one}[]`
}

function valueType(rows, range, lists) {
  const [row] = rows
  if (row.value === 'literal' && !row.list) return 'Literal'
  if (row.value === 'plain' || row.value === 'literal') return 'string'
  if (row.value === 'typed') {
    if (row.datatypes.some((each) => each.endsWith('#date'))) return 'DateText'
    return row.datatypes.some((each) => /#(decimal|nonNegativeInteger)$/.test(each)) ? 'Decimal' : 'string'
  }
  if (range.length > 0) return `Ref<${range.join(' | ')}>`
  if (row.fixed) return quoted(row.fixed)
  if (row.prefix) return `\`${row.prefix}\${string}\``
  const isCode = row.value === 'iri' && (lists.closed.has(row.list) || lists.open.has(row.list))
  return isCode ? `Code<'${row.list}'>` : 'Iri'
}

function indexText({ classNames }) {
  const fileOf = (name) => Object.keys(groups).find((group) => groups[group].includes(name))
  const imports = wrapped(
    Object.keys(groups).map(
      (group) => `import type { ${groups[group].toSorted().join(', ')} } from './types-${group}.ts'`,
    ),
  )
  const names = classNames.filter((name) => fileOf(name))
  return `// The classes of the model by name.\n${note}${imports}\n\nexport interface ModelClasses {\n${names.map((name) => `  readonly ${name}: ${name}`).join('\n')}\n}\n\n/** An entity of any class. */\nexport type AnyEntity = ModelClasses[keyof ModelClasses]\n\nexport type {\n${names
    .toSorted()
    .map((name) => `  ${name},`)
    .join('\n')}\n}\n`
}
