/**
 * Actions that change bytes of packets.
 *
 * @module
 */

import { blank, type Codec } from "../../../messages/codec/mod.ts";
import { ACTION_CONTROLS } from "../../../messages/tc/actions/parameters.ts";
import {
  PEDIT_COMMANDS,
  PEDIT_HEADERS,
  type PeditData,
  type PeditKey,
  peditKey,
  peditParameters,
} from "../../../messages/tc/actions/pedit.ts";
import { int32, uint32 } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { checkObject, type FieldPath } from "../../mapping/field_path.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import type { ActionMapping } from "./kind.ts";
import {
  fieldChanges,
  type PeditFieldChange,
  peditFields,
} from "./pedit_fields.ts";

/** A change of 32 bits, in any place; it is always returned so. */
export interface PeditWordChange {
  /**
   * The header that `offset` is counted from; the network header by default
   * (`TCA_PEDIT_KEY_EX_HTYPE`).
   */
  header?: keyof typeof PEDIT_HEADERS | number;
  /** Where the 32 bits are, in bytes, a multiple of 4 (`tc_pedit_key.off`). */
  offset?: number;
  /** What they become, or what is added, as a number in network byte order (`tc_pedit_key.val`). */
  value?: number;
  /** Which bits stay as they are; none by default (`tc_pedit_key.mask`). */
  keep?: number;
  /** Whether the value is set, the default, or added (`TCA_PEDIT_KEY_EX_CMD`). */
  operation?: keyof typeof PEDIT_COMMANDS | number;
  /** Where a byte is that is added to the offset (`tc_pedit_key.at`). */
  at?: number;
  /** Which bits of that byte (`tc_pedit_key.offmask`). */
  atMask?: number;
  /** By how many bits it is shifted to the right (`tc_pedit_key.shift`). */
  shift?: number;
}

/** A change of bytes: of 32 bits anywhere, or of a field of a header. */
export type PeditChange = PeditWordChange | PeditFieldChange;

/** Settings of an action that changes bytes. */
export interface PeditOptions {
  /** The changes, at most 128, in order (`TCA_PEDIT_PARMS_EX`). */
  changes?: PeditChange[];
}

/** A change as the kernel has it, in one object. */
export interface FlatChange extends PeditKey {
  /** One of {@linkcode PEDIT_HEADERS}. */
  header: number;
  /** 0 to set, 1 to add. */
  command: number;
}

const words: Mapping<PeditWordChange, FlatChange> = mapping({
  header: enumeration(PEDIT_HEADERS, 16),
  offset: int32,
  value: uint32,
  keep: ["mask", uint32],
  operation: ["command", enumeration(PEDIT_COMMANDS, 16)],
  at: uint32,
  atMask: uint32,
  shift: uint32,
}, () => ({ ...blank(peditKey as Codec<PeditKey>), header: 0, command: 0 }));

const NAMES: ReadonlySet<string> = new Set(["changes"]);

/** How {@linkcode PeditOptions} are stored. */
export const peditMapping: ActionMapping<PeditOptions, PeditData> = {
  names: NAMES,
  fromKernel({ parameters, extendedParameters, extendedKeys }) {
    const keys = (extendedParameters ?? parameters)?.keys ?? [];
    return {
      changes: keys.map((key, i) => {
        const { header = 0, command = 0 } = extendedKeys?.[i] ?? {};
        return withoutDefaults(words.fromKernel({ ...key, header, command }));
      }),
    };
  },
  toKernel(value, fieldPath) {
    for (const name of Object.keys(value)) {
      if (!NAMES.has(name)) {
        throw fieldPath.noProperty(
          name,
          value[name as keyof PeditOptions],
          NAMES,
        );
      }
    }
    const { changes } = value;
    if (!Array.isArray(changes)) {
      throw fieldPath.at("changes").wrong(changes, "an array is expected");
    }
    const all = changes.flatMap((change, i) =>
      changesOf(change, fieldPath.at("changes").at(i))
    );
    return {
      extendedParameters: blank(peditParameters, {
        keyCount: all.length,
        keys: all.map(({ header: _, command: __, ...key }) => key),
      }),
      extendedKeys: all.map(({ header, command }) => ({ header, command })),
    };
  },
  blank: () => ({ parameters: blank(peditParameters, { keys: [] }) }),
  control: () => ACTION_CONTROLS.pass,
  parametersOf: ({ parameters, extendedParameters }) =>
    parameters ?? extendedParameters,
};

function changesOf(value: PeditChange, fieldPath: FieldPath): FlatChange[] {
  checkObject(value, fieldPath);
  return "field" in value
    ? fieldChanges(value, fieldPath, peditFields)
    : [words.toKernel(value, fieldPath)];
}

/** What is zero need not be shown, but for the place and the value. */
function withoutDefaults(change: PeditWordChange): PeditWordChange {
  const shown = change as Record<string, unknown>;
  for (const key of ["keep", "at", "atMask", "shift"]) {
    if (shown[key] === 0) delete shown[key];
  }
  if (change.operation === "set") delete change.operation;
  return change;
}
