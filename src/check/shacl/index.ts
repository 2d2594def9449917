// SHACL: shapes compiled once, run over any number of graphs; results as objects, as a report graph, as problems.
export { compileShapes } from './compile.ts'
export type { CompiledShapes, Path, ShaclResult, Shape, Target, ValidateOptions } from './model.ts'
export { pathText } from './path.ts'
export type { ReportSubject } from './report.ts'
export { toReport } from './report.ts'
export type { Run } from './validate.ts'
export { runShapes, validateAll, validateShapes } from './validate.ts'
export { isWellFormed } from './xsd/lexical.ts'
