/**
 * What a watcher is given and what it reports.
 *
 * @module
 */

import type { Connection } from "../connection/connection.ts";
import { propertiesOf } from "../mapping/json.ts";
import type { Cause, MonitoredObject } from "./change.ts";
import type { Room } from "../mapping/origin.ts";
import type { Kind } from "./kind.ts";
import { Intake } from "./intake.ts";
import type { KeptMessage } from "./kept_message.ts";
import type { Listener, Notification } from "../connection/listener.ts";
import { sources, type TriggerName } from "./sources.ts";
import { Renewal } from "./renewal.ts";
import type { Report, Store } from "./store.ts";

/** A change of one object. */
export class ObjectReport {
  /** What kind of object. */
  readonly object: string;
  /** Whether it is there now, or gone. */
  readonly action: "new" | "delete";
  /** The object in people's terms; the last that is known if it is gone. */
  readonly value: unknown;
  /** Why this is reported. */
  readonly cause: Cause;
  /** Flags of the notification, `NLM_F_*`. */
  readonly flags: number;
  /** When it was received, in milliseconds since 1970. */
  readonly time: number;
  /** Port of the socket whose request caused it, 0 for the kernel itself. */
  readonly portId: number | undefined;
  /** Process whose request caused it, if the port shows it. */
  readonly processId: number | undefined;
  /** Id of the network namespace it comes from, if it is another. */
  readonly nsid: number | undefined;
  readonly #watched: Watched;
  readonly #item: KeptMessage<unknown>;
  readonly #before: KeptMessage<unknown> | undefined;
  #message: unknown = undefined;
  #old: unknown = undefined;

  /**
   * Makes a report.
   *
   * @param action Whether it is there now, or gone.
   * @param readOnly What is to be reported.
   */
  constructor(action: "new" | "delete", reported: Reported) {
    const { source } = reported;
    this.object = reported.watched.name;
    this.action = action;
    this.value = reported.value;
    if (typeof source === "string") {
      this.cause = source;
      this.flags = 0;
      this.time = Date.now();
      this.portId = undefined;
      this.processId = undefined;
      this.nsid = undefined;
    } else {
      const { portId } = source;
      this.cause = "notification";
      this.flags = source.flags;
      this.time = source.time;
      this.portId = portId;
      this.processId = portId > 0 && portId <= GREATEST_PID
        ? portId
        : undefined;
      this.nsid = source.nsid;
    }
    this.#watched = reported.watched;
    this.#item = reported.item;
    this.#before = reported.before;
  }

  /** The kernel's message. It is decoded when somebody asks for it. */
  get message(): unknown {
    if (this.#watched.kind.reading === undefined) return this.value;
    return this.#message ??= this.#item.message;
  }

  /**
   * What the object was before, if that is known. Few ask for it: it is converted
   * when somebody does.
   */
  get old(): unknown {
    if (this.#before === undefined) return undefined;
    if (this.#before === this.#item) return this.value;
    return this.#old ??= this.#watched.intake.read(this.#before);
  }

  /** Everything but the message as JSON has it, what was before among it. */
  toJSON(): object {
    const { old } = this;
    return propertiesOf(old === undefined ? this : { ...this, old });
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
  readonly name: MonitoredObject;
  readonly kind: Kind<unknown>;
  /** What the kernel changes such objects with, without a notification. */
  readonly triggers: readonly TriggerName[];
  /** Takes in the messages. */
  readonly intake: Intake;
  /** Moves what is known to other buffers. */
  readonly renewal: Renewal;
  /** What is known; `undefined` before the first dump. */
  store: Store<KeptMessage<unknown>> | undefined;
  /** What was received during a dump. */
  held: Report<KeptMessage<unknown>>[] | undefined;
  /** Whether it has to be dumped again. */
  needsDump: boolean;
}

/**
 * Kinds of which nothing is known yet.
 *
 * @param kinds The kinds, by their names.
 * @param room Where messages are kept.
 * @returns What is to be known of them.
 */
export function watchedKinds(
  kinds: ReadonlyMap<MonitoredObject, Kind<unknown>>,
  room: Room,
): Watched[] {
  return Array.from(kinds, ([name, kind]) => ({
    name,
    kind,
    triggers: sources[name].triggers ?? [],
    intake: new Intake(kind),
    renewal: new Renewal(room),
    store: undefined,
    held: undefined,
    needsDump: false,
  }));
}

/** Options of a watcher. */
export interface WatcherOptions {
  /** The kinds, by their names. */
  readonly kinds: ReadonlyMap<MonitoredObject, Kind<unknown>>;
  /** Receives notifications. */
  readonly listener: Listener;
  /** Asks for dumps; without it, only notifications count. */
  readonly connection: Connection | undefined;
  /** Whether to report what is there already. */
  readonly snapshot: boolean;
  /** How often to dump everything again, in seconds. */
  readonly verifyEvery: number;
  /** Whether to report only objects that are kept in mind. */
  readonly keptOnly: boolean;
  /** Returns whether anybody wants reports of objects. */
  readonly wanted: () => boolean;
}

/** Ports above this are no process ids: the kernel made them up. */
const GREATEST_PID = 2 ** 22;

/** What is to be reported of an object. */
export interface Reported {
  /** What kind of object. */
  readonly watched: Watched;
  /** The object; the last that is known of it, if it is gone. */
  readonly item: KeptMessage<unknown>;
  /** The object in people's terms. */
  readonly value: unknown;
  /** What it was before, if that is known. */
  readonly before: KeptMessage<unknown> | undefined;
  /** The notification, or why it is reported without one. */
  readonly source: Notification | Cause;
}
