// Workflows for GitHub and GitLab: every change is checked, and the main branch is published as a web site.
import type { Lang } from '../finding.ts'

export const workflows = ['github', 'gitlab'] as const

export type Workflow = (typeof workflows)[number]

interface Writing {
  readonly lang: Lang
  /** Of this program, to be used again there. */
  readonly version: string
}

export function startWorkflow(workflow: Workflow, writing: Writing): { path: string; text: string } {
  return workflow === 'github'
    ? { path: '.github/workflows/catalog.yml', text: github(writing) }
    : { path: '.gitlab-ci.yml', text: gitlab(writing) }
}

function github({ lang, version }: Writing): string {
  const words = texts[lang]
  return `# ${words.what}
# ${words.pages}
name: ${words.name}

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  validate:
    name: ${words.validate}
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - run: npx --yes grunddata@${version} build catalog.yaml --output catalog.ttl --format text,github --lang ${lang}
      - run: npx --yes grunddata@${version} publish catalog.ttl --to public --lang ${lang}
      - if: github.ref == 'refs/heads/main'
        uses: actions/upload-pages-artifact@v3
        with:
          path: public

  publish:
    name: ${words.publish}
    needs: validate
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
`
}

function gitlab({ lang, version }: Writing): string {
  const words = texts[lang]
  return `# ${words.what}
image: node:20

validate:
  stage: test
  script:
    - npx --yes grunddata@${version} build catalog.yaml --output catalog.ttl --format text,gitlab=findings.json --lang ${lang}
  artifacts:
    when: always
    paths: [catalog.ttl]
    reports:
      codequality: findings.json

# ${words.gitlabPages}
pages:
  stage: deploy
  script:
    - npx --yes grunddata@${version} publish catalog.ttl --to public --lang ${lang}
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`
}

const texts = {
  sv: {
    name: 'Katalog',
    what: 'Granskar katalogen vid varje ändring och publicerar den från huvudgrenen.',
    pages: 'Slå på GitHub Pages en gång: Settings, Pages, Source: GitHub Actions.',
    gitlabPages: 'GitLab Pages publicerar mappen public.',
    validate: 'Granska',
    publish: 'Publicera',
  },
  en: {
    name: 'Catalogue',
    what: 'Checks the catalogue on every change and publishes it from the main branch.',
    pages: 'Turn on GitHub Pages once: Settings, Pages, Source: GitHub Actions.',
    gitlabPages: 'GitLab Pages publishes the folder public.',
    validate: 'Check',
    publish: 'Publish',
  },
} as const
