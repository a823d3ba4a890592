/**
 * `ip ntable change`.
 *
 * @module
 */

import { NLM_F_REPLACE } from "../../../messages/header.ts";
import { RTM_SETNEIGHTBL } from "../../../messages/neighbor_table/constants.ts";
import {
  type NeighborParameters,
  type NeighborTableAttributes,
  neighborTableMessage,
} from "../../../messages/neighbor_table/neighbor_table.ts";
import type { Context } from "../../runtime/context.ts";
import {
  exit,
  invalidArgument,
  missingArgument,
  noDevice,
} from "../../parse/errors.ts";
import {
  bigNumber,
  type Grammar,
  number,
  once,
  parse,
  type Takes,
  text,
  type Word,
  type Words,
} from "../../parse/grammar.ts";

const TABLE: Grammar<NeighborTableAttributes> = {
  "name": once("NAME", text("name")),
  "thresh1": number("threshold1", 32, '"thresh1" value is invalid'),
  "thresh2": number("threshold2", 32, '"thresh2" value is invalid'),
  "thresh3": number("threshold3", 32, '"thresh3" value is invalid'),
  "gc_int": bigNumber("gcInterval", '"gc_int" value is invalid'),
};

/** A time of 64 bits. */
function time(
  name: string,
  key: Takes<NeighborParameters, bigint>,
): Grammar<NeighborParameters> {
  return { [name]: bigNumber(key, `"${name}" value is invalid`) };
}

function count(
  name: string,
  key: Takes<NeighborParameters, number>,
): Grammar<NeighborParameters> {
  return { [name]: number(key, 32, `"${name}" value is invalid`) };
}

const PARAMETERS: Grammar<NeighborParameters> = {
  "dev": async (parameters, { words, context }) => {
    const name = words.take();
    const index = await context.links.indexOf(name);
    if (index === 0) throw noDevice(name);
    parameters.index = index;
  },
  ...time("base_reachable", "baseReachableTime"),
  ...time("retrans", "retransmitTime"),
  ...time("gc_stale", "gcStaleTime"),
  ...time("delay_probe", "delayProbeTime"),
  ...count("queue", "queueLength"),
  ...count("app_probes", "appProbes"),
  ...count("ucast_probes", "unicastProbes"),
  ...count("mcast_probes", "multicastProbes"),
  ...time("anycast_delay", "anycastDelay"),
  ...time("proxy_delay", "proxyDelay"),
  ...count("proxy_queue", "proxyQueueLength"),
  ...time("locktime", "lockTime"),
};

/** Exit code of a refusal, which ends a batch as well. */
const REFUSED = 2;

/** Changes a table, or the parameters of one device. */
export async function change(
  words: Words,
  context: Context,
): Promise<number> {
  const attributes: NeighborTableAttributes = {};
  const parameters: NeighborParameters = {};
  const parameter: Word<NeighborTableAttributes> = (_, step) => {
    if (!Object.hasOwn(PARAMETERS, step.word)) {
      throw invalidArgument("unknown", step.word);
    }
    return PARAMETERS[step.word]!(parameters, step);
  };
  await parse(TABLE, attributes, words, context, parameter);
  const { name, ...changes } = attributes;
  const { index: _, ...parameterChanges } = parameters;
  if (name === undefined) throw missingArgument("NAME");
  if (Object.keys({ ...changes, ...parameterChanges }).length === 0) {
    throw exit(
      255,
      "Not enough information: changeable attributes required.",
    );
  }
  if (Object.keys(parameters).length > 0) attributes.parameters = parameters;
  await context.talk(
    (kernel) =>
      kernel.request({
        type: RTM_SETNEIGHTBL,
        flags: NLM_F_REPLACE,
        codec: neighborTableMessage,
        message: { family: context.family, attributes },
      }),
    REFUSED,
    true,
  );
  return 0;
}
