import { assertEquals, assertThrows } from "@std/assert";
import { FieldPath } from "../../api/mapping/field_path.ts";
import {
  fromTeamOption,
  type TeamOptionValue,
  toTeamOption,
} from "../../api/generic/team_spec.ts";
import { teamOption } from "../../messages/generic/team.ts";
import { Writer } from "../../messages/codec/mod.ts";

const values: [TeamOptionValue, type: string, hex: string][] = [
  ["random", "string", "72616e646f6d00"],
  [7, "u32", "07000000"],
  [-5, "s32", "fbffffff"],
  [true, "flag", ""],
  [false, "flag", ""],
  [Uint8Array.of(1, 2), "binary", "0102"],
];

for (const [value, type, hex] of values) {
  Deno.test(`toTeamOption() reads what fromTeamOption() writes: ${value}`, () => {
    const key = { name: "some", port: 7, index: 2 };
    const written = fromTeamOption(key, value, FieldPath.root);
    assertEquals(written.data?.toHex(), value === false ? undefined : hex);
    const writer = new Writer();
    teamOption.encode(writer, written);
    const bytes = writer.finish().slice();
    const view = new DataView(bytes.buffer);
    const read = toTeamOption(teamOption.decode(view, 0, bytes.length));
    assertEquals(read, { ...key, type, value } as typeof read);
  });
}

Deno.test("fromTeamOption() refuses values that no option can have", () => {
  for (const value of [2 ** 32, 1.5, -(2 ** 31) - 1, "x".repeat(32)]) {
    assertThrows(
      () => fromTeamOption({ name: "some" }, value, FieldPath.root),
      RangeError,
      "value",
    );
  }
  for (const value of [null, {}, 5n, "a\0"]) {
    assertThrows(
      () => fromTeamOption({ name: "some" }, value as never, FieldPath.root),
      TypeError,
      "value",
    );
  }
});

Deno.test("toTeamOption() keeps quiet about values of other types", () => {
  const option = { name: "some", type: 99, data: Uint8Array.of(1) };
  assertEquals(toTeamOption(option), { name: "some", type: 99 });
  const short = { name: "some", type: 3, data: Uint8Array.of(1) };
  assertEquals(toTeamOption(short), { name: "some", type: "u32" });
});
