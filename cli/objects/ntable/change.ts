/**
 * `ip ntable change`.
 *
 * @module
 */

import { NLM_F_REPLACE } from "../../../messages/header.ts";
import { RTM_SETNEIGHTBL } from "../../../messages/neighbor_table/constants.ts";
import {
  type NeighborParameters,
  neighborParameters,
  type NeighborTableAttributes,
  neighborTableAttributes,
  neighborTableMessage,
} from "../../../messages/neighbor_table/neighbor_table.ts";
import type { Command } from "../../runtime/context.ts";
import type { Argument } from "../../parse/form.ts";
import { exit, invalidArgument, missingArgument } from "../../parse/errors.ts";
import {
  type Grammar,
  once,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { findDevice } from "../link/kinds/kind.ts";
import { wordsOfSettings } from "../link/kinds/settings.ts";
import { LIMITS, PARAMETERS } from "./parameters.ts";

const options = { problem: (name: string) => `"${name}" value is invalid` };

const TABLE: Grammar<NeighborTableAttributes> = {
  "name": once("NAME", text("name")),
  ...wordsOfSettings(neighborTableAttributes, LIMITS, options),
};

const KEYWORDS: Grammar<NeighborParameters> = {
  "dev": takes("DEV", async (parameters, { args, context }) => {
    parameters.index = await findDevice(args.take(), context);
  }),
  ...wordsOfSettings(neighborParameters, PARAMETERS, options),
};

const PARMS: Argument = { name: "PARMS", means: { options: KEYWORDS } };

/** Exit code of a refusal, which ends a batch as well. */
const REFUSED = 2;

/** Changes a table, or the parameters of one device. */
export const change: Command = takes(
  [{ options: TABLE }, PARMS],
  async (args, context) => {
    const attributes: NeighborTableAttributes = {};
    const parameters: NeighborParameters = {};
    const parameter: Word<NeighborTableAttributes> = (_, step) => {
      if (!Object.hasOwn(KEYWORDS, step.word)) {
        throw invalidArgument("unknown", step.word);
      }
      return KEYWORDS[step.word]!(parameters, step);
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
