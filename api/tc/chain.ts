/**
 * Chains of filters: `tc chain`.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { objects } from "../../messages/objects.ts";
import { type ChainMessage, chainMessage } from "../../messages/tc/chain.ts";
import type { Connection, DumpOptions } from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { checkNames, type Filter, filter } from "../mapping/filter.ts";
import { ManyObjects } from "../object/objects.ts";
import { positionConditions } from "./filter_query.ts";
import {
  fromTrafficChain,
  type TrafficChain,
  trafficChainNames,
  trafficChains,
  type TrafficChainSpec,
} from "./chain_spec.ts";
import { checkPosition, type FilterPosition } from "./filter_spec.ts";

export type * from "./chain_spec.ts";

const query: Filter<FilterPosition, ChainMessage> = filter(
  positionConditions,
  () => blank(chainMessage),
);

/** Chains of filters: `tc chain`. */
export class TrafficChains extends ManyObjects<
  ChainMessage,
  TrafficChain,
  TrafficChainSpec,
  FilterPosition,
  FilterPosition
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.chain,
      codec: chainMessage,
      reading: trafficChains,
      write: fromTrafficChain,
      name: (key, fieldPath) => {
        checkNames(key, trafficChainNames(), fieldPath);
        const { device, block, parent, chain } = key;
        return fromTrafficChain(
          Object.fromEntries(
            Object.entries({ device, block, parent, chain }).filter((
              [, value],
            ) => value !== undefined),
          ) as TrafficChainSpec,
          fieldPath,
        );
      },
      filter: query,
      missing: ["ENOENT", "EINVAL"],
    });
  }

  /**
   * Lists chains of one parent of a device, or of a block.
   *
   * @param position Which ones.
   * @param options How to dump them.
   * @returns The chains. Iterating them throws an {@linkcode
   * UnknownDeviceError} if there is no such device.
   * @throws {TypeError} If neither a device nor a block is given: the kernel
   * lists chains of one of them only.
   */
  override list(
    position: FilterPosition,
    options: DumpOptions = {},
  ): Listing<TrafficChain> {
    checkNames(position, query.names, FieldPath.root);
    checkPosition(position, FieldPath.root);
    return super.list(position, options);
  }
}
