import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  controlAttributes,
  controlMessage,
  CTRL_CMD_GETFAMILY,
} from "../../messages/mod.ts";
import { attributeType } from "../../messages/codec/mod.ts";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { liveTest } from "../support/live.ts";

liveTest(
  "GenericNetlink.resolve() returns number, commands and groups",
  {},
  async () => {
    using generic = GenericNetlink.open();
    const control = await generic.resolve("nlctrl");
    assertEquals(control.id, 16);
    assert(control.commands.some(({ id }) => id === CTRL_CMD_GETFAMILY));
    assertEquals(Object.keys(control.groups), ["notify"]);
    await assertRejects(
      () => generic.resolve("nothing"),
      NetlinkError,
      "Cannot find family nothing: ENOENT",
    );
  },
);

liveTest("GenericNetlink.families() lists them", {}, async () => {
  using generic = GenericNetlink.open();
  const all = await generic.families().toArray();
  const [control] = all.filter(({ name }) => name === "nlctrl");
  assertEquals(control, await generic.resolve("nlctrl"));
});

liveTest("GenericFamily sends requests of any family", {}, async () => {
  using generic = GenericNetlink.open();
  const definition = { name: "nlctrl", version: 2, codec: controlMessage };
  const family = generic.family(definition);
  const { attributes } = await family.get(CTRL_CMD_GETFAMILY, {
    familyName: "nlctrl",
  });
  assertEquals(attributes.familyId, (await family.info()).id);
  const [same] = await family.request(CTRL_CMD_GETFAMILY, {
    familyId: attributes.familyId!,
  });
  assertEquals(same!.attributes, attributes);
});

liveTest("GenericFamily.policy() returns what the kernel accepts", {
  needs: ["kernel 5.10"],
}, async () => {
  using generic = GenericNetlink.open();
  const definition = { name: "nlctrl", version: 2, codec: controlMessage };
  const policy = await generic.family(definition).policy();
  const { do: request } = policy.get(CTRL_CMD_GETFAMILY)!;
  const { type, maxLength } = request!.get(
    attributeType(controlAttributes, "familyName"),
  )!;
  assertEquals([type, maxLength], ["NUL-terminated string", 15]);
});
