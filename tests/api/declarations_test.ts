import { assertEquals } from "@std/assert";
import { conditions } from "../../api/mapping/conditions.ts";
import { filter } from "../../api/mapping/filter.ts";
import {
  boolean,
  enumeration,
  FieldPath,
  flagNames,
  mapping,
} from "../../api/mod.ts";
import {
  type Attributes,
  attributes,
  u8,
  Writer,
} from "../../messages/codec/mod.ts";

interface Words {
  stp?: boolean;
}

interface Data {
  stpState?: number;
}

interface Message {
  attributes: Data & Attributes;
}

/** What makes a table, and how often it has been asked to. */
function counted<T>(table: T): { make: () => T; count: () => number } {
  let count = 0;
  return { make: () => (count++, table), count: () => count };
}

/** Declares something by a function, and returns how to use it. */
const DECLARATIONS: Readonly<
  Record<string, () => { count: () => number; use: () => unknown }>
> = {
  attributes: () => {
    const { make, count } = counted(
      { stpState: ["STP_STATE", 1, u8] } as const,
    );
    const codec = attributes<Data & Attributes>(make);
    return {
      count,
      use: () => {
        const writer = new Writer();
        codec.encode(writer, { stpState: 1 });
        return writer.finish().length;
      },
    };
  },
  enumeration: () => {
    const { make, count } = counted({ on: 1 });
    const { fromKernel, toKernel } = enumeration(make);
    return {
      count,
      use: () => [fromKernel(1), toKernel("on", FieldPath.root)],
    };
  },
  filter: () => {
    const { make, count } = counted({
      stp: conditions<Message>().equal("attributes.stpState", boolean),
    });
    const declared = filter<Words, Message>(make, () => ({ attributes: {} }));
    return { count, use: () => [declared.names, declared.pick({})] };
  },
  flagNames: () => {
    const { make, count } = counted({ on: 1 });
    const { fromKernel, toKernel } = flagNames(make);
    return {
      count,
      use: () => [fromKernel(1), toKernel(["on"], FieldPath.root)],
    };
  },
  mapping: () => {
    const { make, count } = counted({ stp: ["stpState", boolean] } as const);
    const declared = mapping<Words, Data>(make);
    return {
      count,
      use: () => [
        declared.fromKernel({ stpState: 1 }),
        declared.toKernel({ stp: true }),
        declared.names,
        declared.fields,
      ],
    };
  },
};

for (const [name, declare] of Object.entries(DECLARATIONS)) {
  Deno.test(`${name}() asks for its table once, on first use`, () => {
    const { count, use } = declare();
    assertEquals(count(), 0);
    const first = use();
    assertEquals(use(), first);
    assertEquals(count(), 1);
  });
}
