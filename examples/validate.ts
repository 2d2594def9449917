// Validates a catalogue and prints what is wrong, in Swedish.
import { reporters, validate } from '../src/index.ts'

const { reports, lineOf } = await validate(['fixtures/catalogs/kommun-trasig.ttl'], {
  profile: 'dcat-ap-se@3.0.1',
})
export const printed = reporters.text(reports, { lang: 'sv', lineOf })
console.log(printed)
