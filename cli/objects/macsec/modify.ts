/**
 * `ip macsec add`, `set` and `del`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import * as c from "../../../messages/generic/macsec.ts";
import type { Context } from "../../runtime/context.ts";
import { fail, usage } from "../../parse/errors.ts";
import { answered, type FamilyCommand } from "../../runtime/generic.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { takeLink } from "./parse_link.ts";
import {
  ASSOCIATION,
  type Association,
  SCI,
  takeAssociation,
  takeChannel,
  takeOptions,
  takeState,
} from "./parse_macsec.ts";
import type { Form } from "../../parse/form.ts";

type Family = GenericFamily<c.MacsecAttributes>;

/** The commands of the family for one verb. */
/** What may follow `add` and `set`. */
const CHANGE: Form = [
  "DEV",
  {
    oneOf: {
      tx: { form: ASSOCIATION },
      rx: { form: [SCI, "[ on | off ]", { maybe: ASSOCIATION }] },
    },
  },
];

/** What may follow `delete`. */
const DELETION: Form = ["DEV", {
  oneOf: {
    tx: { form: "sa { 0..3 }" },
    rx: { form: [SCI, "[ sa { 0..3 } ]"] },
  },
}];

interface Verb {
  readonly transmit: number;
  readonly receive: number;
  readonly channel: number;
  /** Returns what is wrong with an association, if something is. */
  readonly problem: (association: Association) => string | undefined;
}

const ADD: Verb = {
  transmit: c.MACSEC_CMD_ADD_TXSA,
  receive: c.MACSEC_CMD_ADD_RXSA,
  channel: c.MACSEC_CMD_ADD_RXSC,
  problem: ({ key, pn }) =>
    key === undefined || key.length === 0
      ? "cannot create SA without key"
      : pn === undefined
      ? "must specify a packet number != 0"
      : undefined,
};

const SET: Verb = {
  transmit: c.MACSEC_CMD_UPD_TXSA,
  receive: c.MACSEC_CMD_UPD_RXSA,
  channel: c.MACSEC_CMD_UPD_RXSC,
  problem: ({ key = [] }) =>
    key.length > 0 ? "cannot change key on SA" : undefined,
};

const DELETE: Verb = {
  transmit: c.MACSEC_CMD_DEL_TXSA,
  receive: c.MACSEC_CMD_DEL_RXSA,
  channel: c.MACSEC_CMD_DEL_RXSC,
  problem: () => undefined,
};

/** Adds an association or a channel. */
export const add: FamilyCommand<c.MacsecAttributes> = takes(
  CHANGE,
  (args, context, family) => {
    return modify(ADD, args, context, family);
  },
);

/** Changes an association or a channel. */
export const set: FamilyCommand<c.MacsecAttributes> = takes(
  CHANGE,
  (args, context, family) => {
    return modify(SET, args, context, family);
  },
);

/** Deletes an association or a channel. */
export const remove: FamilyCommand<c.MacsecAttributes> = takes(
  DELETION,
  (args, context, family) => {
    return modify(DELETE, args, context, family);
  },
);

async function modify(
  verb: Verb,
  args: Arguments,
  context: Context,
  family: Family,
): Promise<number> {
  const ifindex = await takeLink(args, context);
  const direction = args.left === 0 ? undefined : args.take();
  if (direction !== "tx" && direction !== "rx") throw usage("macsec");
  const attributes: c.MacsecAttributes = { ifindex };
  let command: number;
  if (direction === "tx") {
    const saConfig = await association(verb, args, context);
    if (saConfig === undefined) throw usage("macsec");
    attributes.saConfig = saConfig;
    command = verb.transmit;
  } else {
    const rxscConfig: c.MacsecRxsc = { sci: takeChannel(args) };
    attributes.rxscConfig = rxscConfig;
    const saConfig = await association(verb, args, context);
    if (saConfig === undefined) {
      if (verb !== DELETE) channelState(args, rxscConfig);
      command = verb.channel;
    } else {
      attributes.saConfig = saConfig;
      command = verb.receive;
    }
  }
  await answered(family.request(command, attributes));
  return 0;
}

function channelState(args: Arguments, channel: c.MacsecRxsc): void {
  const target: { active?: boolean } = {};
  while (args.left > 0) takeState(args.take(), target);
  if (target.active !== undefined) channel.active = target.active ? 1 : 0;
}

async function association(
  verb: Verb,
  args: Arguments,
  context: Context,
): Promise<c.MacsecSa | undefined> {
  const an = takeAssociation(args);
  if (an === undefined) return undefined;
  if (verb === DELETE) return { an };
  const options = await takeOptions(args, context);
  const problem = verb.problem(options);
  if (problem !== undefined) throw fail(1, problem);
  const { pn, extended, salt, ssci, key, keyid, active } = options;
  const hasKey = key !== undefined && key.length > 0;
  return {
    an,
    ...pn !== undefined && { pn: extended ? pn : Number(pn) },
    ...extended && salt !== undefined && { salt },
    ...extended && ssci !== undefined && { ssci },
    ...hasKey && keyid !== undefined && { keyid, key },
    ...active !== undefined && { active: active ? 1 : 0 },
  };
}
