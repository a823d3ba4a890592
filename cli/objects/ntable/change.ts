/**
 * `ip ntable change`.
 *
 * @module
 */

import { isWide, PARAMETER_LINES } from "./parameters.ts";
import { NLM_F_REPLACE } from "../../../messages/header.ts";
import { RTM_SETNEIGHTBL } from "../../../messages/neighbor_table/constants.ts";
import {
  type NeighborParameters,
  type NeighborTableAttributes,
  neighborTableMessage,
} from "../../../messages/neighbor_table/neighbor_table.ts";
import type { Command } from "../../runtime/context.ts";
import type { Argument } from "../../parse/form.ts";
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
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";

const TABLE: Grammar<NeighborTableAttributes> = {
  "name": once("NAME", text("name")),
  "thresh1": count("thresh1", "threshold1"),
  "thresh2": count("thresh2", "threshold2"),
  "thresh3": count("thresh3", "threshold3"),
  "gc_int": time("gc_int", "gcInterval"),
};

/** A time of 64 bits. */
function time<S>(name: string, key: Takes<S, bigint>): Word<S> {
  return takes("MSEC", bigNumber(key, `"${name}" value is invalid`));
}

/** A number of 32 bits: of entries, unless it is called otherwise. */
function count<S>(
  name: string,
  key: Takes<S, number>,
  argument = "VAL",
): Word<S> {
  return takes(argument, number(key, 32, `"${name}" value is invalid`));
}

const PARAMETERS: Grammar<NeighborParameters> = {
  "dev": takes("DEV", async (parameters, { args, context }) => {
    const name = args.take();
    const index = await context.links.indexOf(name);
    if (index === 0) throw noDevice(name);
    parameters.index = index;
  }),
  ...Object.fromEntries(
    PARAMETER_LINES.flat().flatMap((
      { name, property, argument },
    ) =>
      argument === undefined ? [] : [[
        name,
        isWide(property)
          ? time(name, property as "lockTime")
          : count(name, property as "queueLength", argument),
      ]]
    ),
  ),
};

const PARMS: Argument = { name: "PARMS", means: { options: PARAMETERS } };

/** Exit code of a refusal, which ends a batch as well. */
const REFUSED = 2;

/** Changes a table, or the parameters of one device. */
export const change: Command = takes(
  [{ options: TABLE }, PARMS],
  async (args, context) => {
    const attributes: NeighborTableAttributes = {};
    const parameters: NeighborParameters = {};
    const parameter: Word<NeighborTableAttributes> = (_, step) => {
      if (!Object.hasOwn(PARAMETERS, step.word)) {
        throw invalidArgument("unknown", step.word);
      }
      return PARAMETERS[step.word]!(parameters, step);
    };
    await parse(TABLE, attributes, args, context, parameter);
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
  },
);
