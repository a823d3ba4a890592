/**
 * `tc action … vlan`: VLAN tags and Ethernet headers come and go.
 *
 * @module
 */

import {
  ETH_P_8021AD,
  ETH_P_8021Q,
} from "../../../../messages/link/constants_hardware.ts";
import {
  VLAN_ACTIONS,
  type VlanActionData,
  vlanActionParameters,
} from "../../../../messages/tc/actions/vlan.ts";
import { type Grammar, takes } from "../../../parse/grammar.ts";
import { printControl } from "../control.ts";
import { badAction } from "../errors.ts";
import { macAddressOr } from "../mac_address.ts";
import { type ActionKind, checkedNumber, printUse, wordKind } from "../kind.ts";
import { nameOfValue, only, onlyOnce } from "../only_once.ts";

const { push, modify, push_eth } = VLAN_ACTIONS;
const TAGS: readonly number[] = [push, modify];

const KEYWORDS: Grammar<VlanActionData> = {
  ...onlyOnce(
    VLAN_ACTIONS,
    (word) => `unexpected "${word}" - action already specified\n`,
    () => kind.form,
  ),
  "id*": only(
    TAGS,
    "push/modify",
    takes(
      "VLANID",
      checkedNumber((data, id) => data.id = id, 16, "id is invalid"),
    ),
  ),
  "protocol*": only(
    TAGS,
    "push/modify",
    takes("VLANPROTO", (data, { args, context }) => {
      data.protocol = args.read(
        (word) => context.names.ethernetProtocolOf(word),
        "protocol is invalid",
      );
    }),
  ),
  "priority*": only(
    TAGS,
    "push/modify",
    takes(
      "VLANPRIO",
      checkedNumber(
        (data, priority) => data.priority = priority,
        8,
        "prio is invalid",
        (priority) => priority <= 7,
      ),
    ),
  ),
  "dst_mac*": only(
    [push_eth],
    "push_eth",
    macAddressOr("dst_mac is invalid", (data, mac) => data.destination = mac),
  ),
  "src_mac*": only(
    [push_eth],
    "push_eth",
    macAddressOr("src_mac is invalid", (data, mac) => data.source = mac),
  ),
};

/** VLAN tags and Ethernet headers. */
export const kind: ActionKind<VlanActionData> = wordKind({
  name: "vlan",
  parameters: vlanActionParameters,
  words: KEYWORDS,
  finish(data) {
    const { type } = data.parameters!;
    const lacks = (what: string) =>
      badAction(
        `${what} needs to be set for ${nameOfValue(VLAN_ACTIONS, type)}\n`,
        kind.form,
      );
    if (TAGS.includes(type) && data.id === undefined) throw lacks("id");
    if (type === push_eth) {
      if (data.destination === undefined) throw lacks("dst_mac");
      if (data.source === undefined) throw lacks("src_mac");
    }
    const { protocol } = data;
    const isTag = protocol === ETH_P_8021Q || protocol === ETH_P_8021AD;
    if (protocol !== undefined && !isTag) {
      throw badAction("protocol not supported\n", kind.form);
    }
  },
  print(context, data) {
    const { printer, names } = context;
    const { type, control } = data.parameters!;
    const { id, protocol, priority, destination, source } = data;
    const name = nameOfValue(VLAN_ACTIONS, type) ?? "(null)";
    printer.value("vlan_action", name, ` ${name}`);
    if (TAGS.includes(type)) {
      printer.spaced("id", id);
      if (protocol !== undefined) {
        const text = names.ethernetProtocols.nameOf(protocol);
        printer.spaced("protocol", text);
      }
      printer.spaced("priority", priority);
    } else if (type === push_eth) {
      printer.spaced("dst_mac", destination);
      printer.spaced("src_mac", source);
    }
    printControl(printer, control, " ");
    printUse(context, data);
  },
});
