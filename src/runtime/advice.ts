/** The failures that people meet first: what causes them, and what helps. */

/** Names of the failures. */
export type FailureName =
  | "trusted-hosts"
  | "encryption-required"
  | "double-hop"
  | "clock-skew"
  | "wmi-access-denied"
  | "wrong-namespace"
  | "firewall"
  | "envelope-size"
  | "certificate-name"
  | "basic-disabled";

/** Why something failed, and what to do about it. */
export interface Advice {
  readonly failure: FailureName;
  /** One sentence. */
  readonly cause: string;
  /** One or two sentences. */
  readonly remedy: string;
}

/** What an error shows of itself. */
export interface Evidence {
  readonly code: string;
  readonly hresult?: number;
  readonly httpStatus?: number;
  /** Schemes that the server offered to authenticate with, in lower case. */
  readonly schemes?: readonly string[];
  /** Whether the request went over `http:`. */
  readonly isPlain?: boolean;
  readonly cause?: unknown;
}

interface Failure extends Advice {
  readonly isIt: (evidence: Evidence, systemCode: string) => boolean;
}

const failures: readonly Failure[] = [
  {
    failure: "certificate-name",
    isIt: (_, system) => system === "ERR_TLS_CERT_ALTNAME_INVALID",
    cause: "The server's certificate is for another name than the one in the URL.",
    remedy:
      'Use a name that the certificate states, or say which one it has to have: tls: { servername: "…" }. A certificate for the name in use is better.',
  },
  {
    failure: "clock-skew",
    // SEC_E_TIME_SKEW, and a certificate that begins in the future.
    isIt: ({ hresult }, system) => hresult === 0x80090324 || system === "CERT_NOT_YET_VALID",
    cause: "The clocks of this machine and of the server, or of the domain controller, differ.",
    remedy:
      "Let both keep their time by NTP. Kerberos allows five minutes of difference, and a certificate is not valid before its day.",
  },
  {
    failure: "trusted-hosts",
    // ERROR_WSMAN_SERVER_NOT_TRUSTED
    isIt: ({ hresult }) => hresult === 0x803380e4,
    cause:
      "WinRM on the way does not know how to trust the server: it is in no common domain, and the connection is not HTTPS.",
    remedy:
      "Use https:, or add the host on the machine that refused: Set-Item WSMan:\\localhost\\Client\\TrustedHosts -Value host -Concatenate.",
  },
  {
    failure: "encryption-required",
    // ERROR_WSMAN_CLIENT_UNENCRYPTED_DISABLED
    isIt: ({ hresult, httpStatus, isPlain = false, schemes = [] }) =>
      hresult === 0x803380de ||
      (isPlain &&
        (httpStatus === 403 ||
          (httpStatus === 401 && only(schemes, /^(?:negotiate|kerberos|credssp)$/)))),
    cause: "The server takes no unencrypted messages.",
    remedy:
      "Use https: and port 5986 (winrm quickconfig -transport:https makes a listener). AllowUnencrypted on the server would show everything to the network.",
  },
  {
    failure: "basic-disabled",
    // ERROR_WSMAN_CLIENT_BASIC_AUTHENTICATION_DISABLED
    isIt: ({ hresult, httpStatus, schemes = [] }) =>
      hresult === 0x803380df ||
      (httpStatus === 401 && schemes.length > 0 && !schemes.includes("basic")),
    cause: "The server does not offer Basic authentication, which is off by default on Windows.",
    remedy:
      'Switch it on for local accounts: winrm set winrm/config/service/auth @{Basic="true"}, and use https:. Accounts of a domain cannot use Basic.',
  },
  {
    failure: "double-hop",
    // SEC_E_NO_CREDENTIALS, ERROR_LOGON_FAILURE and ERROR_NO_SUCH_LOGON_SESSION within a provider.
    isIt: ({ hresult }) =>
      hresult === 0x8009030e || hresult === 0x80070520 || hresult === 0x8007052e,
    cause:
      "The server did what was asked under your name, and a third machine did not believe it: credentials do not travel further than one hop.",
    remedy:
      "Ask that third machine directly, or let the administrator allow delegation (resource-based constrained delegation) or CredSSP.",
  },
  {
    failure: "wmi-access-denied",
    isIt: ({ code, hresult }) =>
      hresult === 0x80041003 || hresult === 0x80070005 || hresult === 5 || code === "access-denied",
    cause: "The account has reached the service, but may not use this namespace, class or method.",
    remedy:
      "Give it Enable Account, Remote Enable and Execute Methods in the namespace's security (wmimgmt.msc), and membership in Remote Management Users. Local administrators that are no domain accounts are filtered by UAC (LocalAccountTokenFilterPolicy).",
  },
  {
    failure: "wrong-namespace",
    isIt: ({ code, hresult }) => hresult === 0x8004100e || code === "invalid-namespace",
    cause: "There is no such namespace on this server, or its feature is not installed.",
    remedy:
      'List what there is with client.namespaces(), and pass the right one: connect(url, { namespace: "root/…" }). Namespaces of roles and features exist only where these are installed.',
  },
  {
    failure: "envelope-size",
    isIt: ({ code, hresult, httpStatus }) =>
      hresult === 0x80338047 ||
      hresult === 0x80338048 ||
      hresult === 0x80338049 ||
      httpStatus === 413 ||
      (code === "too-large" && hresult !== undefined),
    cause: "A message is larger than the envelope that one side allows.",
    remedy:
      "Ask for less at a time, raise maxEnvelopeSize here, and MaxEnvelopeSizekb on the server (Set-Item WSMan:\\localhost\\MaxEnvelopeSizekb 8192): the smaller one counts.",
  },
  {
    failure: "firewall",
    isIt: ({ code }, system) =>
      /^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/.test(system) ||
      (code === "timeout" && system === "CONNECT"),
    cause: "Nothing answers at this address: packets are dropped on the way.",
    remedy:
      'Check that the name leads to the right machine, and open the port on the firewalls between: 5985 and 5986 for WinRM, 5988 and 5989 for CIM-XML (Enable-NetFirewallRule -DisplayGroup "Windows Remote Management").',
  },
];

function only(schemes: readonly string[], wanted: RegExp): boolean {
  return schemes.length > 0 && schemes.every((scheme) => wanted.test(scheme));
}

/**
 * What is known about a failure.
 *
 * @param evidence - What the error shows of itself.
 */
export function adviceFor(evidence: Evidence): Advice | undefined {
  const system = systemCodeOf(evidence.cause);
  const found = failures.find(({ isIt }) => isIt(evidence, system));
  if (found === undefined) return undefined;
  const { failure, cause, remedy } = found;
  return { failure, cause, remedy };
}

/** The code that Node gave the innermost error. */
function systemCodeOf(cause: unknown): string {
  let code = "";
  let each = cause;
  for (let depth = 0; depth < 8 && typeof each === "object" && each !== null; depth++) {
    if ("code" in each && typeof each.code === "string") code = each.code;
    each = "cause" in each ? each.cause : undefined;
  }
  return code;
}
