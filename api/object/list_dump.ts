/**
 * Listings of what a dump returns.
 *
 * @module
 */

import type {
  Connection,
  DumpOptions,
  Request,
} from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import { Listing } from "../connection/listing.ts";
import { Lookup } from "./lookup.ts";

/**
 * Lists what a dump returns.
 *
 * @typeParam M The request's message.
 * @typeParam R What its answers are read to.
 * @param connection Where to send the request.
 * @param request Makes the request; names of devices may have to be looked up.
 * @param options How to dump.
 * @param isNone Whether an error means that there is nothing to list.
 * @returns The listing.
 */
export function listDump<M, R>(
  connection: Connection,
  request: (lookup: Lookup) => Request<M, R> | Promise<Request<M, R>>,
  options: DumpOptions,
  isNone: (error: NetlinkError) => boolean = () => false,
): Listing<R> {
  async function check(error: unknown, lookup: Lookup): Promise<void> {
    if (error instanceof NetlinkError && isNone(error)) return;
    throw await lookup.explain(error);
  }
  return new Listing<R>(
    async function* () {
      using lookup = new Lookup(connection, options);
      try {
        yield* connection.dumpChunks(await request(lookup), options);
      } catch (error) {
        await check(error, lookup);
      }
    },
    async () => {
      using lookup = new Lookup(connection, options);
      try {
        return await connection.dumpAll(await request(lookup), options);
      } catch (error) {
        await check(error, lookup);
        return [];
      }
    },
  );
}
