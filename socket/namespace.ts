/**
 * Doing things in another network namespace.
 *
 * A namespace belongs to a thread, and JavaScript runs in one: entering,
 * doing and returning happen in one synchronous stretch, so nothing else of the
 * program ever sees the other namespace. A socket that was opened there stays
 * there.
 *
 * @see {@link https://man7.org/linux/man-pages/man7/network_namespaces.7.html | network_namespaces(7)}
 *
 * @module
 */

import { fileIdentity } from "./directory.ts";
import { NamespaceError, SocketError } from "./error.ts";
import { check, cString, errno, lazy, libc } from "./libc.ts";
import { CLONE_NEWNET, O_CLOEXEC, unshare } from "./system.ts";

const ENOENT = 2;

/** Where `ip netns` keeps its namespaces, in the order they are looked up. */
const FOLDERS = ["/run/netns", "/var/run/netns"];

/** The namespace of this very thread; other threads may be elsewhere. */
const HERE = "/proc/thread-self/ns/net";

/**
 * Names a network namespace: by the name that `ip netns` gave it, by an
 * absolute path such as `/proc/1/ns/net`, by a process that is in it, or by an
 * open descriptor of it.
 */
export type NetworkNamespace = string | { pid: number } | { fd: number };

const calls = lazy(
  {
    open: { parameters: ["buffer", "i32", "u32"], result: "i32" },
    setns: { parameters: ["i32", "i32"], result: "i32" },
    ioctl: { parameters: ["i32", "usize", "usize"], result: "i32" },
  } as const,
);

let lost: NamespaceError | undefined;

/**
 * Opens a network namespace.
 *
 * @param netns The namespace.
 * @returns A descriptor of it, which whoever called has to close.
 * @throws {SocketError} If there is none.
 */
export function openNamespace(netns: NetworkNamespace): number {
  const paths = namespacePaths(netns);
  libc();
  let error = ENOENT;
  for (const path of paths) {
    const fd = calls().open(cString(path), O_CLOEXEC, 0);
    if (fd >= 0) return fd;
    error = errno();
    if (error !== ENOENT) break;
  }
  throw new SocketError("open", error, `open ${describe(netns)}`);
}

function describe(netns: NetworkNamespace): string {
  const name = typeof netns === "string"
    ? JSON.stringify(netns)
    : "fd" in netns
    ? `of descriptor ${netns.fd}`
    : `of process ${netns.pid}`;
  return `the network namespace ${name}`;
}

/** Whether what is no text names a namespace by a number. */
function isNumbered(netns: unknown): boolean {
  return typeof netns === "object" && netns !== null &&
    ("fd" in netns || "pid" in netns);
}

/** Lists the paths that a namespace may be at. */
function namespacePaths(netns: NetworkNamespace): string[] {
  if (typeof netns !== "string") {
    if (!isNumbered(netns)) {
      throw new TypeError(
        `Cannot open a network namespace: a name, a path, { pid } or { fd } is expected, not ${
          netns === null ? netns : typeof netns
        }`,
      );
    }
    const fd = "fd" in netns;
    const number = fd ? netns.fd : netns.pid;
    if (!Number.isInteger(number) || number < (fd ? 0 : 1)) {
      throw new TypeError(
        `Cannot open a network namespace: ${
          fd ? "descriptor" : "process"
        } ${number} is none`,
      );
    }
    // Opening the link makes a descriptor of its own.
    return [fd ? `/proc/thread-self/fd/${number}` : `/proc/${number}/ns/net`];
  }
  if (netns.startsWith("/")) return [netns];
  if (netns === "" || netns.includes("/") || /^\.\.?$/.test(netns)) {
    throw new TypeError(
      `Cannot open the network namespace ${
        JSON.stringify(netns)
      }: it is neither a name nor an absolute path`,
    );
  }
  return FOLDERS.map((folder) => `${folder}/${netns}`);
}

/**
 * Calls a function with this thread in a network namespace.
 *
 * @example Usage
 * ```ts ignore
 * import { inNamespace } from "@netlink/netlink/socket";
 *
 * const links = inNamespace("blue", () => Deno.networkInterfaces());
 * ```
 *
 * @param netns The namespace; `undefined` is the one that the thread is in.
 * @param action What to do there. It has to be synchronous: what it starts and
 * awaits would run in the thread's own namespace again.
 * @returns What the function returned.
 * @throws {SocketError} If the namespace cannot be entered.
 * @throws {NamespaceError} If the thread cannot return: from then on all calls
 * throw it.
 */
export function inNamespace<T>(
  netns: NetworkNamespace | undefined,
  action: () => T,
): T {
  if (lost !== undefined) throw lost;
  if (netns === undefined) return action();
  const fd = openNamespace(netns);
  try {
    return elsewhere(() => enter(fd, netns), action);
  } finally {
    libc().close(fd);
  }
}

function enter(fd: number, netns: NetworkNamespace): void {
  check(
    calls().setns(fd, CLONE_NEWNET),
    "setns",
    `enter ${describe(netns)}`,
  );
}

/**
 * Calls a function with this thread in a network namespace of its own, which is
 * new and then goes away unless something is left in it: a socket, a
 * process, a mount, an open descriptor.
 *
 * @param action What to do there. It has to be synchronous.
 * @returns What the function returned.
 * @throws {SocketError} If no namespace can be made.
 * @throws {NamespaceError} If the thread cannot return: from then on all calls
 * throw it.
 */
export function inNewNamespace<T>(action: () => T): T {
  return elsewhere(() => unshare(CLONE_NEWNET), action);
}

/** Opens the network namespace of a socket (`linux/sockios.h`). */
const SIOCGSKNS = 0x894c;

/**
 * Calls a function with this thread in the network namespace of a socket.
 *
 * @param socket Descriptor of the socket.
 * @param action What to do there. It has to be synchronous.
 * @returns What the function returned.
 * @throws {SocketError} If the namespace cannot be entered; without
 * `CAP_NET_ADMIN` in it, it cannot be found either (`EPERM`).
 * @throws {NamespaceError} If the thread cannot return: from then on all calls
 * throw it.
 */
export function inSocketNamespace<T>(socket: number, action: () => T): T {
  if (lost !== undefined) throw lost;
  libc();
  const fd = check(
    calls().ioctl(socket, BigInt(SIOCGSKNS), 0n),
    "ioctl",
    "find the network namespace of a socket",
  );
  try {
    // Entering takes more rights than being there.
    const isHere =
      fileIdentity(`/proc/thread-self/fd/${fd}`) === fileIdentity(HERE);
    return isHere ? synchronous(action()) : inNamespace({ fd }, action);
  } finally {
    libc().close(fd);
  }
}

/** Leaves the thread's network namespace, does something and returns. */
function elsewhere<T>(leave: () => void, action: () => T): T {
  if (lost !== undefined) throw lost;
  libc();
  const home = check(
    calls().open(cString(HERE), O_CLOEXEC, 0),
    "open",
    "open the network namespace of this process",
  );
  try {
    leave();
    try {
      return synchronous(action());
    } finally {
      comeBack(home);
    }
  } finally {
    libc().close(home);
  }
}

function comeBack(home: number): void {
  if (calls().setns(home, CLONE_NEWNET) === 0) return;
  lost = new NamespaceError(errno());
  throw lost;
}

function synchronous<T>(value: T): T {
  if (typeof (value as { then?: unknown } | undefined)?.then === "function") {
    throw new TypeError(
      "Cannot await in another network namespace: the action has to be synchronous",
    );
  }
  return value;
}
