/**
 * The kind of a link and the kind of its master, with what they define.
 *
 * @module
 */

import type { LinkInfo } from "../../messages/link/info.ts";
import type { LinkKinds } from "../../messages/link/kinds/mod.ts";
import type { LinkAttributes } from "../../messages/link/link.ts";
import {
  linkPortKinds,
  type LinkPorts,
} from "../../messages/link/ports/mod.ts";
import { text } from "../mapping/conversions.ts";
import { same } from "../mapping/forms.ts";
import { linkKindMappings, type LinkKindOptions } from "./kinds/mod.ts";
import { linkPortMappings, type LinkPortOptions } from "./ports/mod.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type Field, type Mapping, readOnly } from "../mapping/mapping.ts";

/** What kind of link it is, and the settings of that kind. */
export interface LinkKindProperties extends LinkKindOptions {
  /**
   * Kind, such as `dummy`; it need not be given if the property of that name is
   * (`IFLA_INFO_KIND`).
   */
  kind?: string;
}

/** Settings of a port, and the kind of its master. */
export interface LinkPortProperties extends LinkPortOptions {
  /** Kind of the master (`IFLA_INFO_SLAVE_KIND`). */
  portKind?: string;
}

type AnyMapping = Mapping<unknown, Record<string, unknown>>;

/** A field that is read from one property of the kind's information. */
function infoField<W, K extends keyof LinkInfo>(
  property: K,
  fromKernel: (value: Exclude<LinkInfo[K], undefined>) => W,
  write: Field<W, LinkAttributes>["write"],
): Field<W, LinkAttributes> {
  const field = readOnly<W, LinkInfo, K>(property, { fromKernel });
  return {
    inner: { property: "info", field },
    read: ({ info }) => info && field.read(info),
    write,
  };
}

const kind: Field<string, LinkAttributes> = infoField(
  "kind",
  same<string>,
  (data, value, fieldPath) =>
    setKind(data, "kind", text.toKernel(value, fieldPath)!, fieldPath),
);

const portKind: Field<string, LinkAttributes> = {
  ...infoField("slaveKind", same<string>, () => {}),
  readOnly: true,
};

/** Writes the kind, which has to be the same wherever it is given. */
function setKind(
  data: LinkAttributes,
  property: "kind" | "slaveKind",
  value: string,
  fieldPath: FieldPath,
): void {
  const info: LinkInfo = data.info ??= {};
  const other = info[property];
  if (other !== undefined && other !== value) {
    throw fieldPath.wrong(value, `the kind is ${other} already`);
  }
  info[property] = value;
}

function kindField(name: keyof LinkKinds): Field<unknown, LinkAttributes> {
  const { fromKernel, toKernel } =
    linkKindMappings[name] as unknown as AnyMapping;
  return infoField<unknown, keyof LinkKinds>(
    name,
    fromKernel as (data: unknown) => unknown,
    (data, value, fieldPath) => {
      const settings = toKernel(value, fieldPath);
      setKind(data, "kind", name, fieldPath);
      if (Object.keys(settings).length > 0) {
        data.info = { ...data.info, [name]: settings };
      }
    },
  );
}

function portField(name: keyof LinkPorts): Field<unknown, LinkAttributes> {
  const { fromKernel, toKernel } =
    linkPortMappings[name] as unknown as AnyMapping;
  return infoField<unknown, keyof LinkPorts>(
    name,
    fromKernel as (data: unknown) => unknown,
    (data, value, fieldPath) => {
      const settings = toKernel(value, fieldPath);
      if (Object.keys(settings).length === 0) return;
      setKind(data, "slaveKind", linkPortKinds[name], fieldPath);
      data.info = { ...data.info, [name]: settings };
    },
  );
}

function fieldsOf<K extends string>(
  names: K[],
  field: (name: K) => Field<unknown, LinkAttributes>,
): Record<K, Field<unknown, LinkAttributes>> {
  return Object.fromEntries(
    names.map((name) => [name, field(name)]),
  ) as Record<K, Field<unknown, LinkAttributes>>;
}

/** How {@linkcode LinkKindProperties} are stored. */
export const linkKindFields = (): {
  readonly [P in keyof LinkKindProperties]-?: Field<
    Exclude<LinkKindProperties[P], undefined>,
    LinkAttributes
  >;
} => ({
  kind,
  ...fieldsOf(
    Object.keys(linkKindMappings) as (keyof LinkKinds)[],
    kindField,
  ) as {
    readonly [P in keyof LinkKindOptions]-?: Field<
      Exclude<LinkKindOptions[P], undefined>,
      LinkAttributes
    >;
  },
});

/** How {@linkcode LinkPortProperties} are stored. */
export const linkPortFields = (): {
  readonly [P in keyof LinkPortProperties]-?: Field<
    Exclude<LinkPortProperties[P], undefined>,
    LinkAttributes
  >;
} => ({
  portKind,
  ...fieldsOf(
    Object.keys(linkPortMappings) as (keyof LinkPorts)[],
    portField,
  ) as {
    readonly [P in keyof LinkPortOptions]-?: Field<
      Exclude<LinkPortOptions[P], undefined>,
      LinkAttributes
    >;
  },
});

/**
 * Finds out which kind's settings would lose what a change does not mention.
 *
 * @param value The change.
 * @returns The kind, if there is one.
 */
export function wholeKind(value: LinkKindOptions): keyof LinkKinds | undefined {
  return (Object.keys(value) as (keyof LinkKinds)[]).find((name) =>
    value[name] !== undefined && linkKindMappings[name]?.whole
  );
}
