/**
 * What becomes of packets that match a filter.
 *
 * @module
 */

import type {
  FilterAttributes,
  FilterMessage,
} from "../../messages/tc/filter.ts";
import type { FilterKinds } from "../../messages/tc/filters/mod.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion, Field } from "../mapping/mapping.ts";
import type { ActionEntry } from "../../messages/tc/action.ts";
import type { PoliceData } from "../../messages/tc/actions/police.ts";
import { actions, type TrafficActionSpec } from "./action_spec.ts";
import { policeMapping, type PoliceOptions } from "./actions/police.ts";
import { filterKindMappings } from "./filters/mod.ts";
import { type Handle, handle } from "./handle.ts";

/** What becomes of packets that match a filter. */
export interface FilterDisposition {
  /** Their class, such as `1:10` (`TCA_FLOWER_CLASSID` and others). */
  classId?: Handle;
  /** What is done with them, one after the other (`TCA_FLOWER_ACT` and others). */
  actions?: TrafficActionSpec[];
  /**
   * A limit of their rate, in the way that is older than actions
   * (`TCA_U32_POLICE` and others).
   */
  police?: PoliceOptions;
}

/** The same in the kernel's terms. */
interface DispositionData {
  classId: number;
  actions: ActionEntry[];
  police: PoliceData;
}

/** The options of all kinds of filters have some of these properties. */
type Disposed = { [K in keyof FilterDisposition]?: unknown };

const CONVERSIONS: {
  readonly [K in keyof FilterDisposition]-?: Conversion<
    Exclude<FilterDisposition[K], undefined>,
    DispositionData[K]
  >;
} = {
  classId: handle,
  actions,
  police: policeMapping,
};

/** The properties that kinds do not have. */
const LACKING: Readonly<
  Record<keyof FilterDisposition, readonly (keyof FilterKinds)[]>
> = {
  classId: ["flow", "cgroup"],
  actions: [],
  police: ["flower", "matchall"],
};

const KINDS = Object.keys(filterKindMappings) as (keyof FilterKinds)[];

/** The options of a filter, if it has some of a kind that is known. */
function optionsOf(attributes: FilterAttributes): Disposed | undefined {
  for (const kind of KINDS) {
    const data = attributes[kind];
    if (data !== undefined) return data as Disposed;
  }
  return undefined;
}

function field<K extends keyof FilterDisposition>(
  name: K,
): Field<Exclude<FilterDisposition[K], undefined>, FilterMessage> {
  const { fromKernel } = CONVERSIONS[name] as unknown as Conversion<
    Exclude<FilterDisposition[K], undefined>,
    unknown
  >;
  return {
    from: KINDS.map((kind) => `attributes.${kind}` as const),
    read: ({ attributes }) => {
      const value = optionsOf(attributes)?.[name];
      return value === undefined ? undefined : fromKernel(value);
    },
    // It is written when the kind is known.
    write: () => {},
  };
}

/** How {@linkcode FilterDisposition} is read. */
export const dispositionFields: {
  readonly [K in keyof FilterDisposition]-?: Field<
    Exclude<FilterDisposition[K], undefined>,
    FilterMessage
  >;
} = {
  classId: field("classId"),
  actions: field("actions"),
  police: field("police"),
};

/**
 * Writes what becomes of packets into the options of a filter, whose kind is
 * known.
 *
 * @param message The filter's message.
 * @param spec What becomes of packets.
 * @param fieldPath Where it stands, for error messages.
 * @throws {TypeError} If a value is not of the right sort, or the kind has no
 * such property.
 * @throws {RangeError} If a value is too small or too large.
 */
export function writeDisposition(
  { attributes }: FilterMessage,
  spec: FilterDisposition,
  fieldPath: FieldPath,
): void {
  const kind = KINDS.find((kind) => kind === attributes.kind);
  // The kernel wants options, even if there are none.
  const data: Disposed | undefined = kind === undefined
    ? undefined
    : (attributes as Record<string, Disposed>)[kind] ??= {};
  for (const name of Object.keys(CONVERSIONS) as (keyof FilterDisposition)[]) {
    const value = spec[name];
    if (value === undefined) continue;
    const path = fieldPath.at(name);
    if (data === undefined || LACKING[name].includes(kind!)) {
      throw path.wrong(
        value,
        `filters of the kind ${attributes.kind} have none`,
      );
    }
    const { toKernel } = CONVERSIONS[name] as unknown as Conversion<
      unknown,
      unknown
    >;
    data[name] = toKernel(value, path);
  }
}
