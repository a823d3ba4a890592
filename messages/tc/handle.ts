/**
 * Handles of traffic control: the number of a queueing discipline (major) and
 * that of a class in it (minor), 16 bits each: `TC_H_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 *
 * @module
 */

/** The half of a handle that is the major number. */
export const TC_H_MAJ_MASK = 0xffff0000;
/** The half of a handle that is the minor number. */
export const TC_H_MIN_MASK = 0x0000ffff;
/** No handle: the kernel chooses one. */
export const TC_H_UNSPEC = 0;
/** Parent of a queueing discipline of outgoing packets that is in no other. */
export const TC_H_ROOT = 0xffffffff;
/** Parent of the queueing discipline of incoming packets. */
export const TC_H_INGRESS = 0xfffffff1;
/** Parent of the queueing discipline of both, which has nothing but filters. */
export const TC_H_CLSACT = 0xfffffff1;
/** Minor number of the first of the parents that are priorities. */
export const TC_H_MIN_PRIORITY = 0xffe0;
/** Minor number of the parent of filters of incoming packets. */
export const TC_H_MIN_INGRESS = 0xfff2;
/** Minor number of the parent of filters of outgoing packets. */
export const TC_H_MIN_EGRESS = 0xfff3;

/**
 * The major number of a handle.
 *
 * @param handle The handle.
 * @returns Its upper half, as a number of 16 bits.
 */
export function majorOf(handle: number): number {
  return handle >>> 16;
}

/**
 * The minor number of a handle.
 *
 * @param handle The handle.
 * @returns Its lower half.
 */
export function minorOf(handle: number): number {
  return handle & TC_H_MIN_MASK;
}

/**
 * A handle.
 *
 * @param major The number of the queueing discipline, of 16 bits.
 * @param minor The number in it, of 16 bits.
 * @returns Both in one number.
 */
export function handleOf(major: number, minor: number): number {
  return (major << 16 | minor) >>> 0;
}
