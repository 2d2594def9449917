// How a static web server is told of media types and content negotiation: a `.htaccess` that Apache reads by itself,
// and a snippet for nginx to include.
import type { Artifact, Site } from './artifact.ts'
import { type Form, formNames, forms } from './forms.ts'

/** Publishes `.htaccess` and `nginx-snippet.conf`. */
export function* serverFiles({ base }: Site): Generator<Artifact> {
  yield { path: '.htaccess', mediaType: 'text/plain', body: apache() }
  yield { path: 'nginx-snippet.conf', mediaType: 'text/plain', body: nginx(new URL(base).pathname) }
}

/** Forms by the media types that a client asks for; the longer extension first. */
const asked: readonly { readonly accept: string; readonly extension: string }[] = [
  { accept: 'text/html', extension: 'html' },
  ...formNames
    .map((name): Form => forms[name])
    .filter(({ mediaType }) => !mediaType.includes(';'))
    .map(({ mediaType, extension }) => ({ accept: mediaType, extension })),
]

const types: readonly (readonly [string, string])[] = [
  ['ttl', 'text/turtle'],
  ['rdf', 'application/rdf+xml'],
  ['jsonld', 'application/ld+json'],
  ['nt', 'application/n-triples'],
  ['nq', 'application/n-quads'],
  ['atom', 'application/atom+xml'],
]

const pattern = (accept: string) => accept.replace(/[.+/]/g, '\\$&')

function apache(): string {
  const rules = asked.map(({ accept, extension }) =>
    [
      `  RewriteCond %{HTTP_ACCEPT} ${pattern(accept)}`,
      `  RewriteCond %{REQUEST_FILENAME}.${extension} -f`,
      `  RewriteRule ^(.+?)/?$ $1.${extension} [L]`,
    ].join('\n'),
  )
  const fallback = ['html', 'ttl'].map((extension) =>
    [
      '  RewriteCond %{REQUEST_FILENAME} !-f',
      `  RewriteCond %{REQUEST_FILENAME}.${extension} -f`,
      `  RewriteRule ^(.+?)/?$ $1.${extension} [L]`,
    ].join('\n'),
  )
  return `# Written by grunddata: media types, and the form that each client asks for.
AddDefaultCharset utf-8
AddCharset utf-8 .ttl .rdf .jsonld .nt .nq .atom .xml
${types.map(([extension, type]) => `AddType ${type} .${extension}`).join('\n')}
<FilesMatch "^(dcat)$">
  ForceType application/rdf+xml
</FilesMatch>
<FilesMatch "^(void)$">
  ForceType text/turtle
</FilesMatch>
<FilesMatch "^SHA256SUMS$">
  ForceType text/plain
</FilesMatch>
<IfModule mod_headers.c>
  Header merge Vary Accept
  Header set Access-Control-Allow-Origin "*"
  Header set X-Content-Type-Options "nosniff"
</IfModule>
<IfModule mod_dir.c>
  DirectorySlash Off
</IfModule>
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteOptions AllowNoSlash
${[...rules, ...fallback].join('\n\n')}
</IfModule>
`
}

function nginx(root: string): string {
  return `# Written by grunddata. Include the map in http { } and the locations in server { }.
# map $http_accept $grunddata_form {
#   default              .html;
${asked.map(({ accept, extension }) => `#   "~*${accept.replace(/[.+]/g, '\\$&')}" .${extension};`).join('\n')}
# }

location ${root} {
  types {
    text/html html;
    text/css css;
    text/javascript js;
    image/svg+xml svg;
    application/xml xml;
${types.map(([extension, type]) => `    ${type} ${extension};`).join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/turtle application/n-triples application/n-quads application/xml;
  add_header Vary Accept;
  add_header Access-Control-Allow-Origin "*";
  add_header X-Content-Type-Options nosniff;
  try_files $uri $uri$grunddata_form $uri.html $uri.ttl $uri/index.html =404;
}
${single(`${root}datasets/dcat`, 'application/rdf+xml')}
${single(`${root}.well-known/void`, 'text/turtle')}
${single(`${root}SHA256SUMS`, 'text/plain')}
`
}

/** One file without an extension that would tell its type. */
function single(path: string, type: string): string {
  return `location = ${path} {
  types { }
  default_type ${type};
  add_header Access-Control-Allow-Origin "*";
  add_header X-Content-Type-Options nosniff;
}`
}
