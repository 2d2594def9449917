// An assessment as one self-contained, accessible page: tables, no script, no external resource, all values escaped.
import type { Finding, Lang, Severity } from '../finding.ts'
import { authorityOf, domains } from '../framework/index.ts'
import { empty, type Html, html, link } from '../html.ts'
import { reportStyle, severityWord } from '../report/index.ts'
import {
  type AssessedDomain,
  type AssessedResource,
  type Assessment,
  type ItemOutcome,
  outcomes,
} from './types.ts'
import { countKinds, outcomeWords, unmarkedText, words } from './words.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The page in the chosen language. */
export function assessmentHtml(assessment: Assessment, lang: Lang): string {
  const page = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="grunddata">
<title>${words.title[lang]}: ${assessment.sources.join(', ')}</title>
<style>${{ html: reportStyle }}</style>
</head>
<body>
<main>
<h1>${words.title[lang]}</h1>
<p>${assessment.sources.join(', ')}</p>
<p>${words.lead[lang]}</p>
<p>${words.guidelines[lang]}</p>
${assessment.failures.map(
  ({ source, message }) => html`<p class="verdict bad">${words.notRead[lang]}: ${source}. ${message[lang]}</p>
`,
)}${assessment.resources.length === 0 ? html`<p>${words.none[lang]}</p>` : empty}${assessment.domains.map((each) => domainPart(each, lang))}${
  assessment.others.length > 0
    ? html`<h2>${words.others[lang]}</h2>
<ul>
${assessment.others.map((finding) => findingItem(finding, false, lang))}</ul>
`
    : empty
}<p>${words.footIndication[lang]}</p>
${assessment.unmarked > 0 ? html`<p>${unmarkedText(assessment.unmarked)[lang]}</p>` : empty}
</main>
</body>
</html>
`
  return `<!doctype html>\n${page.html}`
}

function domainPart(each: AssessedDomain, lang: Lang): Html {
  const domain = domains.find(({ id }) => id === each.domain)
  const authority = domain && authorityOf(domain)?.label[lang]
  return html`<section>
<h2>${domain ? `${words.domain[lang]} ${each.label[lang]}` : each.label[lang]}</h2>
<p>${countKinds(each.resources)[lang]}${authority ? ` · ${words.responsible[lang]} ${authority}` : ''}</p>
${each.resources.length > 1 ? matrix(each.items, words.together[lang], lang) : empty}${each.resources.map((resource) => resourcePart(resource, lang))}</section>
`
}

function resourcePart(resource: AssessedResource, lang: Lang): Html {
  const name = resource.label[lang]
  return html`<section>
<h3>${name.charAt(0).toUpperCase() + name.slice(1)}</h3>
${resource.iri === undefined ? empty : html`<p>${link(resource.iri, html`${resource.iri}`)}</p>`}
${matrix(resource.items, name, lang)}${failedPart(resource, lang)}${unknownPart(resource, lang)}${passedPart(resource, lang)}</section>
`
}

function matrix(items: readonly Pick<ItemOutcome, 'item' | 'counts'>[], caption: string, lang: Lang): Html {
  const rows = items.map(
    ({ item, counts }) => html`<tr><th scope="row">${item.notation} ${item.label[lang]}</th>${outcomes.map(
      (outcome) => html`<td>${counts[outcome]}</td>`,
    )}</tr>
`,
  )
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${words.principle[lang]} (P) / ${words.characteristic[lang].toLowerCase()} (C)</th>${outcomes.map(
    (outcome) => html`<th scope="col">${outcomeWords[outcome][lang]}</th>`,
  )}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
`
}

function failedPart({ items }: AssessedResource, lang: Lang): Html {
  const groups = withRules(items, 'failed')
  if (groups.length === 0) return html`<p>${words.nothingToDo[lang]}</p>`
  return html`<h4>${words.toDo[lang]}</h4>
${groups.map(
  ({ item, rules }) => html`<h5>${item.notation} ${item.label[lang]}</h5>
<ul>
${rules.flatMap(({ rule, findings }) => findings.map((each) => findingItem(each, rule.evidence === 'proxy', lang)))}</ul>
`,
)}`
}

function findingItem(finding: Finding, isProxy: boolean, lang: Lang): Html {
  const { location, severity } = finding
  return html`<li class="${severity satisfies Severity}"><strong class="severity">${severityWord(severity, lang)}</strong> ${finding.message[lang]} (${isProxy ? `${words.indication[lang]}, ` : ''}${location.file}:${location.line}, ${link(finding.seeAlso, html`<code>${finding.rule}</code>`)})</li>
`
}

function unknownPart({ items }: AssessedResource, lang: Lang): Html {
  const groups = withRules(items, 'not-assessed')
  if (groups.length === 0) return empty
  return html`<h4>${words.unknown[lang]}</h4>
${groups.map(
  ({ item, rules }) => html`<h5>${item.notation} ${item.label[lang]}</h5>
<ul>
${rules.map(
  ({ rule, reason }) => html`<li>${rule.name?.[lang] ?? rule.id}: ${reason?.[lang] ?? ''}</li>
`,
)}</ul>
`,
)}`
}

function passedPart({ items }: AssessedResource, lang: Lang): Html {
  const groups = withRules(items, 'passed')
  if (groups.length === 0) return empty
  return html`<h4>${words.fine[lang]}</h4>
<ul>
${groups.map(
  ({
    item,
    rules,
  }) => html`<li>${item.notation} ${item.label[lang]}: ${rules.map(({ rule }) => rule.name?.[lang] ?? rule.id).join(', ')}.</li>
`,
)}</ul>
`
}

function withRules(items: readonly ItemOutcome[], wanted: (typeof outcomes)[number]) {
  return items
    .map(({ item, rules }) => ({ item, rules: rules.filter(({ outcome }) => outcome === wanted) }))
    .filter(({ rules }) => rules.length > 0)
}
