/** Certificates for a moment. */
import { generate } from "selfsigned";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Of its issuer, which is itself. */
  readonly ca: string;
}

/** When a certificate is valid: for a day around now, unless told. */
export interface Validity {
  /** Days from now on which it ends, or begins. */
  readonly days?: number;
}

/** A certificate for a name. */
export async function certificateFor(
  name: string,
  { days = 0 }: Validity = {},
): Promise<Certificate> {
  const at = (offset: number): Date => new Date(Date.now() + offset * 86_400_000);
  const { private: key, cert } = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: days > 0 ? at(days) : at(-2),
    notAfterDate: days < 0 ? at(days) : at(days + 1),
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }],
  });
  return { key, cert, ca: cert };
}
