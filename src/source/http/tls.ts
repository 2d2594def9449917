// Why a certificate was not accepted, in words: since when it has expired, which name it has, who issued it.

import type { LookupFunction } from 'node:net'
import { connect, type PeerCertificate } from 'node:tls'
import type { Text } from '../../finding.ts'
import { guardedLookup } from '../guard.ts'
import { type Refusal, refusal } from './exchange.ts'

export interface CertificateFacts {
  readonly issuer: string
  readonly subject: string
  /** Names the certificate is for. */
  readonly names: readonly string[]
  readonly validFrom: Date
  readonly validTo: Date
}

interface Where {
  readonly lookup: LookupFunction
  readonly timeoutMs: number
}

/** The certificate a host shows, accepted or not; nothing is sent over the connection. Undefined when there is none. */
export function readCertificate(
  url: URL,
  { lookup, timeoutMs }: Where,
): Promise<CertificateFacts | undefined> {
  return new Promise((resolve) => {
    const socket = connect({
      host: url.hostname,
      port: Number(url.port) || 443,
      servername: /^[\d.]+$|:/.test(url.hostname) ? '' : url.hostname,
      lookup,
      rejectUnauthorized: false,
      timeout: timeoutMs,
    })
    const end = (facts?: CertificateFacts) => {
      socket.destroy()
      resolve(facts)
    }
    socket.once('secureConnect', () => end(factsOf(socket.getPeerCertificate())))
    socket.once('error', () => end())
    socket.once('timeout', () => end())
  })
}

/** {@link readCertificate} through the guard. */
export function certificateOf(
  url: URL,
  allowPrivate: readonly string[],
): Promise<CertificateFacts | undefined> {
  return readCertificate(url, { lookup: guardedLookup(allowPrivate), timeoutMs: 5_000 })
}

function factsOf(certificate: PeerCertificate): CertificateFacts | undefined {
  if (!certificate.valid_to) return undefined
  const nameIn = (part: PeerCertificate['issuer'] | undefined) => part?.O ?? part?.CN ?? '?'
  return {
    issuer: String(nameIn(certificate.issuer)),
    subject: String(certificate.subject?.CN ?? '?'),
    names: (certificate.subjectaltname ?? '')
      .split(', ')
      .map((name) => name.replace(/^(DNS|IP Address):/, ''))
      .filter(Boolean),
    validFrom: new Date(certificate.valid_from),
    validTo: new Date(certificate.valid_to),
  }
}

const chainFaults = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])
const selfSigned = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'])

/** True for the error codes of a certificate that was not accepted. */
export function isTlsFault(code: string): boolean {
  return (
    chainFaults.has(code) ||
    selfSigned.has(code) ||
    code.startsWith('CERT_') ||
    code.startsWith('ERR_TLS_') ||
    code.startsWith('ERR_SSL_') ||
    code === 'EPROTO'
  )
}

/** The refusal for a TLS error code and the certificate that was shown. */
export function tlsRefusal(host: string, code: string, facts: CertificateFacts | undefined): Error {
  return refusal({ kind: 'tls', ...explain(host, code, facts) })
}

function explain(
  host: string,
  code: string,
  facts: CertificateFacts | undefined,
): Pick<Refusal, 'text' | 'hint'> {
  const by: Text = facts
    ? { sv: ` (utfärdat av ${facts.issuer})`, en: ` (issued by ${facts.issuer})` }
    : { sv: '', en: '' }
  if (code === 'CERT_HAS_EXPIRED') {
    const day = facts?.validTo.toISOString().slice(0, 10)
    return {
      text: {
        sv: `Certifikatet för ${host} gick ut${day ? ` ${day}` : ''}${by.sv}.`,
        en: `The certificate of ${host} expired${day ? ` on ${day}` : ''}${by.en}.`,
      },
      hint: { sv: 'Förnya certifikatet på servern.', en: 'Renew the certificate on the server.' },
    }
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = facts?.names.slice(0, 3).join(', ') || '?'
    return {
      text: {
        sv: `Certifikatet gäller ${names}, inte ${host}${by.sv}.`,
        en: `The certificate is for ${names}, not for ${host}${by.en}.`,
      },
      hint: {
        sv: 'Använd värdnamnet som certifikatet gäller, eller skaffa ett nytt.',
        en: 'Use the host name that the certificate is for, or get a new one.',
      },
    }
  }
  if (chainFaults.has(code))
    return {
      text: {
        sv: `Certifikatkedjan för ${host} är inte hel: ett mellanliggande certifikat saknas${by.sv}.`,
        en: `The certificate chain of ${host} is incomplete: an intermediate certificate is missing${by.en}.`,
      },
      hint: {
        sv: 'Lägg till det mellanliggande certifikatet på servern, eller ange en CA-fil för källan.',
        en: 'Add the intermediate certificate on the server, or give a CA file for the source.',
      },
    }
  if (selfSigned.has(code))
    return {
      text: {
        sv: `Certifikatet för ${host} är utfärdat av servern själv eller av en okänd utfärdare${by.sv}.`,
        en: `The certificate of ${host} is issued by the server itself or by an unknown issuer${by.en}.`,
      },
      hint: {
        sv: 'Använd ett certifikat från en känd utfärdare, eller ange en CA-fil för källan.',
        en: 'Use a certificate of a known issuer, or give a CA file for the source.',
      },
    }
  return {
    text: {
      sv: `En säker anslutning till ${host} går inte att upprätta (${code}).`,
      en: `A secure connection to ${host} cannot be made (${code}).`,
    },
    hint: {
      sv: 'Kontrollera serverns TLS-inställningar.',
      en: 'Check the TLS settings of the server.',
    },
  }
}
