// The client: everything that fetches goes through it.
export type { AskOptions, Client, ClientLimits, ClientOptions, Manners, Terms } from './client.ts'
export { createClient, defaultClientLimits } from './client.ts'
export { documentOf, fetchDocument, RDF_ACCEPT } from './document.ts'
export type { Exchange, FailureName, FaultClass, FetchFailure, Hop, Outcome } from './exchange.ts'
export { failureKinds } from './exchange.ts'
export { unasked } from './faults.ts'
export { createSender, type Send, type SendAnswer, type SenderOptions, type SendRequest } from './send.ts'
export { type CertificateFacts, certificateOf } from './tls.ts'
