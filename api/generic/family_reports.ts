/**
 * What families report, by command.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import type { FamilyWatch } from "./family_monitor.ts";

/**
 * A report.
 *
 * @typeParam R What each kind of report has.
 */
export type Report<R> = {
  [K in keyof R]: {
    /** What has happened. */
    kind: K;
    /** What it has happened to. */
    value: R[K];
  };
}[keyof R];

/**
 * How reports of one kind are read.
 *
 * @typeParam T What they are about.
 */
export interface ReportReader<T> {
  /** Codec of the messages, and the rest of the family. */
  readonly definition: { readonly codec: Pick<Codec<unknown>, "decode"> };
  /** Reads a message. */
  readonly read: (message: never) => T;
}

/**
 * Makes what reads reports.
 *
 * @typeParam R What each kind of report has.
 * @param kinds The command of each kind, and how it is read.
 * @returns Reads a report; `undefined` for other commands.
 */
export function reportsOf<R>(
  kinds: {
    readonly [K in keyof R]: readonly [
      command: number,
      reader: ReportReader<R[K]>,
    ];
  },
): FamilyWatch<Report<R>>["read"] {
  type Entry = readonly [command: number, reader: ReportReader<unknown>];
  const byCommand = new Map(
    (Object.entries(kinds) as [string, Entry][]).map((
      [kind, [command, reader]],
    ) => [command, { kind, reader }]),
  );
  return (view, start, end) => {
    const found = start < end ? byCommand.get(view.getUint8(start)) : undefined;
    if (found === undefined) return undefined;
    const { kind, reader: { definition, read } } = found;
    const message = definition.codec.decode(view, start, end);
    const value = read(message as never);
    return { kind, value } as Report<R>;
  };
}
