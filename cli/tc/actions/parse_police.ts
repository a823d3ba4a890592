/**
 * The keywords of the action `police`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { ACTION_CONTROLS } from "../../../messages/tc/actions/parameters.ts";
import {
  type PoliceData,
  policeParameters,
} from "../../../messages/tc/actions/police.ts";
import {
  rateTable,
  TC_LINK_LAYERS,
  type TcRateSpec,
  transmissionTime,
} from "../../../messages/tc/rate.ts";
import { type Arguments, fits } from "../../parse/arguments.ts";
import { duplicateArgument, invalidArgument } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  bytes,
  bytesPerSecond,
  bytesPerSecond32,
  unsigned,
  unsigned64,
} from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import { asRead, sizeAndCell } from "../qdiscs/cells.ts";
import { takeControl } from "./control.ts";
import { badAction } from "./errors.ts";
import { kindUsage } from "./kind.ts";
import { takeControls } from "./parse_controls.ts";

/** What has been read. */
interface Draft {
  index: number;
  control: number;
  result: number;
  rate: number;
  peakRate: number;
  averageRate: number;
  burst: number;
  burstCell?: number;
  mtu: number;
  mtuCell?: number;
  mpu: number;
  overhead: number;
  linkLayer: number;
  packetRate: bigint;
  packetBurst: bigint;
}

const MOST_32 = 0xffffffff;

/** Keywords that stand for what happens to packets. */
const CONTROLS =
  "reclassify* drop* shot* continue* pass* ok* pipe* goto*" as const;

/** Reads the word after another one. */
type Read = (draft: Draft, word: string) => boolean;

/** How a word is read: its key in errors, and whether it is given once. */
type Row = readonly [
  spellings: string,
  name: string,
  read: Read,
  once?: readonly [key: keyof Draft, name: string],
];

/** Sets a number; `false` if there is none. */
function set<K extends keyof Draft>(
  key: K,
  read: (word: string) => Draft[K] | undefined,
): Read {
  return (draft, word) => {
    const value = read(word);
    if (value === undefined) return false;
    draft[key] = value;
    return true;
  };
}

/** A size, and after a slash that of the rows of a table. */
function sized(
  key: "burst" | "mtu",
  cell: "burstCell" | "mtuCell",
  name: string,
  wide: boolean,
): Read {
  return (draft, word) => {
    const found = sizeAndCell(word, wide);
    if (found === undefined) throw invalidArgument(name, asRead(word, wide));
    draft[key] = found.size;
    if (found.cellLog !== undefined) draft[cell] = found.cellLog;
    return true;
  };
}

const ROWS: readonly Row[] = [
  ["index*", "index", set("index", (word) => unsigned(word, 32, 10))],
  [
    "burst* buffer maxburst",
    "buffer",
    sized("burst", "burstCell", "buffer", true),
    ["burst", "buffer/burst"],
  ],
  [
    "mtu minburst",
    "mtu",
    sized("mtu", "mtuCell", "mtu", false),
    ["mtu", "mtu/minburst"],
  ],
  ["mpu", "mpu", set("mpu", bytes), ["mpu", "mpu"]],
  ["rate", "rate", set("rate", bytesPerSecond), ["rate", "rate"]],
  ["avrate", "avrate", set("averageRate", bytesPerSecond32), [
    "averageRate",
    "avrate",
  ]],
  [
    "peakrate*",
    "peakrate",
    set("peakRate", bytesPerSecond),
    ["peakRate", "peakrate"],
  ],
  [CONTROLS, "", () => false],
  ["conform-exceed", "", () => false],
  ["overhead*", "overhead", set("overhead", (word) => unsigned(word, 16, 10))],
  ["linklayer*", "linklayer", set("linkLayer", linkLayerOf)],
  [
    "pkts_rate*",
    "pkts_rate",
    set("packetRate", (word) => unsigned64(word, 10)),
    ["packetRate", "pkts_rate"],
  ],
  [
    "pkts_burst*",
    "pkts_burst",
    set("packetBurst", (word) => unsigned64(word, 10)),
    ["packetBurst", "pkts_burst"],
  ],
];

function linkLayerOf(word: string): number | undefined {
  if (fits(word, "ethernet*")) return TC_LINK_LAYERS.ethernet;
  return fits(word, "atm* adsl*") ? TC_LINK_LAYERS.atm : undefined;
}

