/**
 * `tc action … ife`: packets are put into Ethernet frames, with what the kernel
 * keeps beside them, and taken out again.
 *
 * @module
 */

import { ETH_P_IFE } from "../../../../messages/link/constants_hardware.ts";
import {
  IFE_OPERATIONS,
  type IfeData,
  type IfeMetadata,
  ifeParameters,
} from "../../../../messages/tc/actions/ife.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import {
  fits,
  type Grammar,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import { u16, unsigned } from "../../../parse/numbers.ts";
import { printControl } from "../control.ts";
import { scanMacAddress } from "../mac_address.ts";
import {
  type ActionKind,
  kindUsage,
  needMore,
  prefixedHex,
  printUse,
  wordKind,
} from "../kind.ts";

/** What can stand beside a packet, in the order of printing. */
const METADATA = {
  mark: ["mark", 32],
  tcindex: ["tcIndex", 16],
  prio: ["priority", 32],
} as const;

/** The order in which keywords are tried. */
const TRIED = ["mark", "prio", "tcindex"] as const;

type Key = (typeof METADATA)[keyof typeof METADATA][0];

/** Finds the metadata that an argument names. */
function metadataOf(word: string): keyof typeof METADATA | undefined {
  return TRIED.find((name) => fits(word, `${name}*`));
}

/** Lets a number, if there is one, win against the packet's own. */
function setMetadata(data: IfeData, key: Key, values: number[]): void {
  const metadata: IfeMetadata = data.metadata ??= {};
  if (values.length > 0 || metadata[key] === undefined) metadata[key] = values;
}

function mode(flags: number): Word<IfeData> {
  return (data) => void (data.parameters!.flags = flags);
}

function address(key: "destination" | "source", note: string): Word<IfeData> {
  return takes(note === "dst" ? "DMAC" : "SMAC", (data, { args, context }) => {
    const word = args.take();
    const mac = scanMacAddress(word);
    if (mac === undefined) throw invalidArgument("Invalid mac address", word);
    data[key] = mac;
    context.io.err(`${note} MAC address <${word}>\n`);
  });
}

function hexType(type: number): string {
  return `0x${type.toString(16).toUpperCase().padStart(4, "0")}`;
}

const ATTRIBUTE = { name: "ATTR", means: "{ mark | prio | tcindex }" };

const KEYWORDS: Grammar<IfeData> = {
  "ife*": (_, { args }) => void needMore(args),
  "decode*": mode(IFE_OPERATIONS.decode),
  "encode*": mode(IFE_OPERATIONS.encode),
  "allow*": takes(ATTRIBUTE, (data, { args }) => {
    const name = args.read(metadataOf, "Illegal meta define");
    setMetadata(data, METADATA[name][0], []);
  }),
  "use*": takes([ATTRIBUTE, "VALUE"], (data, { args }) => {
    const name = args.read(metadataOf, "Illegal meta use type");
    const [key, bits] = METADATA[name];
    const value = args.read(
      (text) => unsigned(text, bits),
      `ife ${name} val is invalid`,
    );
    // The original takes a zero for none.
    if (value !== 0) setMetadata(data, key, [value]);
  }),
  "type*": takes("TYPE", (data, { args, context }) => {
    const type = args.read(u16, "ife type is invalid");
    context.io.err(`IFE type ${hexType(type)}\n`);
    data.etherType = type;
  }),
  "dst*": address("destination", "dst"),
  "src*": address("source", "src"),
};

/** Packets in Ethernet frames. */
export const kind: ActionKind<IfeData> = wordKind({
  name: "ife",
  parameters: ifeParameters,
  words: KEYWORDS,
  form: [
    "{ decode | encode }",
    { maybe: { name: "ALLOW", means: ["allow", ATTRIBUTE] } },
    { maybe: { name: "USE", means: ["use", ATTRIBUTE, "VALUE"] } },
    "[ dst DMAC ] [ src SMAC ] [ type TYPE ]",
  ],
  anyBase: true,
  finish(data, given, { io }) {
    if (!["decode", "encode", "index"].some((word) => given.has(word))) {
      throw kindUsage(
        "ife",
        kind.form,
        "IFE requires decode/encode specified\n",
      );
    }
    if (data.parameters!.flags !== IFE_OPERATIONS.encode) {
      for (
        const key of ["destination", "source", "etherType", "metadata"] as const
      ) delete data[key];
      return;
    }
    if (data.etherType === undefined) {
      io.err(`IFE type ${hexType(ETH_P_IFE)}\n`);
    }
    data.metadata ??= {};
  },
  print(context, data) {
    const { printer } = context;
    const { flags, control } = data.parameters!;
    const mode = (flags & IFE_OPERATIONS.encode) !== 0 ? "encode" : "decode";
    printer.value("mode", mode, `${mode} `);
    printControl(printer, control, "action ", " ");
    const { etherType, metadata, destination, source } = data;
    if (etherType !== undefined) {
      const hex = prefixedHex(etherType);
      printer.value("type", hex, `type ${hex.toUpperCase()} `);
      printer.text(`${printer.line}\t`);
    }
    for (const [name, [key]] of Object.entries(METADATA)) {
      const values = metadata?.[key];
      if (values === undefined) continue;
      const [value] = values;
      if (value === undefined) printer.value(name, "allow", `allow ${name} `);
      else printer.value(name, value, `use ${name} ${value} `);
    }
    printer.named("dst", destination);
    printer.named("src", source);
    printUse(context, data);
  },
});
