/**
 * Finds out which families of generic netlink the kernel has. It asks with
 * bytes of its own rather than with the library, which is what is being tested.
 *
 * @module
 */
import { checked, libc } from "./libc.ts";

const AF_NETLINK = 16;
const SOCK_RAW = 3;
const NETLINK_GENERIC = 16;
const GENL_ID_CTRL = 16;
const NLM_F_REQUEST = 1;
const CTRL_CMD_GETFAMILY = 3;
const CTRL_ATTR_FAMILY_NAME = 2;

/** Families whose modules do not name them, so that the kernel does not load them. */
const MODULES: Readonly<Record<string, string>> = {
  ila: "ila",
  NET_DM: "drop_monitor",
  psample: "psample",
};

/**
 * Returns whether the kernel has a family. In a virtual machine, modules are
 * loaded that no request loads.
 *
 * @param name Its name.
 * @returns Whether it has.
 */
export function hasFamily(name: string): boolean {
  if (isThere(name)) return true;
  const module = MODULES[name];
  if (module === undefined || Deno.env.get("KERNEL_VM") === undefined) {
    return false;
  }
  new Deno.Command("modprobe", { args: [module], stderr: "null" }).outputSync();
  return isThere(name);
}

function isThere(name: string): boolean {
  const fd = checked(
    "socket",
    libc().socket(AF_NETLINK, SOCK_RAW, NETLINK_GENERIC),
  );
  try {
    const request = getFamily(name);
    checked("send", libc().send(fd, request, BigInt(request.length), 0));
    const answer = new Uint8Array(8192);
    checked("recv", libc().recv(fd, answer, BigInt(answer.length), 0));
    // What is not an error is the family.
    return new DataView(answer.buffer).getUint16(4, true) === GENL_ID_CTRL;
  } finally {
    libc().close(fd);
  }
}

function getFamily(name: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(`${name}\0`);
  const bytes = new Uint8Array(24 + ((text.length + 3) & ~3));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint16(4, GENL_ID_CTRL, true);
  view.setUint16(6, NLM_F_REQUEST, true);
  view.setUint8(16, CTRL_CMD_GETFAMILY);
  view.setUint8(17, 1);
  view.setUint16(20, 4 + text.length, true);
  view.setUint16(22, CTRL_ATTR_FAMILY_NAME, true);
  bytes.set(text, 24);
  return bytes;
}
