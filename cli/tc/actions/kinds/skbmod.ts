/**
 * `tc action … skbmod`: Ethernet headers change.
 *
 * @module
 */

import {
  SKBMOD_F_DMAC,
  SKBMOD_F_ECN,
  SKBMOD_F_ETYPE,
  SKBMOD_F_SMAC,
  SKBMOD_F_SWAPMAC,
  type SkbmodData,
  skbmodParameters,
} from "../../../../messages/tc/actions/skbmod.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import { u16 } from "../../../parse/numbers.ts";
import { printControl } from "../control.ts";
import { badAction } from "../errors.ts";
import { scanMacAddress } from "../mac_address.ts";
import {
  type ActionKind,
  kindUsage,
  needMore,
  prefixedHex,
  printUse,
  wordKind,
} from "../kind.ts";

/** A keyword that changes nothing by itself. */
const filler: Word<SkbmodData> = (_, { args }) => void needMore(args);

function flag(bit: bigint): Word<SkbmodData> {
  return (data) => void (data.parameters!.flags |= bit);
}

function address(
  argument: string,
  key: "destination" | "source",
  bit: bigint,
  names: readonly [error: string, note: string],
): Word<SkbmodData> {
  return takes(argument, (data, { args, context }) => {
    const word = args.take();
    const mac = scanMacAddress(word);
    if (mac === undefined) {
      throw badAction(`Invalid ${names[0]} address ${word}\n`);
    }
    data[key] = mac;
    data.parameters!.flags |= bit;
    context.io.err(`${names[1]} MAC address <${word}>\n`);
  });
}

const KEYWORDS: Grammar<SkbmodData> = {
  "skbmod*": filler,
  "swap*": filler,
  "mac*": flag(SKBMOD_F_SWAPMAC),
  "set*": filler,
  "etype*": takes("ETYPE", (data, { args, context }) => {
    const type = args.read(u16, "ethertype is invalid");
    context.io.err(`skbmod etype 0x${type.toString(16)}\n`);
    data.parameters!.flags |= SKBMOD_F_ETYPE;
    if (type !== 0) data.etherType = type;
  }),
  "dmac*": address("DMAC", "destination", SKBMOD_F_DMAC, ["dst mac", "dst"]),
  "smac*": address("SMAC", "source", SKBMOD_F_SMAC, ["smac", "src"]),
  "ecn*": flag(SKBMOD_F_ECN),
};

/** Ethernet headers. */
export const kind: ActionKind<SkbmodData> = wordKind({
  name: "skbmod",
  parameters: skbmodParameters,
  words: KEYWORDS,
  form: [
    "set",
    { name: "SETTABLE", means: "[ dmac DMAC ] [ smac SMAC ] [ etype ETYPE ]" },
    "|",
    "swap",
    { name: "SWAPPABLE", means: "mac" },
    "|",
    "ecn",
  ],
  anyBase: true,
  finish(data, given) {
    if (data.parameters!.flags === 0n && !given.has("index")) {
      throw kindUsage(
        "skbmod",
        kind.form,
        "skbmod requires at least one option\n",
      );
    }
  },
  printName: () => {},
  print(context, data) {
    const { printer } = context;
    const { control, flags } = data.parameters!;
    const { etherType, destination, source } = data;
    printer.text("skbmod ");
    printControl(printer, control, "", " ");
    if (etherType !== undefined) {
      const hex = etherType.toString(16).toUpperCase();
      printer.value("etype", prefixedHex(etherType), `set etype 0x${hex} `);
      printer.text(`${printer.line}\t `);
    }
    if (destination !== undefined) {
      printer.colored("mac", "dmac", destination, `set dmac ${destination} `);
    }
    if (source !== undefined) {
      printer.colored("mac", "smac", source, `set smac ${source} `);
    }
    if ((flags & SKBMOD_F_SWAPMAC) !== 0n) {
      printer.value("swapmac", null, "swap mac ");
    }
    if ((flags & SKBMOD_F_ECN) !== 0n) printer.value("ecn", null, "ecn ");
    printUse(context, data, { end: "\n" });
  },
});
