/**
 * Finds out which kinds of links the kernel has. It asks with bytes of its own
 * rather than with the library, which is what is being tested.
 *
 * @module
 */
import { concat } from "@std/bytes";
import { checked, cString, libc } from "./libc.ts";

const AF_NETLINK = 16;
const SOCK_RAW = 3;
const SOL_NETLINK = 270;
const NETLINK_EXT_ACK = 11;
const RTM_NEWLINK = 16;
/** `NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL` */
const FLAGS = 0x605;
const IFLA_LINKINFO = 18;
const IFLA_INFO_KIND = 1;
const IFLA_INFO_DATA = 2;

const known = new Map<string, boolean>();

/**
 * Returns whether links of a kind can be created, by trying to create one in a
 * namespace that must not be the machine's own.
 *
 * @param kind Kind as in `ip link add type KIND`.
 * @returns Whether the kernel supports it.
 */
export function hasLinkKind(kind: string): boolean {
  let has = known.get(kind);
  if (has === undefined) {
    has = inThrowAwayNamespace(() =>
      !textOf(ask(kind)).includes("Unknown device type")
    );
    known.set(kind, has);
  }
  return has;
}

/** Options of kinds that kernels are built with or without. */
const features = {
  /** VLAN filtering of bridges: `IFLA_BR_VLAN_FILTERING`. */
  "bridge-vlans": { kind: "bridge", option: 7 },
} as const;

/** Name of an option of a kind that kernels are built with or without. */
export type Feature = keyof typeof features;

/**
 * Returns whether the kernel has an option of a kind, by trying to unset it.
 *
 * @param feature Name of the option.
 * @returns Whether the kernel has it.
 */
export function hasFeature(feature: Feature): boolean {
  let has = known.get(feature);
  if (has === undefined) {
    const { kind, option } = features[feature];
    has = hasLinkKind(kind) &&
      inThrowAwayNamespace(() => errorOf(ask(kind, option)) === 0);
    known.set(feature, has);
  }
  return has;
}

function inThrowAwayNamespace<T>(body: () => T): T {
  const CLONE_NEWNET = 0x4000_0000;
  const path = cString("/proc/thread-self/ns/net");
  const fd = checked("open the namespace", libc().open(path, 0));
  try {
    checked("unshare", libc().unshare(CLONE_NEWNET));
    return body();
  } finally {
    checked("setns", libc().setns(fd, CLONE_NEWNET));
    libc().close(fd);
  }
}

function textOf(answer: Uint8Array): string {
  return new TextDecoder("latin1").decode(answer);
}

/** The error number of an answer. */
function errorOf(answer: Uint8Array): number {
  const { buffer, byteOffset } = answer;
  return new DataView(buffer, byteOffset).getInt32(16, isLittle);
}

/** Sends the request, with an option of 0 if one is given. */
function ask(kind: string, option?: number): Uint8Array {
  const fd = checked("socket", libc().socket(AF_NETLINK, SOCK_RAW, 0));
  try {
    const on = new Uint8Array([1, 0, 0, 0]);
    libc().setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, on, on.length);
    const request = newLink(kind, option);
    checked("send", libc().send(fd, request, BigInt(request.length), 0));
    const answer = new Uint8Array(8192);
    const length = checked("recv", libc().recv(fd, answer, 8192n, 0));
    return answer.subarray(0, length);
  } finally {
    libc().close(fd);
  }
}

const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function newLink(kind: string, option?: number): Uint8Array<ArrayBuffer> {
  const info = [attribute(IFLA_INFO_KIND, cString(kind))];
  if (option !== undefined) {
    const zero = attribute(option, new Uint8Array(1));
    info.push(attribute(IFLA_INFO_DATA, zero));
  }
  const body = attribute(IFLA_LINKINFO, concat(info));
  const bytes = new Uint8Array(32 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, isLittle);
  view.setUint16(4, RTM_NEWLINK, isLittle);
  view.setUint16(6, FLAGS, isLittle);
  bytes.set(body, 32);
  return bytes;
}

function attribute(type: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + payload.length + 3 & ~3);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 4 + payload.length, isLittle);
  view.setUint16(2, type, isLittle);
  bytes.set(payload, 4);
  return bytes;
}