/**
 * Takes what follows `police`.
 *
 * @param _context Of the command.
 * @param form The form that `help` shows.
 * @returns The settings.
 * @throws {ActionError} If they are not understood.
 */
export function takePolice(
  args: Arguments,
  _context: Context,
  form: Form,
): PoliceData {
  const draft: Draft = {
    index: 0,
    control: ACTION_CONTROLS.reclassify,
    result: 0,
    rate: 0,
    peakRate: 0,
    averageRate: 0,
    burst: 0,
    mtu: 0,
    mpu: 0,
    overhead: 0,
    linkLayer: TC_LINK_LAYERS.ethernet,
    packetRate: 0n,
    packetBurst: 0n,
  };
  let count = 0;
  while (takeOne(args, draft, form)) count++;
  check(draft, count);
  return dataOf(draft);
}

/** Takes one keyword and what belongs to it; `false` if it is another's. */
function takeOne(args: Arguments, draft: Draft, form: Form): boolean {
  const word = args.peek();
  if (word === undefined) return false;
  const row = ROWS.find(([spellings]) => fits(word, spellings));
  if (row === undefined) {
    if (word === "help") throw kindUsage("police", form);
    return false;
  }
  const [spellings, name, read, once] = row;
  if (spellings === CONTROLS) {
    draft.control = takeControl(args);
    return true;
  }
  args.take();
  if (spellings === "conform-exceed") {
    const [control, result] = takeControls(args);
    draft.control = control;
    if (result !== undefined) draft.result = result;
    return true;
  }
  const value = args.take();
  if (once !== undefined && draft[once[0]] !== 0 && draft[once[0]] !== 0n) {
    throw duplicateArgument(once[1], value);
  }
  if (!read(draft, value)) throw invalidArgument(name, value);
  return true;
}

function check(draft: Draft, count: number): void {
  const { rate, averageRate, burst, mtu, peakRate, index } = draft;
  const { packetRate, packetBurst } = draft;
  if (count === 0 || rate !== 0 && averageRate !== 0) throw badAction("");
  const hasNone = rate === 0 && averageRate === 0 && mtu === 0 && index === 0;
  if (hasNone && packetRate === 0n) {
    throw badAction(
      "'rate' or 'avrate' or 'mtu' or 'pkts_rate' MUST be specified.\n",
    );
  }
  if (rate !== 0 && burst === 0) throw badAction("'burst' requires 'rate'.\n");
  if (packetRate !== 0n && packetBurst === 0n) {
    throw badAction("'pkts_burst' requires 'pkts_rate'.\n");
  }
  if (packetRate !== 0n && rate !== 0) {
    throw badAction(
      "'rate' and 'pkts_rate' are not allowed in same action.\n",
    );
  }
  if (peakRate === 0) return;
  if (rate === 0) throw badAction("'peakrate' requires 'rate'.\n");
  if (mtu === 0) {
    throw badAction("'mtu' is required, if 'peakrate' is requested.\n");
  }
}

function dataOf(draft: Draft): PoliceData {
  const { rate, peakRate, mtu, mpu, overhead, linkLayer } = draft;
  const parameters = blank(policeParameters, {
    index: draft.index,
    control: draft.control,
    mtu,
  });
  const data: PoliceData = { parameters };
  const table = (key: "rate" | "peakRate", value: number, cell?: number) => {
    const spec: TcRateSpec = {
      ...parameters[key],
      rate: Math.min(value, MOST_32),
      mpu: mpu & 0xffff,
      overhead,
      linkLayer,
    };
    const made = rateTable(spec, mtu, value, cell);
    parameters[key] = made.spec;
    if (value > MOST_32) data[`${key}64`] = BigInt(value);
    return made.table;
  };
  if (rate !== 0) {
    data.rateTable = table("rate", rate, draft.burstCell);
    parameters.burst = transmissionTime(draft.burst, rate);
    if (parameters.burst === MOST_32) {
      throw badAction("POLICE: burst out of range\n");
    }
  }
  if (peakRate !== 0) {
    data.peakRateTable = table("peakRate", peakRate, draft.mtuCell);
  }
  if (draft.averageRate !== 0) data.averageRate = draft.averageRate;
  if (draft.result !== 0) data.result = draft.result;
  if (draft.packetRate !== 0n) {
    data.packetRate = draft.packetRate;
    data.packetBurst = BigInt(
      transmissionTime(Number(draft.packetBurst), Number(draft.packetRate)),
    );
  }
  return data;
}
