/**
 * Finds out which kinds of links the kernel has. It asks with bytes of its own
 * rather than with the library, which is what is being tested.
 *
 * @module
 */
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

const known = new Map<string, boolean>();

/**
 * Says whether links of a kind can be created, by trying to create one in a
 * namespace that must not be the machine's own.
 *
 * @param kind Kind as in `ip link add type KIND`.
 * @returns Whether the kernel knows it.
 */
export function hasLinkKind(kind: string): boolean {
  let has = known.get(kind);
  if (has === undefined) {
    has = inThrowAwayNamespace(() =>
      !ask(kind).includes("Unknown device type")
    );
    known.set(kind, has);
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

/** Sends the request and hands back the answer as text. */
function ask(kind: string): string {
  const fd = checked("socket", libc().socket(AF_NETLINK, SOCK_RAW, 0));
  try {
    const on = new Uint8Array([1, 0, 0, 0]);
    libc().setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, on, on.length);
    const request = newLink(kind);
    checked("send", libc().send(fd, request, BigInt(request.length), 0));
    const answer = new Uint8Array(8192);
    const length = checked("recv", libc().recv(fd, answer, 8192n, 0));
    return new TextDecoder("latin1").decode(answer.subarray(0, length));
  } finally {
    libc().close(fd);
  }
}

function newLink(kind: string): Uint8Array<ArrayBuffer> {
  const text = cString(kind);
  const inner = 4 + text.length;
  const total = 32 + 4 + (inner + 3 & ~3);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  view.setUint32(0, total, little);
  view.setUint16(4, RTM_NEWLINK, little);
  view.setUint16(6, FLAGS, little);
  view.setUint16(32, 4 + inner, little);
  view.setUint16(34, IFLA_LINKINFO, little);
  view.setUint16(36, inner, little);
  view.setUint16(38, IFLA_INFO_KIND, little);
  bytes.set(text, 40);
  return bytes;
}
