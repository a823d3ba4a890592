/**
 * Which kinds of queueing disciplines exist.
 *
 * @module
 */

import { qdiscKindNames, qdiscKinds } from "../../messages/tc/qdiscs/mod.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkKind, kindNames } from "./kind.ts";

/** Kinds that the kernel has; one of them has no settings, nor a codec. */
const KINDS: readonly string[] = [
  ...kindNames(qdiscKinds, qdiscKindNames),
  "blackhole",
];

/**
 * Kinds whose names are chosen when they are made: those of devices that share
 * their packets, and by custom, programs of eBPF.
 */
const OPEN_KIND = /^(teql\d+|bpf_\w+)$/;

/**
 * Refuses what is to be made of a kind that does not exist.
 *
 * @param kind The kind, if there is one.
 * @param fieldPath Where the object stands, for error messages.
 * @throws {TypeError} If there is no such kind.
 */
export function checkQdiscKind(
  kind: string | undefined,
  fieldPath: FieldPath,
): void {
  if (kind === undefined || OPEN_KIND.test(kind)) return;
  checkKind(kind, KINDS, fieldPath);
}
