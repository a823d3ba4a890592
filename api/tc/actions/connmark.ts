/**
 * Actions that copy the mark of a connection to its packets.
 *
 * @module
 */

import {
  type ConnmarkData,
  connmarkData,
  connmarkParameters,
} from "../../../messages/tc/actions/connmark.ts";
import { uint16 } from "../../mapping/conversions.ts";
import { within } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that copies marks of connections. */
export interface ConnmarkOptions {
  /** Zone of connection tracking (`tc_connmark.zone`). */
  zone?: number;
}

/** How {@linkcode ConnmarkOptions} are stored. */
export const connmarkMapping: ActionMapping<ConnmarkOptions, ConnmarkData> =
  actionMapping(
    connmarkData,
    connmarkParameters,
    within<ConnmarkData, "parameters", ConnmarkOptions>("parameters", {
      zone: uint16,
    }),
  );
