/**
 * What a watcher is told and what it tells.
 *
 * @module
 */

import type { Connection } from "../connection.ts";
import { propertiesOf } from "../json.ts";
import type { Kind } from "./kind.ts";
import type { Reading } from "../reading.ts";
import type { Reply } from "../request.ts";
import type { Listener, Notification } from "./listener.ts";
import type { Report, Store } from "./store.ts";

/** Why a change is reported. */
export type Cause = "notification" | "snapshot" | "resync" | "verification";

/** A change of one object. */
export class ObjectReport {
  /** What kind of object. */
  readonly object: string;
  /** Whether it is there now, or gone. */
  readonly action: "new" | "delete";
  /** The object; the last that is known of it, if it is gone. */
  readonly message: unknown;
  /** The object in people's words, once it has been put into some. */
  value: unknown = undefined;
  /** Why this is reported. */
  readonly cause: Cause;
  /** Flags of the notification, `NLM_F_*`. */
  readonly flags: number;
  /** When it was received, in milliseconds since 1970. */
  readonly time: number;
  /** Port of the socket whose request caused it, 0 for the kernel itself. */
  readonly portId: number | undefined;
  /** Process whose request caused it, if the port tells. */
  readonly processId: number | undefined;
  /** Id of the network namespace it comes from, if it is another. */
  readonly nsid: number | undefined;
  readonly #before: unknown;
  #read: ((message: unknown) => unknown) | undefined = undefined;
  #old: unknown = undefined;

  /**
   * Makes a report.
   *
   * @param object What kind of object.
   * @param action Whether it is there now, or gone.
   * @param told What is to be told.
   */
  constructor(
    object: string,
    action: "new" | "delete",
    { message, old, source }: Told,
  ) {
    const heard = typeof source === "string" ? undefined : source;
    const portId = heard?.portId;
    this.object = object;
    this.action = action;
    this.message = message;
    this.cause = typeof source === "string" ? source : "notification";
    this.flags = heard?.flags ?? 0;
    this.time = heard?.time ?? Date.now();
    this.portId = portId;
    this.processId = portId !== undefined && portId > 0 &&
        portId <= GREATEST_PID
      ? portId
      : undefined;
    this.nsid = heard?.nsid;
    this.#before = old;
  }

  /**
   * Puts the object into people's words.
   *
   * @param read Does so.
   */
  put(read: (message: unknown) => unknown): void {
    this.value ??= read(this.message);
    this.#read = read;
  }

  /**
   * What the object was before, if that is known. Few ask for it: it is put into
   * words when somebody does.
   */
  get old(): unknown {
    if (this.#before === undefined) return undefined;
    if (this.#before === this.message) return this.value;
    return this.#old ??= this.#read?.(this.#before);
  }

  /** Everything but the message as JSON has it, what was before among it. */
  toJSON(): object {
    const { message: _, ...shown } = this;
    const { old } = this;
    return propertiesOf(old === undefined ? shown : { ...shown, old });
  }
}

/** What has happened to the watching itself. */
export interface Marker {
  /**
   * The snapshot is complete; notifications were lost; what was lost has been
   * reported.
   */
  readonly object: "snapshot-end" | "overrun" | "resynced";
}

/** What a watcher reports. */
export type WatchReport = ObjectReport | Marker;

/** A kind that is watched. */
export interface Watched {
  readonly name: string;
  readonly kind: Kind<unknown>;
  /** Puts the bytes of a notification into people's words. */
  readonly decode: Reply<unknown>["decode"] | undefined;
  /** What is known; `undefined` before the first dump. */
  store: Store<unknown> | undefined;
  /** What was heard during a dump. */
  held: Report<unknown>[] | undefined;
  /** Whether it has to be dumped again. */
  unsettled: boolean;
}

/**
 * Kinds of which nothing is known yet.
 *
 * @param kinds The kinds, by their names.
 * @returns What is to be known of them.
 */
export function watchedKinds(
  kinds: ReadonlyMap<string, Kind<unknown>>,
): Watched[] {
  return Array.from(kinds, ([name, kind]) => ({
    name,
    kind,
    decode: fastDecode(kind.reading),
    store: undefined,
    held: undefined,
    unsettled: false,
  }));
}

/** What reads objects from bytes, unless it has to decode the message anyway. */
function fastDecode(
  reading: Reading<unknown, unknown> | undefined,
): Reply<unknown>["decode"] | undefined {
  return reading !== undefined && "fields" in reading
    ? reading.replies().decode
    : undefined;
}

/** Options of a watcher. */
export interface WatcherOptions {
  /** The kinds, by their names. */
  readonly kinds: ReadonlyMap<string, Kind<unknown>>;
  /** Hears notifications. */
  readonly listener: Listener;
  /** Asks for dumps; without it, nothing is known but what is heard. */
  readonly connection: Connection | undefined;
  /** Whether to report what is there already. */
  readonly snapshot: boolean;
  /** How often to dump everything again, in seconds. */
  readonly verifyEvery: number;
  /** Whether to report only objects that are kept in mind. */
  readonly keptOnly: boolean;
  /** Says whether anybody wants the objects in people's words. */
  readonly wanted: () => boolean;
}

/** Ports above this are no process ids: the kernel made them up. */
const GREATEST_PID = 2 ** 22;

/** What is to be told of an object. */
export interface Told {
  /** The object. */
  readonly message: unknown;
  /** What it was before, if that is known. */
  readonly old: unknown;
  /** The notification, or why it is told without one. */
  readonly source: Notification | Cause;
}
