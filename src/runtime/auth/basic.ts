/** HTTP Basic authentication (RFC 7617). */
import { CimError } from "../error.ts";
import type { Authenticator } from "./authenticator.ts";

/** Whose account, and whether it may be shown to the network. */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
  /** Allows `http:` to a host that is not this one: everyone on the way can read the password. */
  readonly allowUnencrypted?: boolean;
}

/**
 * Authenticates with user name and password, in UTF-8, at every request.
 *
 * Windows takes it for local accounts only, and only when
 * `WSMan:\localhost\Service\Auth\Basic` is switched on (MS-WSMV 3.1.4.1.28).
 *
 * @param credentials - See {@link BasicCredentials}. They are kept out of
 *   messages, JSON and `util.inspect`.
 * @throws CimError `"configuration"` for a user name with a colon, which Basic
 *   cannot carry, or a control character.
 */
export function basic(credentials: BasicCredentials): Authenticator {
  const { username, password, allowUnencrypted = false } = credentials;

  if (username.includes(":") || /[\u0000-\u001f\u007f]/.test(username + password)) {
    throw new CimError(
      "configuration",
      "a user name for Basic authentication has no colon, and neither it nor the password a control character",
    );
  }
  // In a closure, where neither JSON nor util.inspect looks.
  const header = `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
  return {
    scheme: "Basic",
    check(url) {
      if (url.protocol === "https:" || allowUnencrypted || isLoopback(url.hostname)) return;
      throw new CimError(
        "configuration",
        `Basic authentication over http: would show the password to everyone between here and ${url.host}; ` +
          "use https:, or allowUnencrypted: true",
      );
    },
    authorize: ({ attempt }) => (attempt === 0 ? header : undefined),
  };
}

/**
 * Whether a host name is this machine's own.
 *
 * @param hostname - As in `URL.hostname`.
 */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}
