// The rules that descriptions are checked by: the list, and each with why, a wrong and a right example.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { characteristics, principles } from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'
import { DEFAULT_PROFILE, packageFolder, profileNames, type Rule } from '../../profile/index.ts'
import { profileTitle, severityWord } from '../../report/index.ts'
import { outside, type Tone, when } from '../design/pieces.ts'
import { facts, table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { FRAMEWORK, findRule, profileOf } from './profiles.ts'

const tones = { error: 'bad', warning: 'warn', info: 'plain' } as const satisfies Record<string, Tone>
const weight = { error: 0, warning: 1, info: 2 }

/** `{focus}` becomes `…`. */
function readable(template: string): string {
  return template.replace(/\{\w+\}/g, '…')
}

export async function rulesPage(visit: Visit): Promise<Page> {
  const { say, lang, to, query } = visit
  const wish = query.get('profile') ?? DEFAULT_PROFILE
  const name =
    [DEFAULT_PROFILE, FRAMEWORK, ...profileNames()].find((each) => each === wish) ?? DEFAULT_PROFILE
  const profile = await profileOf(visit.site, name)
  const rules = [...profile.rules.values()].sort(
    (a, b) =>
      classOf(a).localeCompare(classOf(b)) ||
      weight[a.severity] - weight[b.severity] ||
      (a.id < b.id ? -1 : 1),
  )
  return {
    title: say('Regler', 'Rules'),
    isWide: true,
    main: html`<h1>${say('Regler', 'Rules')}</h1>
<p class="lead">${say('Vad beskrivningar granskas mot. Fel bryter mot ett krav, varningar mot en rekommendation, råd är råd.', 'What descriptions are checked against. Errors break a requirement, warnings a recommendation, advice is advice.')}</p>
<ul class="tabs">${[DEFAULT_PROFILE, FRAMEWORK].map((each) => html`<li><a href="${to('/rules', new URLSearchParams({ profile: each }))}"${each === name ? html` aria-current="true"` : empty}>${profileTitle(each)}</a></li>`)}</ul>
${table({
  isFixed: true,
  caption: `${profileTitle(`${profile.id}@${profile.version}`)}: ${rules.length} ${say('regler', 'rules')}`,
  head: [say('Regel', 'Rule'), say('Allvar', 'Severity'), say('Vad', 'What')],
  rows: rules.map((rule) => [
    html`<a href="${to(`/rules/${rule.id}`)}"><code>${rule.id}</code></a>`,
    html`<span class="badge ${tones[rule.severity]}">${severityWord(rule.severity, lang)}</span>`,
    html`${readable(rule.message[lang])}`,
  ]),
})}`,
  }
}

function classOf({ targetClass }: Rule): string {
  return targetClass?.replace(/^.*[#/]/, '') ?? ''
}

export async function rulePage(visit: Visit, id: string): Promise<Page | undefined> {
  const found = await findRule(visit.site, id)
  if (!found) return undefined
  const { rule, profile } = found
  const { say, lang, to } = visit
  const item = [...principles, ...characteristics].find(({ iri }) => iri === rule.derivesFrom)
  return {
    title: rule.id,
    description: readable(rule.message[lang]),
    main: html`<p class="kind">${say('Regel', 'Rule')}</p><h1><code>${rule.id}</code></h1>
<p class="lead"><span class="badge ${tones[rule.severity]}">${severityWord(rule.severity, lang)}</span> ${readable(rule.message[lang])}</p>
<h2>${say('Varför', 'Why')}</h2><p>${rule.description[lang]}</p>
${when(rule.hint, () => html`<h2>${say('Tips', 'Hint')}</h2><p>${readable(rule.hint?.[lang] ?? '')}</p>`)}
${example(say('Så här blir det fel', 'This is wrong'), rule.id, 'bad')}
${example(say('Så här blir det rätt', 'This is right'), rule.id, 'good')}
${facts([
  [say('Profil', 'Profile'), html`${profileTitle(`${profile.id}@${profile.version}`)}`],
  [say('Utgår från', 'Derives from'), item && html`${item.notation} ${item.label[lang]}`],
  [say('Egenskap', 'Property'), rule.path === undefined ? undefined : html`<code>${rule.path}</code>`],
  [
    say('Läs mer', 'Read more'),
    rule.seeAlso === undefined ? undefined : outside(rule.seeAlso, html`${rule.seeAlso}`),
  ],
])}
<p><a href="${to('/rules')}">${say('Alla regler', 'All rules')}</a></p>`,
  }
}

/** An example of the rule's fixtures. The id is that of a rule that is there: it leads nowhere else. */
function example(title: string, id: string, kind: 'good' | 'bad'): Html {
  const file = join(packageFolder(), 'fixtures', 'rules', id, `${kind}.ttl`)
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(file)) return empty
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const shown = lines
    .filter((line) => !/^\s*@?prefix\b/i.test(line))
    .join('\n')
    .trim()
    .split('\n')
  return html`<h2>${title}</h2><pre class="code" tabindex="0" role="region" aria-label="${title}"><code>${shown.map((line) => exampleLine(line, id))}</code></pre>`
}

function exampleLine(line: string, id: string): Html {
  const [text, mark] = line.split(/\s*#!\s*/)
  return mark?.split(/[\s;]+/).includes(id)
    ? html`<mark>${text}</mark>
`
    : html`${text}
`
}
