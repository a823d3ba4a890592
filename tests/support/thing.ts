/**
 * A message that is as simple as can be, for tests of requests.
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  choice,
  type Codec,
  message,
  s32,
  string,
  struct,
  u16,
  u8,
  type WithAttributes,
} from "../../messages/codec/mod.ts";
import type { Request } from "../../api/connection/connection.ts";

/** Data of the one kind of thing that has some. */
export interface ThingVlan extends Attributes {
  id?: number;
}

/** What kind of thing. */
export interface ThingInfo extends Attributes {
  kind?: string;
  vlan?: ThingVlan;
}

/** Attributes of a thing. */
export interface ThingAttributes extends Attributes {
  name?: string;
  info?: ThingInfo;
}

/** A thing. */
export type Thing = WithAttributes<
  { family: number; index: number },
  ThingAttributes
>;

const vlan: Codec<ThingVlan> = attributes<ThingVlan>({
  id: ["THING_VLAN_ID", 1, u16],
});
const info: Codec<ThingInfo> = attributes<ThingInfo>({
  kind: ["THING_KIND", 1, string],
  ...choice<{ vlan: ThingVlan }>("kind", ["THING_DATA", 2], { vlan }),
});

/** Codec of {@linkcode Thing}. */
export const thingCodec: Codec<Thing> = message(
  struct<{ family: number; index: number }>({ family: u8, index: s32 }),
  attributes<ThingAttributes>({
    name: ["THING_NAME", 3, string],
    info: ["THING_INFO", 18, info],
  }),
);

/** A thing with a number. */
export function thing(index: number, attributes: ThingAttributes = {}): Thing {
  return { family: 0, index, attributes };
}

/** A request about a thing: `RTM_NEWLINK`, or what `type` is. */
export function ask(
  index = 0,
  more: Partial<Request<Thing>> = {},
): Request<Thing> {
  return { type: 16, codec: thingCodec, message: thing(index), ...more };
}
