/**
 * System calls that network namespaces are made, named and found with.
 *
 * They need no permission but `--allow-ffi`, unlike Deno's own file functions.
 * Each is loaded at its first use.
 *
 * @see {@link https://man7.org/linux/man-pages/man2/syscalls.2.html | syscalls(2)}
 *
 * @module
 */

import { check, cString, lazy, libc, pointerTo } from "./libc.ts";

/** Marks mount namespaces for {@linkcode unshare}. */
export const CLONE_NEWNS = 0x00020000;
/** Marks network namespaces for {@linkcode unshare}. */
export const CLONE_NEWNET = 0x40000000;

/** Opens for reading; flag of {@linkcode openFile}. */
export const O_RDONLY = 0;
/** Makes the file if there is none; flag of {@linkcode openFile}. */
export const O_CREAT = 0o100;
/** Fails if there is a file already; flag of {@linkcode openFile}. */
export const O_EXCL = 0o200;
/** Closes the descriptor in other programs; flag of {@linkcode openFile}. */
export const O_CLOEXEC = 0o2000000;

/** Shows a tree at another place as well; flag of {@linkcode mount}. */
export const MS_BIND = 1 << 12;
/** Means all mounts below as well; flag of {@linkcode mount}. */
export const MS_REC = 1 << 14;
/** Receives mounts and unmounts of others; flag of {@linkcode mount}. */
export const MS_SLAVE = 1 << 19;
/** Shares mounts and unmounts with others; flag of {@linkcode mount}. */
export const MS_SHARED = 1 << 20;
/** Unmounts once it is not used any more; flag of {@linkcode unmount}. */
export const MNT_DETACH = 2;

const openCall = lazy(
  { open: { parameters: ["buffer", "i32", "u32"], result: "i32" } } as const,
);
const mkdirCall = lazy(
  { mkdir: { parameters: ["buffer", "u32"], result: "i32" } } as const,
);
const unlinkCall = lazy(
  { unlink: { parameters: ["buffer"], result: "i32" } } as const,
);
const mountCall = lazy(
  {
    mount: {
      parameters: ["buffer", "buffer", "buffer", "usize", "buffer"],
      result: "i32",
    },
  } as const,
);
const umountCall = lazy(
  { umount2: { parameters: ["buffer", "i32"], result: "i32" } } as const,
);
const unshareCall = lazy(
  { unshare: { parameters: ["i32"], result: "i32" } } as const,
);
const execCall = lazy(
  { execvp: { parameters: ["buffer", "buffer"], result: "i32" } } as const,
);

const fcntlCall = lazy(
  { fcntl: { parameters: ["i32", "i32", "i32"], result: "i32" } } as const,
);

/**
 * Opens a file.
 *
 * @param path The file.
 * @param flags What for, `O_*`; {@linkcode O_CLOEXEC} is always added.
 * @param mode Permissions of a file that is made.
 * @returns A descriptor, for {@linkcode closeFile}.
 * @throws {SocketError} If it cannot be opened.
 */
export function openFile(path: string, flags: number, mode = 0): number {
  libc();
  return check(
    openCall().open(cString(path), flags | O_CLOEXEC, mode),
    "open",
    `open ${path}`,
  );
}

/**
 * Closes a descriptor.
 *
 * @param fd The descriptor.
 */
export function closeFile(fd: number): void {
  libc().close(fd);
}

/**
 * Makes a directory.
 *
 * @param path The directory.
 * @param mode Its permissions.
 * @throws {SocketError} If it cannot be made; code `EEXIST` if there is
 * something already.
 */
export function makeDirectory(path: string, mode: number): void {
  libc();
  check(
    mkdirCall().mkdir(cString(path), mode),
    "mkdir",
    `make the directory ${path}`,
  );
}

/**
 * Removes a file.
 *
 * @param path The file.
 * @throws {SocketError} If it cannot be removed.
 */
export function unlinkFile(path: string): void {
  libc();
  check(unlinkCall().unlink(cString(path)), "unlink", `remove ${path}`);
}

/**
 * Mounts a file system, or changes a mount.
 *
 * @param source What to mount.
 * @param target Where.
 * @param type Type of the file system, such as `sysfs`; `none` where it does
 * not matter.
 * @param flags How, `MS_*`.
 * @throws {SocketError} If the kernel refuses.
 */
export function mount(
  source: string,
  target: string,
  type: string,
  flags: number,
): void {
  libc();
  check(
    mountCall().mount(
      cString(source),
      cString(target),
      cString(type),
      BigInt(flags),
      null,
    ),
    "mount",
    `mount ${source || type} on ${target}`,
  );
}

/**
 * Unmounts a file system.
 *
 * @param target Where it is mounted.
 * @param flags How, such as {@linkcode MNT_DETACH}.
 * @throws {SocketError} If the kernel refuses.
 */
export function unmount(target: string, flags: number): void {
  libc();
  check(
    umountCall().umount2(cString(target), flags),
    "umount2",
    `unmount ${target}`,
  );
}

/**
 * Gives the thread namespaces of its own, for good.
 *
 * For network namespaces, {@linkcode inNewNamespace} finds the way back.
 *
 * @param flags Which, `CLONE_NEW*`.
 * @throws {SocketError} If the kernel refuses.
 */
export function unshare(flags: number): void {
  libc();
  check(
    unshareCall().unshare(flags),
    "unshare",
    "leave the namespaces of this process",
  );
}

/** Sets the flags of a descriptor. */
const F_SETFD = 2;

/**
 * Lets other programs have input and output of this one: Node marks them as its
 * own.
 */
export function inheritStreams(): void {
  for (const fd of [0, 1, 2]) fcntlCall().fcntl(fd, F_SETFD, 0);
}

/**
 * Becomes another program, with the thread's namespaces and the process's
 * environment. Returns only if that fails.
 *
 * @param program The program, looked up in `PATH` if it has no slash.
 * @param args What to pass, the program's own name not included.
 * @throws {SocketError} If there is no such program.
 */
export function becomeProgram(program: string, args: readonly string[]): never {
  libc();
  inheritStreams();
  const strings = [program, ...args].map(cString);
  const pointers = new BigUint64Array(strings.length + 1);
  for (const [i, string] of strings.entries()) pointers[i] = pointerTo(string);
  const result = execCall().execvp(
    strings[0]!,
    new Uint8Array(pointers.buffer),
  );
  check(result, "execvp", `execute ${program}`);
  throw new Error(`Cannot execute ${program}: the call returned`);
}
