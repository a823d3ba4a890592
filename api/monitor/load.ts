/**
 * Loads all objects of a kind into a store.
 *
 * @module
 */

import { blank, type Codec } from "../../messages/codec/mod.ts";
import type { Connection } from "../connection/connection.ts";
import { DumpInterruptedError, NetlinkError } from "../connection/errors.ts";
import { Room } from "../mapping/origin.ts";
import type { Intake } from "./intake.ts";
import type { KeptMessage } from "./kept_message.ts";
import type { DumpRequest, DumpSource, Kind, Known } from "./kind.ts";
import type { Report, Store } from "./store.ts";

/** Options of {@linkcode load}. */
export interface LoadOptions {
  /** Where to ask. */
  readonly connection: Connection;
  /** What kind of object. */
  readonly kind: Kind<unknown>;
  /** How it is known. */
  readonly known: Known<unknown>;
  /** Takes in the messages. */
  readonly intake: Intake;
  /** Gives up. */
  readonly signal: AbortSignal;
  /** Called before each attempt. */
  readonly start: () => void;
  /** Called time and again, to read notifications. */
  readonly absorb: () => void;
}

/** How often in a row to try a dump during which objects change. */
const ATTEMPTS = 100;

/** Errors of kernels for requests that they do not support. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  "EAFNOSUPPORT",
  "EINVAL",
  "EOPNOTSUPP",
]);

/**
 * Loads all objects of a kind.
 *
 * @param options What to load.
 * @returns The objects, as they were at one moment.
 * @throws {DumpInterruptedError} If objects change all the time.
 */
export async function load(
  options: LoadOptions,
): Promise<Store<KeptMessage<unknown>>> {
  for (let attempt = 1;; attempt++) {
    options.start();
    const store = options.known.makeStore() as Store<KeptMessage<unknown>>;
    try {
      const { kind: { codec }, known } = options;
      for (const dump of await dumpsOf(codec, known, options)) {
        await loadDump(dump, store, options);
      }
      return store;
    } catch (error) {
      if (!(error instanceof DumpInterruptedError)) throw error;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * The requests for all objects of a kind. The kernel takes the families
 * together for those that it has.
 *
 * @typeParam M The messages.
 * @param codec Their codec.
 * @param known How the objects are known.
 * @param source Where to ask what else there is.
 * @returns The requests.
 */
export async function dumpsOf<M>(
  codec: Codec<M>,
  { dumps }: Known<M>,
  source: DumpSource,
): Promise<readonly DumpRequest<M>[]> {
  if (typeof dumps === "function") return await dumps(source);
  return dumps ?? [{ message: blank(codec as Codec<M & object>) }];
}

/** Size of the buffers that hold what was dumped, in bytes. */
const ROOM = 1 << 15;

async function loadDump(
  { message, codec, optional }: DumpRequest<unknown>,
  store: Store<KeptMessage<unknown>>,
  { connection, kind, known, intake, signal, absorb }: LoadOptions,
): Promise<void> {
  const room = new Room(ROOM);
  const reply = {
    decode: (view: DataView, start: number, end: number) =>
      intake.takeAll(view, start, end, room, false),
  };
  const request = {
    type: kind.object.get,
    codec: codec ?? kind.codec,
    message,
    reply,
  };
  const chunks = connection.dumpChunks(request, { signal, streaming: true });
  try {
    for await (const chunk of chunks) {
      for (const items of chunk) {
        for (const item of items) {
          if (isKept(item, known)) store.fill(item);
          item.release();
        }
      }
      absorb();
    }
  } catch (error) {
    const unknown = error instanceof NetlinkError &&
      UNSUPPORTED.has(error.code);
    if (!optional || !unknown) throw error;
  }
}

function isKept(item: KeptMessage<unknown>, known: Known<unknown>): boolean {
  const { hidden, untracked } = known;
  return hidden?.(item.message) !== true &&
    untracked?.(item.message) !== true;
}

/**
 * Applies what was received during a dump to its result.
 *
 * @param held What was received.
 * @param fresh The result.
 * @returns Whether it has to be looked at again.
 */
export function replay(
  held: readonly Report<KeptMessage<unknown>>[],
  fresh: Store<KeptMessage<unknown>>,
): boolean {
  let needsDump = false;
  for (const report of held) {
    const differences = fresh.apply({ ...report, replayed: true });
    // What is deleted here may have been gone when it was dumped.
    if (differences === undefined && !report.deleted) needsDump = true;
  }
  return needsDump || fresh.incomplete === true;
}
