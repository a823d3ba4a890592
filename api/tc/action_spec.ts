/**
 * What actions look like, in people's terms and in the kernel's.
 *
 * @module
 */

import {
  ACTION_HARDWARE_COUNTERS,
  type ActionEntry,
  TCA_ACT_FLAGS_NO_PERCPU_STATS,
  TCA_ACT_FLAGS_SKIP_HW,
  TCA_ACT_FLAGS_SKIP_SW,
} from "../../messages/tc/action.ts";
import {
  actionKindNames,
  type ActionKinds,
} from "../../messages/tc/actions/mod.ts";
import type { Bitfield32 } from "../../messages/codec/mod.ts";
import { binary, checkBoolean, text, uint32 } from "../mapping/conversions.ts";
import { flagNames } from "../mapping/enumerations.ts";
import { checkObject, type FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import {
  type ActionControl,
  actionControl,
  actionKindMappings,
  type ActionKindOptions,
  type ActionMapping,
} from "./actions/mod.ts";
import type { ActionData } from "./actions/kind.ts";
import { checkKind } from "./kind.ts";
import { type TrafficStatistics, trafficStatistics } from "./statistics.ts";

/** Which action: its kind and its number. */
export interface TrafficActionKey {
  /** Kind, such as `mirred` (`TCA_ACT_KIND`). */
  kind: string;
  /** Number among those of its kind (`TCA_ACT_INDEX`). */
  index: number;
}

/** How counters of hardware are read. */
export type HardwareCounters = keyof typeof ACTION_HARDWARE_COUNTERS | number;

/**
 * An action to be made, with the settings of its kind under the name of that; or
 * one that is there already, by {@linkcode TrafficActionSpec.kind} and
 * {@linkcode TrafficActionSpec.index}. Without a kind, it only decides.
 */
export interface TrafficActionSpec extends ActionKindOptions {
  /**
   * Kind, such as `gact`; it need not be given if the property of that name is
   * (`TCA_ACT_KIND`).
   */
  kind?: string;
  /** Number among those of its kind; by default, a free one. */
  index?: number;
  /**
   * What happens to packets then, such as `"drop"` or `{ goto: 3 }`; the default
   * depends on the kind.
   */
  then?: ActionControl;
  /** Bytes that are kept with it, at most 16 (`TCA_ACT_COOKIE`). */
  cookie?: Uint8Array;
  /** Whether all processors share counters (`TCA_ACT_FLAGS_NO_PERCPU_STATS`). */
  sharedCounters?: boolean;
  /** Whether hardware does no work (`TCA_ACT_FLAGS_SKIP_HW`). */
  skipHardware?: boolean;
  /** Whether only hardware does the work (`TCA_ACT_FLAGS_SKIP_SW`). */
  skipSoftware?: boolean;
  /**
   * Which counters of hardware are wanted; none, if the list is empty
   * (`TCA_ACT_HW_STATS`).
   */
  hardwareCounters?: HardwareCounters[];
}

/** An action. */
export interface TrafficAction extends TrafficActionSpec {
  /** Kind. */
  kind: string;
  /** Number among those of its kind. */
  index: number;
  /** References to it, of which filters hold some. */
  references: number;
  /** Filters that use it. */
  bindings: number;
  /** Seconds since it was made (`tcf_t.install`). */
  installed?: number;
  /** Seconds since it was last used (`tcf_t.lastuse`). */
  lastUsed?: number;
  /** Seconds since it was first used, if it was (`tcf_t.firstuse`). */
  firstUsed?: number;
  /** Counters (`TCA_ACT_STATS`). */
  statistics?: TrafficStatistics;
  /** Which counters of hardware there are (`TCA_ACT_USED_HW_STATS`). */
  usedHardwareCounters?: HardwareCounters[];
  /** How many devices do the work (`TCA_ACT_IN_HW_COUNT`). */
  inHardwareCount?: number;
  /** What all this was read from; copies do not have it. */
  readonly message: ActionEntry;
}

/** Properties that can be set, and the bit of each that is one. */
const FLAGS = {
  sharedCounters: TCA_ACT_FLAGS_NO_PERCPU_STATS,
  skipHardware: TCA_ACT_FLAGS_SKIP_HW,
  skipSoftware: TCA_ACT_FLAGS_SKIP_SW,
} as const;

/** Properties that the kernel reports and nobody can set. */
const READ_ONLY: ReadonlySet<string> = new Set(
  [
    "references",
    "bindings",
    "installed",
    "lastUsed",
    "firstUsed",
    "statistics",
    "usedHardwareCounters",
    "inHardwareCount",
    "message",
  ] satisfies (keyof TrafficAction)[],
);

const MOST_COOKIE = 16;
const counters: Conversion<HardwareCounters[], number> = flagNames(
  ACTION_HARDWARE_COUNTERS,
);
const bits = ({ value, selector }: Bitfield32) =>
  counters.fromKernel(value & selector);

type AnyMapping = ActionMapping<object, ActionData>;
type Property = keyof ActionKinds;

const mappings = actionKindMappings as unknown as Readonly<
  Record<string, AnyMapping>
>;

/** The property with the settings of a kind, if the kind has one. */
function propertyOf(kind: string): Property | undefined {
  const found = Object.entries(actionKindNames).find(([, name]) =>
    name === kind
  );
  const name = found?.[0] ?? kind;
  return Object.hasOwn(mappings, name) && !(name in actionKindNames && !found)
    ? name as Property
    : undefined;
}

/** The kinds that have settings of their own. */
export const ACTION_KIND_NAMES: readonly string[] = Object.keys(
  actionKindMappings,
).map((name) => actionKindNames[name as Property] ?? name);

/** How an action is stored. */
export const action: {
  /** Reads an action. */
  readonly fromKernel: (entry: ActionEntry) => TrafficAction;
  /**
   * Puts an action into the kernel's terms.
   *
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   */
  readonly toKernel: (
    spec: TrafficActionSpec,
    fieldPath: FieldPath,
  ) => ActionEntry;
} = { fromKernel: toAction, toKernel: fromAction };

/** How the actions of a filter are stored. */
export const actions: {
  /** Reads actions. */
  readonly fromKernel: (entries: ActionEntry[]) => TrafficAction[];
  /**
   * Puts actions into the kernel's terms.
   *
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   */
  readonly toKernel: (
    specs: TrafficActionSpec[],
    fieldPath: FieldPath,
  ) => ActionEntry[];
} = {
  fromKernel: (entries) => entries.map(toAction),
  toKernel: (specs, fieldPath) => {
    if (!Array.isArray(specs)) {
      throw fieldPath.wrong(specs, "an array of actions is expected");
    }
    return specs.map((spec, i) => fromAction(spec, fieldPath.at(i)));
  },
};

function toAction(entry: ActionEntry): TrafficAction {
  const { kind = "", cookie, flags, stats, inHardwareCount } = entry;
  const property = propertyOf(kind);
  const mapping = property && mappings[property];
  const data = property && entry[property] as ActionData | undefined;
  const parameters = data && mapping?.parametersOf(data);
  const times = data?.times;
  const read: Omit<TrafficAction, "message"> = {
    kind,
    index: parameters?.index ?? entry.index ?? 0,
    references: parameters?.references ?? 0,
    bindings: parameters?.bindings ?? 0,
  };
  if (data !== undefined && parameters !== undefined) {
    Object.assign(read, { [property!]: mapping!.fromKernel(data) });
    read.then = actionControl.fromKernel(
      mapping!.readControl?.(data) ?? parameters.control,
    );
  }
  if (cookie !== undefined) read.cookie = cookie;
  for (const [name, bit] of Object.entries(FLAGS)) {
    if (((flags?.value ?? 0) & (flags?.selector ?? 0) & bit) !== 0) {
      read[name as keyof typeof FLAGS] = true;
    }
  }
  if (entry.hardwareStats) read.hardwareCounters = bits(entry.hardwareStats);
  if (entry.usedHardwareStats) {
    read.usedHardwareCounters = bits(entry.usedHardwareStats);
  }
  if (inHardwareCount !== undefined) read.inHardwareCount = inHardwareCount;
  if (stats !== undefined) {
    read.statistics = trafficStatistics.fromKernel(stats);
  }
  if (times !== undefined) {
    read.installed = Number(times.installed) / 100;
    read.lastUsed = Number(times.lastUsed) / 100;
    if (times.firstUsed) read.firstUsed = Number(times.firstUsed) / 100;
  }
  return withMessage<TrafficAction>(read, entry);
}

function fromAction(
  spec: TrafficActionSpec,
  fieldPath: FieldPath,
): ActionEntry {
  checkObject(spec, fieldPath);
  const kind = kindOf(spec, fieldPath);
  const entry: ActionEntry = { kind };
  const property = propertyOf(kind);
  if (property !== undefined) {
    const data = dataOf(property, spec, fieldPath);
    Object.assign(entry, { [property]: data });
  } else if (spec.index !== undefined) {
    // It may be there, of a kind that is newer.
    entry.index = uint32.toKernel(spec.index, fieldPath.at("index"))!;
  } else checkKind(kind, ACTION_KIND_NAMES, fieldPath);
  const { cookie, hardwareCounters } = spec;
  if (cookie !== undefined) {
    entry.cookie = binary.toKernel(cookie, fieldPath.at("cookie"))!;
    if (cookie.length > MOST_COOKIE) {
      throw fieldPath.at("cookie").outside(
        cookie,
        `it has more than ${MOST_COOKIE} bytes`,
      );
    }
  }
  if (hardwareCounters !== undefined) {
    const value = counters.toKernel(
      hardwareCounters,
      fieldPath.at("hardwareCounters"),
    )!;
    entry.hardwareStats = { value, selector: value };
  }
  const flags = flagsOf(spec, fieldPath);
  if (flags !== 0) entry.flags = { value: flags, selector: flags };
  return entry;
}

/** The kind of an action, which has settings of no other. */
function kindOf(spec: TrafficActionSpec, fieldPath: FieldPath): string {
  let kind = spec.kind === undefined
    ? undefined
    : text.toKernel(spec.kind, fieldPath.at("kind"))!;
  for (const [name, value] of Object.entries(spec)) {
    if (value === undefined || COMMON.has(name) || READ_ONLY.has(name)) {
      continue;
    }
    if (!Object.hasOwn(mappings, name)) {
      throw fieldPath.noProperty(name, value, actionNames());
    }
    const own = actionKindNames[name as Property] ?? name;
    if (kind !== undefined && kind !== own) {
      throw fieldPath.at(name).wrong(value, `the kind is ${kind} already`);
    }
    kind = own;
  }
  if (kind === undefined && spec.then === undefined) {
    throw fieldPath.wrong(spec, "a kind, or then, is expected");
  }
  return kind ?? "gact";
}

/** Properties that are not of a kind. */
const COMMON: ReadonlySet<string> = new Set([
  "kind",
  "index",
  "then",
  "cookie",
  "hardwareCounters",
  ...Object.keys(FLAGS),
]);

/**
 * Names of the properties of actions.
 *
 * @returns The names.
 */
export function actionNames(): ReadonlySet<string> {
  return new Set([...COMMON, ...READ_ONLY, ...Object.keys(mappings)]);
}

function dataOf(
  property: Property,
  spec: TrafficActionSpec,
  fieldPath: FieldPath,
): ActionData {
  const mapping = mappings[property]!;
  const { index, then } = spec;
  const options = spec[property];
  // Whoever gives no more than a number means an action that is there.
  const isThere = options === undefined && index !== undefined &&
    then === undefined;
  const data = isThere
    ? mapping.blank()
    : mapping.toKernel(options ?? {}, fieldPath.at(property));
  const parameters = mapping.parametersOf(data)!;
  if (index !== undefined) {
    parameters.index = uint32.toKernel(index, fieldPath.at("index"))!;
  }
  if (isThere) return data;
  const control = then === undefined
    ? mapping.control(data)
    : actionControl.toKernel(then, fieldPath.at("then"));
  if (control === undefined) {
    throw fieldPath.at("then").wrong(then, "it is required");
  }
  if (mapping.writeControl === undefined) parameters.control = control;
  else mapping.writeControl(data, control);
  return data;
}

function flagsOf(spec: TrafficActionSpec, fieldPath: FieldPath): number {
  let flags = 0;
  for (const [name, bit] of Object.entries(FLAGS)) {
    const value = spec[name as keyof typeof FLAGS];
    if (value !== undefined && checkBoolean(value, fieldPath.at(name))) {
      flags |= bit;
    }
  }
  return flags;
}
