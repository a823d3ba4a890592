/**
 * How the settings of kinds of actions are stored.
 *
 * @module
 */

import {
  ACTION_CONTROLS,
  type ActionParameters,
  type ActionTimes,
} from "../../../messages/tc/actions/parameters.ts";
import { blank, type Codec } from "../../../messages/codec/mod.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { type Fields, mapping } from "../../mapping/mapping.ts";

/** What the data of all kinds have of {@linkcode ActionParameters}. */
export type CommonParameters = Omit<ActionParameters, "capabilities">;

/** The data of a kind. */
export interface ActionData {
  /** What all actions have. */
  parameters?: CommonParameters;
  /** When it was used. */
  times?: ActionTimes;
}

/**
 * How the settings of a kind are stored.
 *
 * @typeParam W The settings.
 * @typeParam D The kind's `TCA_ACT_OPTIONS`.
 */
export interface ActionMapping<W, D> {
  /** Names of the settings. */
  readonly names: ReadonlySet<string>;
  /** Names of those that are only reported. */
  readonly readOnly?: ReadonlySet<string>;
  /** Reads the settings. */
  readonly fromKernel: (data: D) => W;
  /**
   * Puts settings into the kernel's terms, with parameters of zeros.
   *
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   */
  readonly toKernel: (value: W, fieldPath: FieldPath) => D;
  /** Makes data of nothing but parameters, which are zeros. */
  readonly blank: () => D;
  /** What happens to packets by default; `undefined` if it has to be given. */
  readonly control: (data: D) => number | undefined;
  /** The parameters, where they are not a property of this name. */
  readonly parametersOf: (data: D) => CommonParameters | undefined;
  /** Reads what happens to packets, if that is not in the parameters. */
  readonly readControl?: (data: D) => number;
  /** Writes what happens to packets, if that is not in the parameters. */
  readonly writeControl?: (data: D, control: number) => void;
}

/** What differs from most kinds. */
export type ActionMappingOptions<W, D> =
  & Partial<
    Omit<ActionMapping<W, D>, "names" | "readOnly" | "fromKernel" | "toKernel">
  >
  & {
    /**
     * Checks settings that were put into the kernel's terms.
     *
     * @throws {TypeError} If something is missing, or does not go together.
     */
    readonly check?: (data: D, fieldPath: FieldPath) => void;
  };

/**
 * Declares how the settings of a kind are stored.
 *
 * @typeParam W The settings.
 * @typeParam D The kind's `TCA_ACT_OPTIONS`.
 * @param schema Codec of the data.
 * @param parameters Codec of the parameters.
 * @param fields Where each setting is stored.
 * @param options What differs from most kinds.
 * @returns The mapping.
 */
export function actionMapping<W extends object, D extends ActionData>(
  schema: Codec<D>,
  parameters: Codec<NonNullable<D["parameters"]>>,
  fields: Fields<W, D>,
  options: ActionMappingOptions<W, D> = {},
): ActionMapping<W, D> {
  const flat = mapping<W, D>(fields, schema);
  const { check, ...more } = options;
  const start = () => ({ parameters: blank(parameters) }) as D;
  return {
    get names() {
      return flat.names;
    },
    get readOnly() {
      return flat.readOnly!;
    },
    fromKernel: flat.fromKernel,
    blank: start,
    toKernel: (value, fieldPath) => {
      const data = flat.toKernel(value, fieldPath, start());
      check?.(data, fieldPath);
      return data;
    },
    control: () => ACTION_CONTROLS.pipe,
    parametersOf: (data) => data.parameters,
    ...more,
  };
}
