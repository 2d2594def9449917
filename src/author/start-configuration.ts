// The configuration that a new catalogue begins with: what can be set, as comments.
import type { Lang } from '../finding.ts'

/** `grunddata.config.yaml`. */
export function startConfiguration(lang: Lang): string {
  return configurations[lang]
}

const configurations: Readonly<Record<Lang, string>> = {
  sv: `# Inställningar för grunddata i den här mappen. Allt kan utelämnas.

# Profil att granska mot; auto väljer den version som katalogen är skriven i.
profile: auto

# Från vilken allvarlighetsgrad bygget underkänns: error, warning eller info.
failOn: error

# Andra allvarlighetsgrader, till exempel:
# severities:
#   location-centroid-missing: off

# Anmärkningar som ni känner till och tänker rätta:
# waivers:
#   - rule: dataset-temporal-missing
#     reason: Perioden utreds.
#     owner: Kansliet
#     expires: 2027-06-30
`,
  en: `# Settings of grunddata in this folder. All of it may be left out.

# Profile to check against; auto chooses the version that the catalogue is written in.
profile: auto

# From which severity the build fails: error, warning or info.
failOn: error

# Other severities, for example:
# severities:
#   location-centroid-missing: off

# Findings that you know of and will correct:
# waivers:
#   - rule: dataset-temporal-missing
#     reason: The period is being looked into.
#     owner: The office
#     expires: 2027-06-30
`,
}
