// Test suites for harvesters of DCAT-AP feeds: our own reader is put to them, and anybody's.

export { runSuite, type SuiteOptions, type Verdict } from './run-suite.ts'
export { type CaseServer, openCaseServer } from './server.ts'
