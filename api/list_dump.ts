/**
 * Listings of what a dump returns.
 *
 * @module
 */

import type { Connection, DumpOptions, Request } from "./connection.ts";
import { NetlinkError } from "./error.ts";
import { Listing } from "./listing.ts";

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
  request: () => Request<M, R> | Promise<Request<M, R>>,
  options: DumpOptions,
  isNone: (error: NetlinkError) => boolean = () => false,
): Listing<R> {
  function check(error: unknown): void {
    if (!(error instanceof NetlinkError && isNone(error))) throw error;
  }
  return new Listing<R>(
    async function* () {
      try {
        yield* connection.dumpChunks(await request(), options);
      } catch (error) {
        check(error);
      }
    },
    async () => {
      try {
        return await connection.dumpAll(await request(), options);
      } catch (error) {
        check(error);
        return [];
      }
    },
  );
}
