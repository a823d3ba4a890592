/**
 * Which states the packets of a policy need.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { type XfrmTemplate, xfrmTemplate } from "../../messages/xfrm/policy.ts";
import { ip } from "../mapping/address_conversions.ts";
import { boolean, uint32 } from "../mapping/conversions.ts";
import { type Conversion, type Field, mapping } from "../mapping/mapping.ts";
import {
  joinFamily,
  type XfrmMode,
  xfrmMode,
  type XfrmProtocol,
  xfrmProtocol,
  type XfrmShare,
  xfrmShare,
} from "./names.ts";

/** Which state the packets of a policy need. */
export interface XfrmTemplateSpec {
  /** Source address of the state (`saddr`). */
  source?: string;
  /** Destination address of the state (`id.daddr`). */
  destination?: string;
  /** Protocol of the state (`id.proto`). */
  protocol?: XfrmProtocol;
  /** Security parameter index of the state; any if it is missing (`id.spi`). */
  spi?: number;
  /**
   * What packets become (`mode`).
   *
   * @default {"transport"}
   */
  mode?: XfrmMode;
  /** The state has to have this one (`reqid`). */
  requestId?: number;
  /** Whether packets may pass without the state (`optional`). */
  optional?: boolean;
  /** What the state may be used for (`share`). */
  share?: XfrmShare;
  /** Algorithms of authentication that may be used, by bits (`aalgos`). */
  authAlgorithms?: number;
  /** Algorithms of encryption that may be used, by bits (`ealgos`). */
  encryptionAlgorithms?: number;
  /** Algorithms of compression that may be used, by bits (`calgos`). */
  compressionAlgorithms?: number;
}

const ALL_BITS = 0xffffffff;

/** A number that stands for nothing at one value. */
function unless<W>(
  name: keyof XfrmTemplate,
  none: number,
  { fromKernel, toKernel }: Conversion<W, number>,
): Field<W, XfrmTemplate> {
  return {
    from: [name],
    read: (template) => {
      const value = template[name] as number;
      return value === none ? undefined : fromKernel(value);
    },
    write: (template, value, fieldPath) => {
      (template as unknown as Record<string, unknown>)[name] = toKernel(
        value,
        fieldPath,
      );
    },
  };
}

function isAny(address: string): boolean {
  return address === "0.0.0.0" || address === "::";
}

const fields = mapping<XfrmTemplateSpec, XfrmTemplate>({
  source: {
    from: ["source"],
    read: ({ source }) => isAny(source) ? undefined : source,
    write: (template, value, fieldPath) => {
      template.source = ip.toKernel(value, fieldPath)!;
      joinFamily(template, value, fieldPath);
    },
  },
  destination: {
    from: ["id"],
    read: ({ id: { destination } }) =>
      isAny(destination) ? undefined : destination,
    write: (template, value, fieldPath) => {
      template.id.destination = ip.toKernel(value, fieldPath)!;
      joinFamily(template, value, fieldPath);
    },
  },
  protocol: {
    from: ["id"],
    read: ({ id: { protocol } }) =>
      protocol === 0 ? undefined : xfrmProtocol.fromKernel(protocol),
    write: (template, value, fieldPath) => {
      template.id.protocol = xfrmProtocol.toKernel(value, fieldPath)!;
    },
  },
  spi: {
    from: ["id"],
    read: ({ id: { spi } }) => spi === 0 ? undefined : spi,
    write: (template, value, fieldPath) => {
      template.id.spi = uint32.toKernel(value, fieldPath)!;
    },
  },
  mode: xfrmMode,
  requestId: unless("requestId", 0, uint32),
  optional: unless("optional", 0, boolean),
  share: unless("share", 0, xfrmShare),
  authAlgorithms: unless("authAlgorithms", ALL_BITS, uint32),
  encryptionAlgorithms: unless("encryptionAlgorithms", ALL_BITS, uint32),
  compressionAlgorithms: unless("compressionAlgorithms", ALL_BITS, uint32),
}, blankTemplate);

/**
 * A template that any algorithm fits.
 *
 * @returns The template.
 */
export function blankTemplate(): XfrmTemplate {
  return blank(xfrmTemplate, {
    id: { destination: "0.0.0.0", spi: 0, protocol: 0 },
    source: "0.0.0.0",
    authAlgorithms: ALL_BITS,
    encryptionAlgorithms: ALL_BITS,
    compressionAlgorithms: ALL_BITS,
  });
}

/** How {@linkcode XfrmTemplateSpec} is stored. */
export const xfrmTemplateSpec: Conversion<XfrmTemplateSpec, XfrmTemplate> = {
  fromKernel: fields.fromKernel,
  toKernel: (value, fieldPath) => fields.toKernel(value, fieldPath),
};
