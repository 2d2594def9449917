// What is written about running it: files that can be read, commands and options that exist, metrics that are told.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { type CommandRow, commandTable } from '../src/cli/commands.ts'
import { commonOptions, longName, type OptionRow, optionTable } from '../src/cli/options.ts'
import { harvestMetrics } from '../src/harvest/index.ts'
import { openStore } from '../src/store/index.ts'
import { sourceNamed, time } from './support/stores.ts'

const list = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const deployed = [...list('deploy'), 'compose.yaml', 'Dockerfile']
const guides = ['drift', 'operations', 'floden', 'feeds'].map((name) => `docs/guide/${name}.md`)
const read = (file: string) => readFileSync(file, 'utf8')

type Yaml = Readonly<Record<string, unknown>>
const documentsOf = (file: string) =>
  parseAllDocuments(read(file), { merge: true, uniqueKeys: true }).map((document) => {
    expect(document.errors, file).toEqual([])
    return document.toJS() as Yaml
  })
const at = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => (inner as Yaml | undefined)?.[key], value)

/** Every `grunddata <command> …` of a text, up to the end of the shell command. */
function commandsOf(text: string): readonly { readonly name: string; readonly words: readonly string[] }[] {
  const joined = text.replaceAll('\\\n', ' ').replace(/^\s*#.*$/gm, '')
  return [...joined.matchAll(/(?:^|[\s`"'(/])grunddata ([a-z]+)((?: +[^\s`|&;<>]+| +<[^>\s]+>)*)/gm)].map(
    ([, name, rest]) => ({ name, words: rest.trim().split(/ +/) }),
  )
}

describe('commands in guides and in files of deploy', () => {
  for (const file of [...deployed, ...guides])
    it(`of ${file} exist, with their options`, () => {
      const found = commandsOf(read(file)).filter(
        ({ name }) => name in commandTable || !/\.(json|md)$/.test(file),
      )
      for (const { name, words } of found) {
        expect(Object.keys(commandTable)).toContain(name)
        const row: CommandRow = commandTable[name as keyof typeof commandTable]
        const known = [...row.options, ...commonOptions].map((option) =>
          longName(optionTable[option] as OptionRow),
        )
        for (const word of words) {
          const flag = /^--([a-z-]+)/.exec(word)?.[1]
          if (flag !== undefined) expect(known, `grunddata ${name}`).toContain(flag)
        }
        const [first] = words
        const choices = row.argument?.choices
        if (choices && first && /^[a-z]+$/.test(first)) expect(choices, `grunddata ${name}`).toContain(first)
      }
      if (file.endsWith('drift.md') || file.endsWith('operations.md'))
        expect(found.length).toBeGreaterThan(10)
    })

  it('are the same in both languages', () => {
    for (const [sv, en] of [
      ['drift', 'operations'],
      ['floden', 'feeds'],
    ]) {
      const names = (name: string) =>
        commandsOf(read(`docs/guide/${name}.md`))
          .filter(({ name }) => name in commandTable)
          .map(({ name, words }) => [name, ...words.filter((word) => word.startsWith('--'))].join(' '))
      expect(names(sv)).toEqual(names(en))
    }
  })
})

describe('compose.yaml', () => {
  const [compose] = documentsOf('compose.yaml')
  const services = compose.services as Readonly<Record<string, Yaml>>

  it('has the database, the SPARQL store, the portal and the workers', () => {
    expect(Object.keys(services).sort()).toEqual(['portal', 'postgres', 'publisher', 'virtuoso', 'workers'])
  })

  it('names versions, restarts, and has no password in it', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(String(service.image), name).toMatch(/:(?!latest)[\w.-]+$/)
      expect(service.restart, name).toBe('unless-stopped')
      for (const [key, value] of Object.entries((service.environment ?? {}) as Yaml))
        if (/PASSWORD$/.test(key)) expect(String(value), `${name} ${key}`).toMatch(/^\$\{\w+/)
    }
  })

  it('depends on services and uses volumes that are there', () => {
    const volumes = Object.keys(compose.volumes as Yaml)
    for (const [name, service] of Object.entries(services)) {
      for (const other of Object.keys((service.depends_on ?? {}) as Yaml)) {
        expect(Object.keys(services), name).toContain(other)
        expect(services[other].healthcheck, `${other}, which ${name} waits for`).toBeDefined()
      }
      for (const mount of (service.volumes ?? []) as readonly string[])
        if (!mount.startsWith('.')) expect(volumes, name).toContain(mount.split(':')[0])
    }
  })

  it('lets our own services do no more than they need', () => {
    for (const name of ['workers', 'publisher', 'portal'])
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], build: '.' })
    expect(services.portal.ports).toEqual(['127.0.0.1:8080:8080'])
    expect(services.postgres.ports).toBeUndefined()
  })
})

