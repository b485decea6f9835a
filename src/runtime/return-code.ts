/** What the number means that a method returned. */
import { nameOfHresult, nameOfWin32 } from "./codes.ts";

/** Reading of a method's return value. */
export interface ReturnCode {
  /** Unsigned 32-bit number. */
  readonly code: number;
  /** By convention 0, and nothing else. */
  readonly succeeded: boolean;
  /** Whose number it is. */
  readonly facility: "success" | "wbem" | "winrm" | "win32" | "hresult";
  /** Symbolic name, when it is known. */
  readonly name?: string;
  /** One line for a person, for example `WBEM_E_ACCESS_DENIED (0x80041003)`. */
  readonly text: string;
}

/**
 * Describes a method's `uint32` return value where the class has no value map
 * of its own: 0 is success; from 0x80000000 on it is an HRESULT, of WMI
 * (0x8004xxxx), WinRM (0x8033xxxx) or Win32 (0x8007xxxx); else a Win32 number.
 *
 * A value that is not 0 is the method's answer and no failure of the call:
 * many classes define others (4096 `Job Started` in CIM), so look there first.
 *
 * @param value - What the method returned, also as signed 32-bit.
 */
export function describeReturnCode(value: number | bigint): ReturnCode {
  const code = Number(BigInt.asUintN(32, BigInt(value)));
  if (code === 0) return { code, succeeded: true, facility: "success", text: "success (0)" };
  const isHresult = code >= 0x80000000;
  const facility = isHresult ? facilityOf(code) : "win32";
  const name = nameOf(code, facility);
  const number = isHresult ? `0x${code.toString(16).toUpperCase()}` : String(code);
  const text = name === undefined ? `${facility} error ${number}` : `${name} (${number})`;
  return { code, succeeded: false, facility, ...(name === undefined ? {} : { name }), text };
}

function facilityOf(code: number): ReturnCode["facility"] {
  switch ((code >>> 16) & 0x1fff) {
    case 4:
      return "wbem";
    case 7:
      return "win32";
    case 0x33:
      return "winrm";
    default:
      return "hresult";
  }
}

function nameOf(code: number, facility: ReturnCode["facility"]): string | undefined {
  if (code < 0x80000000) return code > 0xffff ? nameOfHresult(code) : nameOfWin32(code);
  return nameOfHresult(code) ?? (facility === "win32" ? nameOfWin32(code & 0xffff) : undefined);
}
