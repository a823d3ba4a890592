/**
 * Actions that write a line into the kernel's log.
 *
 * @module
 */

import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import {
  type SimpleData,
  simpleData,
} from "../../../messages/tc/actions/simple.ts";
import { text } from "../../mapping/conversions.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that writes a line into the log. */
export interface SimpleOptions {
  /** The text, at most 31 bytes (`TCA_DEF_DATA`). */
  text?: string;
}

/** How {@linkcode SimpleOptions} are stored. */
export const simpleMapping: ActionMapping<SimpleOptions, SimpleData> =
  actionMapping(simpleData, actionParameters, {
    text: text,
  });
