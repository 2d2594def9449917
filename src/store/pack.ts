// JSON in few bytes, for what is many and alike.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

export async function packed(value: unknown): Promise<Uint8Array> {
  return zip(JSON.stringify(value), { level: 4 })
}

export async function unpacked<T>(bytes: Uint8Array | ArrayBuffer): Promise<T> {
  return JSON.parse((await unzip(bytes)).toString())
}
