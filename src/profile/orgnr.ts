// Swedish organisation numbers: the ten digits, their check digit, and the IRI Sveriges dataportal gives them.

/** What the address of an organisation at Sveriges dataportal begins with (harvesting.md, "Utgivande organisation"). */
export const ORGANISATION = 'http://dataportal.se/organisation/SE'

/** The ten digits of a number written `2120000829`, `212000-0829`, `SE2120000829` or with a leading century; else undefined. */
export function organisationDigits(written: string): string | undefined {
  const match = /^(?:SE)?\s*(?:16)?(\d{6})[\s-]?(\d{4})(?:01)?$/i.exec(written.trim())
  return match ? match[1] + match[2] : undefined
}

/** True for ten digits whose last one is the Luhn check digit and whose third is at least 2 (a person's is below). */
export function isOrganisationNumber(digits: string): boolean {
  return /^\d{2}[2-9]\d{7}$/.test(digits) && checkDigit(digits) === Number(digits[9])
}

/** The check digit by Luhn's rule for the first nine digits. */
export function checkDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < 9; i++) {
    const product = Number(digits[i]) * (i % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return (10 - (sum % 10)) % 10
}
