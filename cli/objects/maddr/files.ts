/**
 * The multicast groups that links have joined, from the files that the kernel
 * lists them in: netlink does not report how many users they have, nor those of
 * hardware addresses.
 *
 * @see {@link https://man7.org/linux/man-pages/man5/proc.5.html | proc(5)}
 *
 * @module
 */

import { fail } from "../../parse/errors.ts";
import type { Io } from "../../runtime/io.ts";
import { ipv6Address } from "../../../messages/codec/address.ts";
import { AF_INET, AF_INET6, AF_PACKET } from "../../../messages/families.ts";

/** A group that a link has joined. */
export interface Membership {
  /** Index of the link. */
  readonly index: number;
  /** Name of the link. */
  readonly name: string;
  /** Family of the group's address, `AF_*`. */
  readonly family: number;
  /** The group: bytes with colons, or an IP address. */
  readonly address: string;
  /** How many have joined it. */
  readonly users: number;
  /** Whether an administrator has. */
  readonly isStatic?: boolean;
}

/** The files are those of the network namespace that this thread is in. */
const FOLDER = "/proc/thread-self/net";

const READERS: readonly (readonly [
  family: number,
  file: string,
  parse: (text: string) => Membership[],
])[] = [
  [AF_PACKET, "dev_mcast", hardwareGroups],
  [AF_INET, "igmp", ipv4Groups],
  [AF_INET6, "igmp6", ipv6Groups],
];

/**
 * Reads the groups.
 *
 * @param io Reads the files.
 * @param family The family of their addresses, `AF_*`; 0 for all.
 * @returns The groups, in the order of their links.
 * @throws {CommandError} If reading is not permitted.
 */
export function readMemberships(io: Io, family: number): Membership[] {
  const all = READERS.filter(([each]) => family === 0 || family === each)
    .flatMap(([, file, parse]) => parse(read(io, file)));
  return all.sort((a, b) => a.index - b.index);
}

function read(io: Io, file: string): string {
  const text = io.readTextFile(`${FOLDER}/${file}`);
  if (text !== undefined) return text;
  // A protocol that the kernel does not have has no file; this one is always
  // there, and where it cannot be read, reading is not permitted.
  if (io.readTextFile(`${FOLDER}/dev`) !== undefined) return "";
  const path = `${FOLDER}/${file}`;
  const reason = io.whyNot?.(path) ?? "Permission denied";
  throw fail(1, `Cannot open "/proc/net/${file}": ${reason}`);
}

function rows(text: string): string[][] {
  return text.split("\n").map((line) => line.trim().split(/\s+/));
}

function hexBytes(digits: string): string[] | undefined {
  return digits.length % 2 === 0
    ? digits.toLowerCase().match(/../g) ?? []
    : undefined;
}

function hardwareGroups(text: string): Membership[] {
  return rows(text).flatMap(
    ([index, name, users, isStatic, digits]): Membership[] => {
      const bytes = hexBytes(digits ?? "x");
      if (bytes === undefined || name === undefined) return [];
      return [{
        index: Number(index),
        name,
        family: AF_PACKET,
        address: bytes.join(":"),
        users: Number(users),
        isStatic: isStatic !== "0",
      }];
    },
  );
}

/** Lines of links, and after each of them lines of groups, which begin with a tab. */
function ipv4Groups(text: string): Membership[] {
  const groups: Membership[] = [];
  let index = 0;
  let name = "";
  for (const line of text.split("\n").slice(1)) {
    const [first = "", second = ""] = line.trim().split(/\s+/);
    if (first === "") continue;
    if (!line.startsWith("\t")) {
      index = Number(first);
      name = second.replace(/:$/, "");
      continue;
    }
    groups.push({
      index,
      name,
      family: AF_INET,
      address: ipv4Of(parseInt(first, 16)),
      users: Number(second),
    });
  }
  return groups;
}

/** The file has addresses as numbers of the machine's byte order. */
function ipv4Of(number: number): string {
  const bytes = new Uint8Array(Uint32Array.of(number).buffer);
  return bytes.join(".");
}

function ipv6Groups(text: string): Membership[] {
  return rows(text).flatMap(([index, name, digits, users]): Membership[] => {
    const bytes = hexBytes(digits ?? "x");
    if (bytes?.length !== 16 || name === undefined) return [];
    const data = Uint8Array.from(bytes, (byte) => parseInt(byte, 16));
    return [{
      index: Number(index),
      name,
      family: AF_INET6,
      address: ipv6Address.decode(new DataView(data.buffer), 0, 16),
      users: Number(users),
    }];
  });
}
