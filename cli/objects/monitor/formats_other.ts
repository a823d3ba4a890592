/**
 * How ids of namespaces, prefixes and statistics are shown as they change.
 *
 * @module
 */

import { type NsidMessage, nsidMessage } from "../../../messages/nsid/nsid.ts";
import {
  type PrefixMessage,
  prefixMessage,
} from "../../../messages/prefix/prefix.ts";
import {
  type StatsMessage,
  statsMessage,
} from "../../../messages/stats/stats.ts";
import { formatNsid } from "../netns/format.ts";
import { prefixLine } from "../prefix/format.ts";
import { print as formatStats } from "../stats/mod.ts";
import { type Selected, Selection } from "../stats/parse_selection.ts";
import type { Format } from "./format.ts";

/** Ids whose names are forgotten once they have been shown, as ip does. */
const shown = new WeakSet<NsidMessage>();

function idOf({ attributes: { nsid = -1, currentNsid = nsid } }: NsidMessage) {
  return currentNsid;
}

/** Ids of network namespaces. */
export const nsid: Format<NsidMessage> = {
  codec: nsidMessage,
  label: () => "[NSID]",
  tooShort: (excess) => `BUG: wrong nlmsg len ${excess} in print_nsid\n`,
  before: async ({ namespaces }, message, { deleted }) => {
    if (namespaces.includes(idOf(message))) shown.add(message);
    else if (!deleted) await namespaces.learn(message.attributes.nsid ?? -1);
  },
  show: (context, message, { deleted }) => {
    if (message.attributes.nsid === undefined) {
      context.io.err("BUG: NETNSA_NSID is missing print_nsid\n");
      return;
    }
    formatNsid(context, message, deleted);
  },
  after: ({ namespaces }, message) => {
    if (shown.has(message)) namespaces.forget(idOf(message));
  },
};

/** Prefixes of router advertisements. */
export const prefix: Format<PrefixMessage> = {
  codec: prefixMessage,
  label: () => "[PREFIX]",
  show: (context, message) => {
    context.printer.text(prefixLine(context, message));
  },
};

/** Offloaded statistics. */
export const stats: Format<StatsMessage> = {
  codec: statsMessage,
  label: () => "[STATS]",
  show: (context, message) => {
    const selection = new Selection();
    selection.select(0, "offload");
    selection.select(1, "hw_stats_info");
    const [{ leaf }] = selection.finish() as [Selected];
    formatStats(context, message, [{ leaf, path: [] }]);
  },
};
