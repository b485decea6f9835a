/** How connections are secured and led. Types alone, apart from what knows Node's. */

/** TLS settings, as of `node:tls`. */
export interface TlsOptions {
  /** Certificates of trusted issuers, PEM; instead of Node's own list. */
  readonly ca?: string | Uint8Array | readonly (string | Uint8Array)[];
  /** Client certificate, PEM. */
  readonly cert?: string | Uint8Array;
  /** Its private key, PEM. */
  readonly key?: string | Uint8Array;
  /** Opens the private key. */
  readonly passphrase?: string;
  /** The name that the certificate must have, when the URL's host is another. */
  readonly servername?: string;
  /** The oldest version that is spoken; TLS 1.2 unless told. */
  readonly minVersion?: "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";
  /** Accepts any certificate, and with it anyone in between. */
  readonly dangerouslyAcceptAnyCertificate?: boolean;
}

/** A proxy that takes CONNECT (RFC 9110 9.3.6). */
export interface ProxyOptions {
  /** `http:` or `https:`, without credentials. */
  readonly url: string | URL;
  /** By Basic authentication. */
  readonly credentials?: { readonly username: string; readonly password: string };
}
