// Profiles loaded once for a site: reading one costs more than a page.
import { DEFAULT_PROFILE, loadProfile, type Profile, profileNames, type Rule } from '../../profile/index.ts'
import type { Site } from '../site.ts'

export const FRAMEWORK = 'grunddata@2.0'

const kept = new WeakMap<Site, Map<string, Promise<Profile>>>()

export function profileOf(site: Site, name: string): Promise<Profile> {
  const profiles = kept.get(site) ?? new Map<string, Promise<Profile>>()
  kept.set(site, profiles)
  const found = profiles.get(name) ?? loadProfile(name)
  profiles.set(name, found)
  return found
}

/** A rule by its id, with the profile that states it. */
export async function findRule(
  site: Site,
  id: string,
): Promise<{ readonly rule: Rule; readonly profile: Profile } | undefined> {
  for (const name of new Set([DEFAULT_PROFILE, FRAMEWORK, ...profileNames()])) {
    const profile = await profileOf(site, name)
    const rule = profile.rules.get(id)
    if (rule) return { rule, profile }
  }
  return undefined
}
