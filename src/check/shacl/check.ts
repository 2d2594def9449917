// The check that runs a profile's shapes: results become problems, named by the rule that the shape is.
import type { Problem, Severity } from '../../finding.ts'
import type { Check } from '../types.ts'
import { conceptsOf } from './background.ts'
import { foreignRuleId } from './foreign-rule.ts'
import type { CompiledShapes, ShaclResult } from './model.ts'
import { pathText } from './path.ts'
import { compiledOnce } from './reach.ts'
import { validateAll } from './validate.ts'
import { RULE, SH } from './vocabulary.ts'
import { wordsOf } from './wording.ts'

/** Runs the profile's SHACL shapes; a result found twice by different roads is one problem. */
export const shapes: Check = async (graph, { profile, view }) => {
  const compiled = compiledOnce(profile.shapes)
  const background = conceptsOf(profile)
  const results = await validateAll(compiled, graph, {
    ...(background && { background }),
    ...(view && { home: view.home }),
  })
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const result of results) {
    const problem = problemOf(compiled, result)
    const key = `${problem.rule} ${problem.focus} ${problem.path} ${problem.value} ${problem.at}`
    if (!seen.has(key)) problems.push(problem)
    seen.add(key)
  }
  return problems
}

function problemOf(compiled: CompiledShapes, result: ShaclResult): Problem {
  const { focus, value, path, at, shape } = result
  const own = shape.startsWith(RULE)
  return {
    rule: own ? shape.slice(RULE.length) : foreignRuleId(compiled, result),
    ...(typeof focus === 'number' && { focus }),
    ...(path && { path: pathText(path) }),
    ...(typeof value === 'number' && { value }),
    ...(at !== undefined && { at }),
    ...(!own && { params: { message: wordsOf(result), severity: severityOf(result) } }),
  }
}

function severityOf({ severity }: ShaclResult): Severity {
  if (severity === `${SH}Warning`) return 'warning'
  return severity === `${SH}Info` ? 'info' : 'error'
}
