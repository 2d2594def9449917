// Whether a text is in the lexical space of an XSD datatype (XML Schema 1.1 part 2, §3.3 and §3.4).
import { RDF, XSD } from '../vocabulary.ts'
import { integerRanges, isInteger } from './integer.ts'

const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?'
const YEAR = '-?(?:[1-9]\\d{3,}|0\\d{3})'
const MONTH = '(?:0[1-9]|1[0-2])'
const DAY = '(?:0[1-9]|[12]\\d|3[01])'
const TIME = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)'
const NUMBER = '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)'
const NAME_START =
  '_:A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d'
const NAME_CHAR = `${NAME_START}\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040-`

function whole(pattern: string): (text: string) => boolean {
  const expression = new RegExp(`^(?:${pattern})$`)
  return (text) => expression.test(text)
}

const isDuration = (text: string) => /^-?P(?=.)[^T]*(?:T.+)?$/.test(text) && durationParts(text)
const durationParts = whole(
  '-?P(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
)
const isFloat = whole(`${NUMBER}(?:[Ee][+-]?\\d+)?|[+-]?INF|NaN`)
const isDateTime = withRealDay(whole(`${YEAR}-${MONTH}-${DAY}T${TIME}${ZONE}`))
const isXmlText = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)
const isNormalized = (text: string) => isXmlText(text) && !/[\t\n\r]/.test(text)
const isToken = (text: string) => isNormalized(text) && !/^ | $| {2}/.test(text)

/** A date in the calendar: the 30th of February is refused. */
function withRealDay(form: (text: string) => boolean): (text: string) => boolean {
  return (text) => {
    if (!form(text)) return false
    const [, year, month, day] = /^(-?\d+)-(\d\d)-(\d\d)/.exec(text)!
    return Number(day) <= daysIn(Number(year), Number(month))
  }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const tests: Readonly<Record<string, (text: string) => boolean>> = {
  [`${XSD}string`]: isXmlText,
  [`${XSD}boolean`]: whole('true|false|0|1'),
  [`${XSD}decimal`]: whole(NUMBER),
  [`${XSD}float`]: isFloat,
  [`${XSD}double`]: isFloat,
  [`${XSD}duration`]: isDuration,
  [`${XSD}yearMonthDuration`]: (text) => isDuration(text) && !/[DT]/.test(text),
  [`${XSD}dayTimeDuration`]: (text) => isDuration(text) && !/^[^T]*[YM]/.test(text),
  [`${XSD}dateTime`]: isDateTime,
  [`${XSD}dateTimeStamp`]: (text) => isDateTime(text) && /(?:Z|[+-]\d\d:\d\d)$/.test(text),
  [`${XSD}time`]: whole(`${TIME}${ZONE}`),
  [`${XSD}date`]: withRealDay(whole(`${YEAR}-${MONTH}-${DAY}${ZONE}`)),
  [`${XSD}gYearMonth`]: whole(`${YEAR}-${MONTH}${ZONE}`),
  [`${XSD}gYear`]: whole(`${YEAR}${ZONE}`),
  [`${XSD}gMonthDay`]: whole(
    `--(?:02-(?:0[1-9]|[12]\\d)|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:0[13578]|1[02])-${DAY})${ZONE}`,
  ),
  [`${XSD}gDay`]: whole(`---${DAY}${ZONE}`),
  [`${XSD}gMonth`]: whole(`--${MONTH}${ZONE}`),
  [`${XSD}hexBinary`]: whole('(?:[0-9A-Fa-f]{2})*'),
  [`${XSD}base64Binary`]: (text) => isBase64(text),
  [`${XSD}anyURI`]: isXmlText,
  [`${XSD}normalizedString`]: isNormalized,
  [`${XSD}token`]: isToken,
  [`${XSD}language`]: whole('[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*'),
  [`${XSD}Name`]: whole(`[${NAME_START}][${NAME_CHAR}]*`),
  [`${XSD}NCName`]: (text) => !text.includes(':') && tests[`${XSD}Name`](text),
  [`${XSD}NMTOKEN`]: whole(`[${NAME_CHAR}]+`),
  ...Object.fromEntries(
    Object.keys(integerRanges).map((name) => [`${XSD}${name}`, (text: string) => isInteger(name, text)]),
  ),
  [`${RDF}langString`]: () => true,
}

function isBase64(text: string): boolean {
  const packed = text.replace(/ /g, '')
  return (
    !/^ | $| {2}/.test(text) &&
    packed.length % 4 === 0 &&
    /^[A-Za-z0-9+/]*(?:[AEIMQUYcgkosw048]=|[AQgw]==)?$/.test(packed)
  )
}

/**
 * True when `lexical` is a legal text of the datatype. A datatype that is not one of XSD's has no rule here and
 * accepts every text. White space is not collapsed: RDF literals are taken as they stand (RDF 1.1 §5.1).
 */
export function isWellFormed(datatypeIri: string, lexical: string): boolean {
  return tests[datatypeIri]?.(lexical) ?? true
}
