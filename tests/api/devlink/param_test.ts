import { assertEquals, assertRejects } from "@std/assert";
import type {
  DevlinkParamMode,
  DevlinkParamValue,
} from "../../../api/devlink/param.ts";
import {
  DEVLINK_CMD_PARAM_GET,
  DEVLINK_CMD_PARAM_SET,
} from "../../../messages/generic/devlink/commands.ts";
import { device, names, open } from "../../support/devlink_kernel.ts";

const params: [
  type: number,
  value: DevlinkParamValue,
  hex: string[] | undefined,
  wrong: unknown,
][] = [
  [1, 200, ["c8"], 256],
  [2, 60000, ["60ea"], -1],
  [3, 70000, ["70110100"], "1"],
  [4, 2n ** 40n, ["0000000000010000"], 2n ** 64n],
  [5, "text", ["7465787400"], 5],
  [6, true, [""], 1],
  [6, false, undefined, null],
  [129, [1n, 2n], ["0100000000000000", "0200000000000000"], 1n],
];

for (const [type, value, hex, wrong] of params) {
  Deno.test(`DevlinkParams.set() writes what DevlinkParams.get() reads: ${typeof value} of type ${type}, ${value}`, async () => {
    const data = hex?.map((text) => Uint8Array.fromHex(text));
    const { kernel, devlink: { params } } = open({
      ...names,
      param: {
        name: "some",
        type,
        valuesList: [{ cmode: 0, ...data && { data } }],
      },
    });
    const key = { device, name: "some" };
    const read = await params.get(key);
    assertEquals(read.values, { runtime: value });
    assertEquals([read.generic, read.defaults], [false, {}]);
    await params.set(key, { value, mode: "permanent" });
    assertEquals(kernel.requests.map(({ cmd }) => cmd), [
      DEVLINK_CMD_PARAM_GET,
      DEVLINK_CMD_PARAM_GET,
      DEVLINK_CMD_PARAM_SET,
    ]);
    assertEquals(kernel.last?.attributes, {
      ...names,
      paramName: "some",
      paramType: type,
      ...data && { paramValueData: data },
      paramValueCmode: 2,
    });
    const error = await assertRejects(() =>
      params.set(key, { value: wrong as never, mode: "runtime" })
    );
    assertEquals(
      / as value: /.test((error as Error).message),
      true,
      `${error}`,
    );
    await assertRejects(
      () => params.set(key, { value, mode: "now" as DevlinkParamMode }),
      TypeError,
      "mode",
    );
    await assertRejects(() => params.set(key, { value } as never), TypeError);
  });
}

Deno.test("DevlinkParams.set() refuses values of types that it does not have", async () => {
  const { devlink: { params } } = open({
    ...names,
    param: { name: "some", type: 99, valuesList: [{ cmode: 0 }] },
  });
  const key = { device, name: "some" };
  assertEquals((await params.get(key)).type, 99);
  assertEquals((await params.get(key)).values, {});
  await assertRejects(
    () => params.set(key, { value: 1, mode: "runtime" }),
    TypeError,
    "the parameter is of type 99",
  );
  await assertRejects(() => params.get({ device } as never), TypeError, "name");
});
