/**
 * Network namespaces that have names: files in `/run/netns` that a namespace is
 * mounted on, as `ip netns` makes them.
 *
 * @module
 */

import { textToBytes } from "../messages/codec/text.ts";
import { fileIdentity, listDirectory } from "./directory.ts";
import { SocketError } from "./error.ts";
import { inNewNamespace } from "./namespace.ts";
import {
  closeFile,
  makeDirectory,
  MNT_DETACH,
  mount,
  MS_BIND,
  MS_REC,
  MS_SHARED,
  O_CREAT,
  O_EXCL,
  openFile,
  unlinkFile,
  unmount,
} from "./system.ts";

/** Where namespaces have their names. */
export const NETNS_DIRECTORY = "/run/netns";

const NAME_MAX = 255;

/**
 * Whether a text can be the name of a namespace.
 *
 * @param name The text.
 * @returns Whether it can.
 */
export function isNamespaceName(name: string): boolean {
  return name !== "" && textToBytes(name).length <= NAME_MAX &&
    !name.includes("/") && name !== "." && name !== "..";
}

function pathOf(name: string): string {
  if (typeof name !== "string") {
    throw new TypeError(
      `Cannot use ${
        String(name)
      } as the name of a network namespace: a string is expected`,
    );
  }
  if (!isNamespaceName(name)) {
    throw new TypeError(
      `Cannot use ${
        JSON.stringify(name)
      } as the name of a network namespace: it cannot be a file name`,
    );
  }
  return `${NETNS_DIRECTORY}/${name}`;
}

/**
 * Lists the names of network namespaces.
 *
 * @returns The names, in the order in which the system has them.
 */
export function listNamespaces(): string[] {
  return listDirectory(NETNS_DIRECTORY);
}

/**
 * Makes a network namespace.
 *
 * @param name Its name.
 * @throws {SocketError} If it cannot be made: code `EEXIST` if there is one of
 * the name, `EPERM` without the right to.
 */
export function addNamespace(name: string): void {
  give(
    name,
    (path) =>
      inNewNamespace(() =>
        mount("/proc/thread-self/ns/net", path, "none", MS_BIND)
      ),
  );
}

/**
 * Gives a name to the network namespace of a process.
 *
 * @param name The name.
 * @param pid The process.
 * @throws {SocketError} If there is something of the name, or no such process.
 */
export function attachNamespace(name: string, pid: number): void {
  give(name, (path) => mount(`/proc/${pid}/ns/net`, path, "none", MS_BIND));
}

/** Makes the file that a name is, and mounts something on it. */
function give(name: string, put: (path: string) => void): void {
  const path = pathOf(name);
  shareDirectory();
  closeFile(openFile(path, O_CREAT | O_EXCL));
  try {
    put(path);
  } catch (error) {
    unlinkFile(path);
    throw error;
  }
}

/**
 * Lets mounts in the directory be seen in all mount namespaces, so that
 * deleting a name deletes it everywhere.
 */
function shareDirectory(): void {
  try {
    makeDirectory(NETNS_DIRECTORY, 0o755);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
  try {
    mount("", NETNS_DIRECTORY, "none", MS_SHARED | MS_REC);
  } catch (error) {
    // Only mount points can be shared, and it is none yet.
    if (!isCode(error, "EINVAL")) throw error;
    mount(NETNS_DIRECTORY, NETNS_DIRECTORY, "none", MS_BIND | MS_REC);
    mount("", NETNS_DIRECTORY, "none", MS_SHARED | MS_REC);
  }
}

/**
 * Deletes the name of a network namespace; the namespace goes away with the
 * last process, socket or descriptor in it.
 *
 * @param name The name.
 * @throws {SocketError} If there is no such name, or without the right to.
 */
export function deleteNamespace(name: string): void {
  const path = pathOf(name);
  try {
    unmount(path, MNT_DETACH);
  } catch (error) {
    // What is left of a name may be a file that nothing is mounted on.
    if (!(error instanceof SocketError)) throw error;
  }
  unlinkFile(path);
}

/**
 * Finds the names of a process's network namespace.
 *
 * @param pid The process; this one if it is missing.
 * @returns The names; most namespaces have none, or one.
 * @throws {SocketError} If there is no such process.
 */
export function identifyNamespace(pid?: number): string[] {
  const process = pid === undefined ? "thread-self" : String(pid);
  return namesOfNamespace(`/proc/${process}/ns/net`);
}

/**
 * Finds the names of a network namespace.
 *
 * @param path A file that leads to it.
 * @returns The names; most namespaces have none, or one.
 * @throws {SocketError} If there is no such file.
 */
export function namesOfNamespace(path: string): string[] {
  const wanted = fileIdentity(path);
  return listNamespaces().filter((name) =>
    isSame(`${NETNS_DIRECTORY}/${name}`, wanted)
  );
}

/** Whether a path leads to a file; not if it is gone meanwhile. */
function isSame(path: string, wanted: string): boolean {
  try {
    return fileIdentity(path) === wanted;
  } catch {
    return false;
  }
}

/**
 * Finds the processes in a network namespace.
 *
 * @param name The namespace's name.
 * @returns Their numbers.
 * @throws {SocketError} If there is no such namespace.
 */
export function namespaceProcesses(name: string): number[] {
  const wanted = fileIdentity(pathOf(name));
  return listDirectory("/proc").filter((pid) => /^\d+$/.test(pid)).map(Number)
    .filter((pid) => isSame(`/proc/${pid}/ns/net`, wanted));
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof SocketError && error.code === code;
}
