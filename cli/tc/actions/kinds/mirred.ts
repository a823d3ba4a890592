/**
 * `tc action … mirred`: packets, or copies of them, go to other devices.
 *
 * @module
 */

import {
  type MirredData,
  mirredParameters,
  TCA_EGRESS_MIRROR,
  TCA_EGRESS_REDIR,
  TCA_INGRESS_MIRROR,
  TCA_INGRESS_REDIR,
} from "../../../../messages/tc/actions/mirred.ts";
import { ACTION_CONTROLS } from "../../../../messages/tc/actions/parameters.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import { cutName } from "../../../parse/device_name.ts";
import type { Form } from "../../../parse/form.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type { Context } from "../../../runtime/context.ts";
import { printControl, takeControlOr } from "../control.ts";
import { badAction } from "../errors.ts";
import {
  type ActionKind,
  kindUsage,
  needMore,
  printUse,
  takeIndex,
} from "../kind.ts";

const FORM: Form = [
  { name: "DIRECTION", means: "{ ingress | egress }" },
  { name: "ACTION", means: "{ mirror | redirect }" },
  "[ index INDEX ]",
  {
    name: "TARGET",
    means: [{ name: "BLOCK", means: "blockid BLOCKID" }, "|", {
      name: "DEVICE",
      means: "dev DEVICENAME",
    }],
  },
];

/** What each type is called, and where packets go. */
const TYPES: ReadonlyMap<number, readonly [direction: string, what: string]> =
  new Map([
    [TCA_EGRESS_REDIR, ["egress", "redirect"]],
    [TCA_EGRESS_MIRROR, ["egress", "mirror"]],
    [TCA_INGRESS_REDIR, ["ingress", "redirect"]],
    [TCA_INGRESS_MIRROR, ["ingress", "mirror"]],
  ]);

/** Packets go to other devices. */
export const kind: ActionKind<MirredData> = {
  form: FORM,
  async parse(args, context) {
    if (!args.takeIf("mirred*")) {
      throw badAction(`mirred bad argument ${args.peek()}\n`);
    }
    const word = needMore(args);
    if (args.takeIf("help*")) throw kindUsage("mirred", FORM);
    const starts = ["egress", "ingress", "index"].some((start) =>
      start.startsWith(word)
    );
    if (word === "" || !starts) {
      throw badAction(`mirred option not supported ${word}\n`);
    }
    return await new Parser(args, context).parse();
  },
  print(context, data) {
    const { printer, links } = context;
    const { type, device, control } = data.parameters!;
    const name = links.nameOf(device);
    const [direction, what] = TYPES.get(type) ?? ["unknown", "unknown"];
    printer.text(`(${titled(direction, what)}`);
    printer.field("mirred_action", what);
    printer.field("direction", direction);
    if (data.block !== undefined) {
      printer.value("to_blockid", data.block, ` to blockid ${data.block})`);
    } else printer.value("to_dev", name, ` to device ${name})`);
    printControl(printer, control, " ");
    printUse(context, data, { lead: "\tindex " });
  },
};

function titled(direction: string, what: string): string {
  if (what === "unknown") return what;
  return [direction, what].map((word) =>
    word.charAt(0).toUpperCase() + word.slice(1)
  ).join(" ");
}

/** Takes the arguments of one action, whose order is partly free. */
class Parser {
  readonly #args: Arguments;
  readonly #context: Context;
  readonly #data: MirredData & {
    parameters: NonNullable<MirredData["parameters"]>;
  } = { parameters: blank(mirredParameters) };
  #direction: "egress" | "ingress" | undefined;
  #what: "mirror" | "redirect" | undefined;
  #hasIndex = false;
  #device: string | undefined;

  constructor(args: Arguments, context: Context) {
    this.#args = args;
    this.#context = context;
  }

  async parse(): Promise<MirredData> {
    while (this.#args.left > 0 && !this.#takeOne()) needMore(this.#args);
    if (this.#direction === undefined && !this.#hasIndex) throw badAction("");
    const { parameters } = this.#data;
    if (this.#device !== undefined) {
      parameters.device = await this.#indexOf(this.#device);
    }
    if (this.#what === "mirror") {
      parameters.control = takeControlOr(
        this.#args,
        this.#context,
        ACTION_CONTROLS.pipe,
      );
    }
    const next = this.#args.peek();
    if (this.#hasIndex && next && "index".startsWith(next)) {
      throw badAction("mirred: Illegal double index\n");
    }
    takeIndex(this.#args, this.#data, { name: "mirred" });
    return this.#data;
  }

  /** Takes a keyword and what belongs to it; returns whether it was the last. */
  #takeOne(): boolean {
    const args = this.#args;
    if (args.takeIf("action*")) {
      needMore(args);
      return true;
    }
    for (const direction of ["egress", "ingress"] as const) {
      if (this.#direction === direction || !args.takeIf(`${direction}*`)) {
        continue;
      }
      if (this.#direction !== undefined) {
        throw badAction(
          `Can't have both ${direction} and ${this.#direction}\n`,
        );
      }
      this.#direction = direction;
      return false;
    }
    if (takeIndex(args, this.#data, { name: "", index: 'Illegal "index"\n' })) {
      this.#hasIndex = true;
      return this.#direction === undefined;
    }
    if (this.#direction === undefined) {
      this.#context.io.err(
        `was expecting egress or ingress (${args.peek()})\n`,
      );
      return true;
    }
    for (const what of ["mirror", "redirect"] as const) {
      if (this.#what === what || !args.takeIf(`${what}*`)) continue;
      if (this.#what !== undefined) {
        throw badAction("Can't have both mirror and redir\n");
      }
      this.#set(what);
      return false;
    }
    if (this.#what === undefined) {
      args.take();
      return false;
    }
    this.#takeTarget();
    return true;
  }

  #set(what: "mirror" | "redirect"): void {
    const { parameters } = this.#data;
    const isEgress = this.#direction === "egress";
    this.#what = what;
    if (what === "mirror") {
      parameters.type = isEgress ? TCA_EGRESS_MIRROR : TCA_INGRESS_MIRROR;
      parameters.control = ACTION_CONTROLS.pipe;
    } else {
      parameters.type = isEgress ? TCA_EGRESS_REDIR : TCA_INGRESS_REDIR;
      parameters.control = ACTION_CONTROLS.stolen;
    }
  }

  #takeTarget(): void {
    const args = this.#args;
    if (args.takeIf("blockid")) {
      const block = unsigned(args.take(), 32);
      if (!block) throw badAction("invalid block ID");
      this.#data.block = block;
    }
    if (!args.takeIf("dev*")) return;
    if (this.#data.block !== undefined) {
      throw badAction("blockid and device are mutually exclusive.\n");
    }
    this.#device = cutName(args.take());
  }

  async #indexOf(name: string): Promise<number> {
    const index = await this.#context.links.indexOf(name);
    if (index === 0) throw badAction(`Cannot find device "${name}"\n`);
    return index;
  }
}
