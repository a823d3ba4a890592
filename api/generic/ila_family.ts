/**
 * The family of Identifier Locator Addressing.
 *
 * @module
 */

import {
  ILA_CMD_ADD,
  ILA_CMD_DEL,
  ILA_CMD_FLUSH,
  ILA_CMD_GET,
  ILA_GENL_NAME,
  ILA_GENL_VERSION,
  type IlaAttributes,
  ilaMessage,
} from "../../messages/generic/ila.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";

/** The family `ila`. */
export const ilaFamily: FamilyDefinition<IlaAttributes> = {
  name: ILA_GENL_NAME,
  version: ILA_GENL_VERSION,
  codec: ilaMessage,
  actions: {
    [ILA_CMD_ADD]: "create ILA mapping",
    [ILA_CMD_DEL]: "delete ILA mapping",
    [ILA_CMD_GET]: "get ILA mapping",
    [ILA_CMD_FLUSH]: "delete ILA mappings",
  },
};