describe('Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const words = lines.map((line) => line.split(/\s+/))
  const instructions = words.map(([first]) => first)

  it('has only instructions that there are, and begins with a version that is named', () => {
    const known = 'FROM COPY RUN ENV WORKDIR USER VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD ARG LABEL'.split(
      ' ',
    )
    expect(instructions.filter((name) => !known.includes(name))).toEqual([])
    const bases = words.filter(([first]) => first === 'FROM').map(([, image]) => image)
    expect(bases.length).toBe(2)
    for (const image of bases) expect(image).toMatch(/^node:\d+\.\d+\.\d+-/)
  })

  it('runs as a user without rights', () => {
    const last = lines.lastIndexOf('USER node')
    expect(last).toBeGreaterThan(instructions.lastIndexOf('RUN'))
    expect(instructions.indexOf('ENTRYPOINT')).toBeGreaterThan(last)
  })

  it('takes along what the package says the program needs, and copies only what is there', () => {
    const { files } = JSON.parse(read('package.json')) as { files: readonly string[] }
    const final = lines.slice(instructions.lastIndexOf('FROM')).join('\n')
    const optional = ['docs', 'fixtures/catalogs']
    for (const file of files) if (!optional.includes(file)) expect(final).toContain(file)
    const local = words.filter(([first, second]) => first === 'COPY' && !second.startsWith('--'))
    const ignored = read('.dockerignore').split('\n').filter(Boolean)
    for (const [, ...paths] of local)
      for (const path of paths.slice(0, -1)) {
        expect(() => readdirSync('.').includes(path.split('/')[0]) || expect.fail(path)).not.toThrow()
        expect(ignored).not.toContain(path)
      }
  })

  it('starts commands in the form that gets signals', () => {
    for (const line of lines.filter((line) => /^(ENTRYPOINT|CMD)/.test(line)))
      expect(() => JSON.parse(line.replace(/^\w+ /, ''))).not.toThrow()
  })
})

describe('the files of Kubernetes', () => {
  const documents = list('deploy/kubernetes').flatMap(documentsOf)
  const podOf = (document: Yaml) => at(document, 'spec', 'template', 'spec')
  const pods = documents.map(podOf).filter((pod) => pod !== undefined)

  it('have kinds and names', () => {
    expect(documents.map(({ kind }) => kind).sort()).toEqual(['Deployment', 'Deployment', 'Service'])
    for (const document of documents) {
      expect(document.apiVersion).toBeTypeOf('string')
      expect(at(document, 'metadata', 'name')).toMatch(/^grunddata-[a-z]+$/)
    }
  })

  it('run without rights, within limits, from a version that is named, with volumes that are there', () => {
    expect(pods.length).toBe(2)
    for (const pod of pods) {
      expect(at(pod, 'securityContext', 'runAsNonRoot')).toBe(true)
      const volumes = (at(pod, 'volumes') as readonly Yaml[]).map(({ name }) => name)
      for (const container of at(pod, 'containers') as readonly Yaml[]) {
        expect(container.image).toMatch(/:\d/)
        expect(at(container, 'resources', 'limits', 'memory')).toBeTypeOf('string')
        expect(container.securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
        })
        for (const { name } of container.volumeMounts as readonly Yaml[]) expect(volumes).toContain(name)
      }
    }
  })

  it('select the pods that they make', () => {
    for (const deployment of documents.filter(({ kind }) => kind === 'Deployment'))
      expect(at(deployment, 'spec', 'selector', 'matchLabels')).toEqual(
        at(deployment, 'spec', 'template', 'metadata', 'labels'),
      )
    const selected = at(
      documents.find(({ kind }) => kind === 'Service'),
      'spec',
      'selector',
    )
    const portal = documents.find((document) => at(document, 'metadata', 'name') === 'grunddata-portal')
    expect(selected).toEqual(at(portal, 'spec', 'template', 'metadata', 'labels'))
  })
})

describe('rules of Prometheus and the dashboard', () => {
  it('ask only for metrics that are told', async () => {
    const store = await openStore(':memory:')
    await store.putSource(sourceNamed('a'), time(0))
    const told = new Set(
      [...(await harvestMetrics(store)).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name),
    )
    await store.close()
    const written =
      read('src/harvest/report/metrics.ts') +
      read('src/portal/routes/health.ts') +
      read('src/portal/machine/metrics.ts')
    const asked = [read('deploy/prometheus/grunddata.rules.yml'), read('deploy/grafana/grunddata.json')].join(
      '\n',
    )
    const names = new Set([...asked.matchAll(/\b(grunddata_\w+|process_\w+)\b/g)].map(([, name]) => name))
    expect(names.size).toBeGreaterThan(12)
    const isWritten = (name: string) =>
      written.includes(name) || written.includes(`'${name.replace('grunddata_', '')}'`)
    expect([...names].filter((name) => !told.has(name) && !isWritten(name))).toEqual([])
  })

  it('have an expression, a severity and a sentence for each alert', () => {
    const [rules] = documentsOf('deploy/prometheus/grunddata.rules.yml')
    const alerts = (rules.groups as readonly Yaml[]).flatMap(({ rules }) => rules as readonly Yaml[])
    expect(alerts.length).toBeGreaterThan(5)
    for (const alert of alerts) {
      expect(alert.alert).toMatch(/^Grunddata[A-Za-z]+$/)
      expect(alert.expr).toBeTypeOf('string')
      expect(at(alert, 'labels', 'severity')).toMatch(/^(page|ticket)$/)
      expect(at(alert, 'annotations', 'summary')).toMatch(/\.$/)
    }
  })

  it('have panels with numbers of their own and something to show', () => {
    const { panels } = JSON.parse(read('deploy/grafana/grunddata.json')) as { panels: readonly Yaml[] }
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const panel of panels) expect((panel.targets as readonly Yaml[]).length).toBeGreaterThan(0)
  })
})

describe('the units of systemd', () => {
  for (const file of list('deploy/systemd'))
    it(`${file} has sections and settings`, () => {
      const lines = read(file)
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
      expect(lines.filter((line) => !/^(\[[A-Z]\w+\]|[A-Z]\w+=.+)$/.test(line))).toEqual([])
      if (file.endsWith('.service')) expect(lines).toContain('User=grunddata')
    })
})
