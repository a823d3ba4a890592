/**
 * `tc filter … flower`.
 *
 * @module
 */

import {
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
  TCA_CLS_FLAGS_VERBOSE,
} from "../../../../messages/tc/filters/flags.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import { TC_H_MIN_PRIORITY } from "../../../../messages/tc/handle.ts";
import { fail, invalidArgument } from "../../../parse/errors.ts";
import { isDeviceName } from "../../../parse/device_name.ts";
import { takes } from "../../../parse/grammar.ts";
import { strtoul } from "../../../parse/numbers.ts";
import { filterProtocol } from "../../filter_header.ts";
import {
  action,
  classId,
  type FilterKind,
  filterKind,
  flag,
  illegal,
  numericHandle,
} from "../kind.ts";
import { ETH_P_ALL, type FlowerWord, number } from "./draft.ts";
import { ARP_AND_PPP_WORDS, CFM_WORDS, LINK_WORDS } from "./link_words.ts";
import { CONNECTION_WORDS, NETWORK_WORDS } from "./network_words.ts";
import {
  type FlagNames,
  FRAGMENT_FLAGS,
  MOST_CLASSES,
  TUNNEL_FLAGS,
} from "./names.ts";
import { printFlower } from "./print.ts";
import { TUNNEL_WORDS } from "./tunnel_words.ts";

/** Names of bits, each of which can have `no` in front. */
function flags(
  value: "flags" | "tunnelFlags",
  names: FlagNames,
  called: string,
): FlowerWord {
  const mask = `${value}Mask` as const;
  return takes("FLAGS", ({ data }, { args }) => {
    for (const word of args.take().split("/").filter((each) => each !== "")) {
      const isOff = word.startsWith("no");
      const name = isOff ? word.slice(2) : word;
      const bit = names.find(([each]) => each === name)?.[1];
      if (bit === undefined) throw illegal(called);
      const before = data[value] ?? 0;
      data[value] = isOff ? before & ~bit : before | bit;
      data[mask] = (data[mask] ?? 0) | bit;
    }
  });
}

const hardwareClass: FlowerWord = takes(
  "TCID",
  ({ data, header }, { args }) => {
    const word = args.take();
    const { value, end } = strtoul(word);
    if (end < word.length) throw fail(1, "Illegal TC index");
    if (value < 0n || value >= BigInt(MOST_CLASSES)) {
      throw fail(1, "TC index exceeds max range");
    }
    data.classId = (header.parent & 0xffff0000 | TC_H_MIN_PRIORITY +
        Number(value)) >>> 0;
  },
);

/** How filters of the kind `flower` are parsed and printed. */
export const kind: FilterKind<FlowerData> = filterKind<FlowerData>("flower", {
  words: {
    "classid* flowid*": classId(),
    "hw_tc*": hardwareClass,
    "ip_flags*": flags("flags", FRAGMENT_FLAGS, "ip_flags"),
    "l2_miss": number("layer2Miss", "l2_miss", 8),
    "verbose*": flag("filterFlags", TCA_CLS_FLAGS_VERBOSE),
    "skip_hw*": flag("filterFlags", TCA_CLS_FLAGS_SKIP_HW),
    "skip_sw*": flag("filterFlags", TCA_CLS_FLAGS_SKIP_SW),
    ...CONNECTION_WORDS,
    "indev*": takes("DEV-NAME:device", ({ data }, { args }) => {
      const name = args.take();
      if (!isDeviceName(name)) {
        throw invalidArgument('"indev" not a valid ifname', name);
      }
      data.inputDevice = name;
    }),
    ...LINK_WORDS,
    ...NETWORK_WORDS,
    ...ARP_AND_PPP_WORDS,
    ...TUNNEL_WORDS,
    "enc_flags": flags("tunnelFlags", TUNNEL_FLAGS, "enc_flags"),
    "action*": action(),
    ...CFM_WORDS,
  },
  handle: numericHandle,
  always: true,
  finish: ({ data, header }) => {
    data.filterFlags ??= 0;
    const protocol = filterProtocol(header);
    if (protocol !== ETH_P_ALL) data.ethernetType = protocol;
  },
}, printFlower);
