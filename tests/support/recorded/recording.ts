/**
 * What a command of ours exchanged with the world, and what the real program
 * printed for the same words.
 *
 * @module
 */
import { mask, withoutUsage } from "../../differential/compare.ts";
import type { DeviceRequest } from "../../../socket/device_control.ts";
import type { Result } from "../../differential/theirs.ts";

/** A datagram that was sent, and those that came before the next was. */
export interface Turn {
  /** What was sent. */
  readonly sent: Uint8Array<ArrayBuffer>;
  /** What was received. */
  readonly received: Uint8Array<ArrayBuffer>[];
}

/** What went over one socket. */
export interface Session {
  /** Netlink protocol, `NETLINK_*`. */
  readonly protocol: number;
  /** Name of the network namespace, if not the command's own. */
  readonly netns?: string;
  /** Datagrams in their order. */
  readonly turns: Turn[];
}

/** Something that was read: `undefined` if it was not there. */
export type Input = string | boolean | readonly string[] | undefined;

/**
 * What was read, by how and where: `file /etc/iproute2/rt_dsfield`. Ways are
 * `env`, `file` (text), `bytes` (in hexadecimal), `directory`, `readable`
 * (whether), `reason` (why not), what the C library looks up: `protocol`
 * (its number), `protocol-name` and `host` (its name), and `ioctl` (error number
 * and struct).
 */
export type Inputs = Map<string, Input>;

/**
 * Names a request to a device.
 *
 * @param request The request.
 * @returns All that is in it.
 */
export function describeRequest(
  { family, request, device, data, netns = "-" }: DeviceRequest,
): string {
  const what = `${request.toString(16)} ${device || "-"} ${data.toHex()}`;
  return `${netns} ${family} ${what}`;
}

/** Everything that a command got from the world, and sent to it. */
export interface Tape {
  /** Sockets, in the order in which they were opened. */
  readonly sessions: Session[];
  /** What was read. */
  readonly inputs: Inputs;
  /** Why this cannot be played back, if so. */
  problem?: string;
}

/** A command line that can be played back. */
export interface Recording extends Tape {
  /** The words, with `$TMP` for the case's folder. */
  readonly words: readonly string[];
  /** Names whose numbers may differ. */
  readonly masked: readonly string[];
  /** What the real program did. */
  readonly expected: Result;
}

/** A command line that cannot be played back. */
export interface Dropped {
  /** The words. */
  readonly words: readonly string[];
  /** Why not. */
  readonly dropped: string;
}

/** The recordings of one differential case. */
export interface RecordedCase {
  /** Name of the case. */
  readonly name: string;
  /** Why it was not run at all, if so. */
  readonly skipped?: string;
  /** Its command lines. */
  readonly lines: readonly (Recording | Dropped)[];
}

/** The recordings of one file of cases. */
export interface RecordedFile {
  /** Version of iproute2. */
  readonly iproute2: string;
  /** Release of the kernel. */
  readonly kernel: string;
  /** Its cases. */
  readonly cases: readonly RecordedCase[];
}

/**
 * What of an output is compared: numbers that may differ are hidden. Usages are
 * not ours to keep, so that only their words are.
 *
 * @param output Output of a program.
 * @param masked Names whose numbers are hidden.
 * @returns What is compared.
 */
export function comparable(output: string, masked: readonly string[]): string {
  return withoutUsage(mask(output, masked));
}
