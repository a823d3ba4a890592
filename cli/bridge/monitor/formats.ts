/**
 * How the messages that `bridge monitor` receives are shown.
 *
 * @module
 */

import type { Codec } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { mdbMessage } from "../../../messages/mdb/mdb.ts";
import { neighborMessage } from "../../../messages/neighbor/neighbor.ts";
import { objects, type RtnetlinkObject } from "../../../messages/objects.ts";
import { tunnelMessage } from "../../../messages/tunnel/tunnel.ts";
import { vlanDatabaseMessage } from "../../../messages/vlan_database/vlan_database.ts";
import type { Context } from "../../runtime/context.ts";
import { formatForwarding } from "../fdb/format.ts";
import { formatBridgeLink, passes } from "../link/format.ts";
import { formatEntries, formatRouterPort } from "../mdb/format.ts";
import { VlanDatabaseFormat } from "../vlan/format_database.ts";
import { formatNetworks } from "../vni/format.ts";

/** How the messages of a type are shown. */
export interface Format<M> {
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** What the messages are about. */
  readonly label: string;
  /** Whether a message is shown. */
  readonly passes: (message: M) => boolean;
  /** Writes a message. */
  readonly show: (context: Context, message: M, deleted: boolean) => void;
}

/** A way to show messages, and whether they report that an object is gone. */
type Entry = readonly [format: Format<unknown>, deleted: boolean];

function shown<M>(
  object: RtnetlinkObject,
  format: Format<M>,
): (readonly [type: number, entry: Entry])[] {
  const known = format as unknown as Format<unknown>;
  return [[object.new, [known, false]], [object.delete, [known, true]]];
}

function isBridge({ family }: { family: number }): boolean {
  return family === AF_BRIDGE;
}

function printDeleted({ printer }: Context, deleted: boolean): void {
  if (deleted) printer.value("deleted", true, "Deleted ");
}

/** How the messages of each type are shown. */
export const formats: Readonly<Record<number, Entry>> = Object.fromEntries([
  ...shown(objects.link, {
    codec: linkMessage,
    label: "[LINK]",
    passes: (link) => passes({ index: 0, master: 0 }, link),
    show: formatBridgeLink,
  }),
  ...shown(objects.neighbor, {
    codec: neighborMessage,
    label: "[NEIGH]",
    passes: isBridge,
    show: (context, entry, deleted) =>
      formatForwarding(context, entry, false, deleted),
  }),
  ...shown(objects.mdb, {
    codec: mdbMessage,
    label: "[MDB]",
    passes: () => true,
    show(context, message, deleted) {
      const { printer, links } = context;
      printDeleted(context, deleted);
      formatEntries(context, message, 0);
      const [router] = message.attributes.routerPorts ?? [];
      if (router === undefined) return;
      const [port, bridge] = [router.port, message.index].map((index) =>
        links.nameOf(index)
      ) as [string, string];
      formatRouterPort(printer, port, bridge);
    },
  }),
  ...shown(objects.vlan, {
    codec: vlanDatabaseMessage,
    label: "[VLAN]",
    passes: isBridge,
    show(context, message, deleted) {
      printDeleted(context, deleted);
      new VlanDatabaseFormat(context).write(message);
    },
  }),
  ...shown(objects.tunnel, {
    codec: tunnelMessage,
    label: "[TUNNEL]",
    passes: isBridge,
    show: formatNetworks,
  }),
]);
