// The integer datatypes of XSD and their limits (XML Schema 1.1 part 2, §3.4.13 to §3.4.25).

/** Lowest and highest value by local name; undefined is unlimited. */
export const integerRanges: Readonly<Record<string, readonly [low?: bigint | undefined, high?: bigint]>> = {
  integer: [],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  nonNegativeInteger: [0n],
  positiveInteger: [1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-32768n, 32767n],
  byte: [-128n, 127n],
  unsignedLong: [0n, 2n ** 64n - 1n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  unsignedShort: [0n, 65535n],
  unsignedByte: [0n, 255n],
}

/** True when `text` is an integer within the limits of the datatype with this local name. */
export function isInteger(name: string, text: string): boolean {
  if (!/^[+-]?\d+$/.test(text)) return false
  const [low, high] = integerRanges[name]
  if (low === undefined && high === undefined) return true
  const value = BigInt(text.replace(/^\+/, ''))
  return (low === undefined || value >= low) && (high === undefined || value <= high)
}
