// Lists the corrections that may be applied unseen: the line, what stands there, what to write.
import { validate } from '../src/index.ts'

const { reports } = await validate(['fixtures/catalogs/kommun-trasig.ttl'])
export const corrections = reports
  .flatMap(({ findings }) => findings)
  .filter(({ fix }) => fix?.kind === 'safe')
  .map(({ location, value, fix }) => `${location.line}: ${value} → ${fix?.replacement ?? '(remove)'}`)
console.log(corrections.join('\n'))
