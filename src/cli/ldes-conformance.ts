// `grunddata ldes conformance`: puts our own reader of feeds, or anybody's harvester, to a suite of test cases.
import { join } from 'node:path'
import { runSuite, type Verdict } from '../conformance/index.ts'
import { GrunddataError } from '../errors.ts'
import type { Lang } from '../finding.ts'
import { packageFolder } from '../profile/index.ts'
import { paint } from '../report/index.ts'
import type { Call } from './call.ts'

/** Exit code 1 when a case fails. Throws SOURCE_NOT_FOUND, USAGE. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const { lang } = terminal
  const out = values.one('feedOut')
  const command = values.one('feedVia')
  const only = values.list('feedCase')
  const isText = values.one('feedFormat') !== 'json'
  const [suite = join(packageFolder(), 'fixtures', 'ldes')] = call.args
  const verdicts = await runSuite({
    suite,
    only,
    ...(out !== undefined && { out }),
    ...(command !== undefined && { command }),
    onCase: (verdict) => {
      if (isText && (verdict.wrong.length > 0 || terminal.verbose)) terminal.write(caseText(verdict, call))
    },
  })
  if (verdicts.length === 0)
    throw new GrunddataError('USAGE', {
      sv: `Inget fall i ${suite} heter ${only.join(', ')}.`,
      en: `No case of ${suite} is called ${only.join(', ')}.`,
    })
  const failed = verdicts.filter(({ wrong }) => wrong.length > 0).length
  const passed = verdicts.length - failed
  if (isText) terminal.write(`${passed} passed, ${failed} failed\n`)
  else terminal.write(jsonOf(verdicts, { passed, failed, lang }))
  return failed > 0 ? 1 : 0
}

function caseText({ name, about, wrong }: Verdict, { terminal }: Call): string {
  const { lang, color } = terminal
  const mark = wrong.length > 0 ? paint(color).severity.error('✗') : paint(color).good('✓')
  const lines = [`${mark} ${name}${about ? `: ${about}` : ''}`, ...wrong.map((text) => `    ${text[lang]}`)]
  return `${lines.join('\n')}\n`
}

function jsonOf(
  verdicts: readonly Verdict[],
  { lang, ...counts }: { passed: number; failed: number; lang: Lang },
): string {
  const cases = verdicts.map(({ name, about, wrong }) => ({
    name,
    about,
    wrong: wrong.map((text) => text[lang]),
  }))
  return `${JSON.stringify({ version: '1.0', ...counts, cases }, null, 2)}\n`
}
