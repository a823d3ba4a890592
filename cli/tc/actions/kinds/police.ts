/**
 * `tc action … police`: packets are kept to a rate.
 *
 * @module
 */

import type { PoliceData } from "../../../../messages/tc/actions/police.ts";
import {
  secondsOf,
  TC_LINK_LAYERS,
  TC_LINKLAYER_MASK,
} from "../../../../messages/tc/rate.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import { incomplete } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import { rate as rateText, size as sizeText } from "../../../print/format.ts";
import type { Context } from "../../../runtime/context.ts";
import { printControl } from "../control.ts";
import { type ActionKind, printTimes } from "../kind.ts";
import { nameOfValue } from "../only_once.ts";
import { takePolice } from "../parse_police.ts";

const FORM: Form = [
  "[ rate BPS { burst | buffer | maxburst } <BYTES>[/<BYTES>] ]",
  "[ pkts_rate RATE pkts_burst PACKETS ]",
  "[ { mtu | minburst } <BYTES>[/<BYTES>] ] [ mpu BYTES ] [ peakrate BPS ]",
  "[ avrate BPS ] [ overhead BYTES ] [ linklayer TYPE ]",
  {
    maybe: {
      name: "CONTROL",
      means: [
        "conform-exceed <EXCEEDACT>[/<NOTEXCEEDACT>]",
        "|",
        {
          name: "EXCEEDACT",
          means: "{ pipe | ok | pass | reclassify | drop | shot | continue | " +
            "goto chain <CHAIN_INDEX> }",
        },
      ],
    },
  },
  "[ index INDEX ]",
];

/** Packets are kept to a rate. */
export const kind: ActionKind<PoliceData> = {
  form: FORM,
  missing: "[NULL police tbf]",
  parse(args, context) {
    args.take();
    if (args.left === 0) throw incomplete();
    return parsePolice(args, context);
  },
  printName: (printer) => printer.field("kind", "police"),
  print: printPolice,
};

/**
 * Takes what follows `police`.
 *
 * @param context Of the command.
 * @returns The settings.
 * @throws {ActionError} If they are not understood.
 */
export function parsePolice(args: Arguments, context: Context): PoliceData {
  return takePolice(args, context, FORM);
}

/**
 * Prints what `police` does.
 *
 * @param context Where and how.
 * @param data The settings.
 */
export function printPolice(context: Context, data: PoliceData): void {
  const { printer, options } = context;
  const { index, rate, peakRate, burst, mtu, control, references, bindings } =
    data.parameters!;
  const bytes = data.rate64 ?? BigInt(rate.rate);
  const peak = data.peakRate64 ?? BigInt(peakRate.rate);
  const bits = (value: bigint | number) => rateText(value, options.iec);
  printer.text(` police 0x${index.toString(16)} `);
  printer.field("index", index);
  printer.text(
    `rate ${bits(bytes)} burst ${sizeText(sizeIn(burst, bytes))} ` +
      `mtu ${sizeText(mtu)} `,
  );
  if (options.raw) {
    printer.text(`[${burst.toString(16).padStart(8, "0")}] `);
  }
  if (peak !== 0n) printer.text(`peakrate ${bits(peak)} `);
  if (data.averageRate !== undefined) {
    printer.text(`avrate ${bits(data.averageRate)} `);
  }
  const { packetRate, packetBurst } = data;
  if (packetRate !== undefined && packetBurst !== undefined) {
    const packets = sizeIn(
      Number(BigInt.asUintN(32, packetBurst)),
      packetRate,
    );
    printer.named("pkts_rate", packetRate);
    printer.named("pkts_burst", packets);
  }
  printControl(printer, control, "action ");
  if (data.result === undefined) printer.text(" ");
  else printControl(printer, data.result, "/", " ");
  const { overhead } = rate;
  printer.value("overhead", overhead, `overhead ${sizeText(overhead)} `);
  const layer = rate.linkLayer & TC_LINKLAYER_MASK;
  if (layer > TC_LINK_LAYERS.ethernet || options.details) {
    const name = layer === TC_LINK_LAYERS.unaware
      ? "unspec"
      : nameOfValue(TC_LINK_LAYERS, layer) ?? "unknown";
    printer.named("linklayer", name);
  }
  printer.newline();
  printer.value("ref", references, `\tref ${references} `);
  printer.named("bind", bindings);
  if (options.stats > 0 && data.times !== undefined) {
    printTimes(printer, data.times);
  }
  printer.newline();
}

/** How much is sent in some ticks. */
function sizeIn(ticks: number, rate: bigint): number {
  return Math.trunc(Number(rate) * secondsOf(ticks));
}
