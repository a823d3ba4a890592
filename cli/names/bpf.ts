/**
 * The `bpf` system call, as far as programs are looked up with it.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/bpf.h | linux/bpf.h}
 *
 * @module
 */

import { errnoOf } from "../../messages/errno.ts";
import type { ProgramInfo } from "./bpf_programs.ts";
import { LITTLE_ENDIAN, textFromBytes } from "../../messages/codec/mod.ts";
import { SocketError } from "../../socket/error.ts";
import { ffi } from "../../socket/ffi_deno.ts";
import { check, cString, lazy, libc, pointerTo } from "../../socket/libc.ts";

const BPF_MAP_UPDATE_ELEM = 2n;
const BPF_OBJ_GET = 7n;
const BPF_PROG_GET_FD_BY_ID = 13n;
const BPF_OBJ_GET_INFO_BY_FD = 15n;
/** Number of the system call. */
const NUMBERS: Readonly<Record<string, bigint>> = {
  x86_64: 321n,
  aarch64: 280n,
};
/** Size of `struct bpf_prog_info` up to its last member that is used here. */
const INFO_SIZE = 136;

const calls = lazy(
  {
    syscall: {
      parameters: ["i64", "i64", "buffer", "i64"],
      result: "i64",
    },
  } as const,
);

/**
 * Looks a program up.
 *
 * @param id Its id.
 * @returns What is known about it, or `undefined` if looking is not permitted.
 */
export function readProgram(id: number): ProgramInfo | undefined {
  const number = NUMBERS[ffi().arch];
  if (number === undefined) return undefined;
  const request = new DataView(new ArrayBuffer(16));
  const bytes = new Uint8Array(request.buffer);
  request.setUint32(0, id, LITTLE_ENDIAN);
  const fd = Number(calls().syscall(number, BPF_PROG_GET_FD_BY_ID, bytes, 12n));
  if (fd < 0) return undefined;
  const info = new Uint8Array(INFO_SIZE);
  request.setUint32(0, fd, LITTLE_ENDIAN);
  request.setUint32(4, INFO_SIZE, LITTLE_ENDIAN);
  request.setBigUint64(8, pointerTo(info), LITTLE_ENDIAN);
  const result = calls().syscall(number, BPF_OBJ_GET_INFO_BY_FD, bytes, 16n);
  libc().close(fd);
  return result < 0n ? undefined : parseInfo(info);
}

/**
 * Opens a program that is pinned to a file.
 *
 * @param path The file.
 * @returns A descriptor of the program, which whoever called has to close.
 * @throws {SocketError} If there is no such program, or it must not be opened.
 */
export function openPinned(path: string): number {
  const number = NUMBERS[ffi().arch];
  if (number === undefined) throw new SocketError("bpf", errnoOf("ENOSYS"));
  const name = cString(path);
  const request = new DataView(new ArrayBuffer(16));
  request.setBigUint64(0, pointerTo(name), LITTLE_ENDIAN);
  const bytes = new Uint8Array(request.buffer);
  libc();
  const fd = calls().syscall(number, BPF_OBJ_GET, bytes, 16n);
  return check(fd, "bpf", `open the pinned program ${path}`);
}

/**
 * Puts a program into a map of programs.
 *
 * @param map Descriptor of the map.
 * @param key Where in it.
 * @param program Descriptor of the program.
 * @throws {SocketError} If the kernel refuses it.
 */
export function setElement(map: number, key: number, program: number): void {
  const number = NUMBERS[Deno.build.arch];
  if (number === undefined) throw new SocketError("bpf", errnoOf("ENOSYS"));
  const bytesOf = (value: number) =>
    new Uint8Array(new Uint32Array([value]).buffer);
  const [where, what] = [bytesOf(key), bytesOf(program)];
  const request = new DataView(new ArrayBuffer(32));
  request.setUint32(0, map, LITTLE_ENDIAN);
  request.setBigUint64(8, pointerTo(where), LITTLE_ENDIAN);
  request.setBigUint64(16, pointerTo(what), LITTLE_ENDIAN);
  const bytes = new Uint8Array(request.buffer);
  libc();
  const done = calls().syscall(number, BPF_MAP_UPDATE_ELEM, bytes, 32n);
  check(done, "bpf", `put a program into a map at ${key}`);
}

/**
 * Reads `struct bpf_prog_info`.
 *
 * @param info Its bytes.
 * @returns What is written about a program.
 */
export function parseInfo(info: Uint8Array<ArrayBuffer>): ProgramInfo {
  const view = new DataView(info.buffer, info.byteOffset, info.length);
  const name = info.subarray(64, 80);
  const end = name.indexOf(0);
  return {
    name: textFromBytes(name.subarray(0, end < 0 ? 16 : end)),
    tag: info.slice(8, 16),
    compiled: view.getUint32(16, LITTLE_ENDIAN) !== 0,
    loadTime: view.getBigUint64(40, LITTLE_ENDIAN),
    userId: view.getUint32(48, LITTLE_ENDIAN),
    btfId: view.getUint32(128, LITTLE_ENDIAN),
  };
}
