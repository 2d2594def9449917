// Style, script and icon of the portal: files of assets/portal, served under names that change with their content.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../profile/index.ts'

export interface Asset {
  readonly mediaType: string
  readonly body: Uint8Array
}

export interface Assets {
  /** Paths below the root of the portal. */
  readonly css: string
  readonly script: string
  readonly icon: string
  readonly byPath: ReadonlyMap<string, Asset>
  readonly sweden: Outline
}

/** An outline as a path, and the degrees at its edges. */
export interface Outline {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly width: number
  readonly height: number
  readonly path: string
}

const files = {
  css: { file: 'portal.css', mediaType: 'text/css; charset=utf-8' },
  script: { file: 'portal.js', mediaType: 'text/javascript; charset=utf-8' },
  icon: { file: 'icon.svg', mediaType: 'image/svg+xml' },
} as const

export function loadAssets(): Assets {
  const folder = join(packageFolder(), 'assets', 'portal')
  const byPath = new Map<string, Asset>()
  const add = ({ file, mediaType }: { readonly file: string; readonly mediaType: string }): string => {
    const body = readFileSync(join(folder, file))
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
    const path = `/static/${file.replace('.', `.${hash}.`)}`
    byPath.set(path, { mediaType, body })
    return path
  }
  return {
    css: add(files.css),
    script: add(files.script),
    icon: add(files.icon),
    byPath,
    sweden: JSON.parse(readFileSync(join(folder, 'sverige.json'), 'utf8')) as Outline,
  }
}
