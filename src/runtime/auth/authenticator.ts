/** What every way of authenticating offers to the HTTP layer. */

/** One `WWW-Authenticate` challenge (RFC 9110 11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** Everything behind the scheme: a token or a list of parameters. */
  readonly parameters: string;
}

/** A request that wants credentials. */
export interface AuthenticationRequest {
  readonly method: string;
  readonly url: URL;
  /** What the server answered with to the previous attempt; empty at the first. */
  readonly challenges: readonly Challenge[];
  /** 0 at the first attempt, one more after each 401. */
  readonly attempt: number;
}

/**
 * A way of authenticating: Basic today, and made so that Digest, Negotiate and
 * Kerberos can be others.
 */
export interface Authenticator {
  /** Name of the scheme for messages, for example `Basic`. */
  readonly scheme: string;
  /**
   * `connection` when what was proved holds for one TCP connection alone, as
   * with NTLM: the HTTP layer then keeps to a single connection.
   */
  readonly binding?: "connection";
  /**
   * Refuses a server that must not see these credentials.
   *
   * @throws CimError `"configuration"`.
   */
  check?(url: URL): void;
  /**
   * The value of the `Authorization` header for an attempt, or `undefined` to
   * give up: the call then rejects with `"unauthorized"`.
   */
  authorize(request: AuthenticationRequest): string | undefined | Promise<string | undefined>;
}
