import { ip } from "../../support/ip.ts";
import { assertEquals } from "@std/assert";
import { Context } from "../../../cli/runtime/context.ts";
import { defaultOptions } from "../../../cli/runtime/options.ts";
import { prefixLine } from "../../../cli/objects/prefix/format.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import type { PrefixMessage } from "../../../messages/prefix/prefix.ts";
import { testIo } from "../../support/io.ts";

const message: PrefixMessage = {
  family: AF_INET6,
  index: 5,
  type: 3,
  length: 64,
  flags: 3,
  attributes: {
    address: "2001:db8::",
    cacheInfo: { preferred: 1800, valid: 3600 },
  },
};

function line(message: PrefixMessage, family = 0): [string, string] {
  const io = testIo();
  const refuse = () => Promise.reject(new Error("Cannot connect"));
  const context = new Context(ip, { ...defaultOptions(), family }, io, refuse);
  context.links.remember({
    family: 0,
    type: 1,
    index: 5,
    flags: 0,
    change: 0,
    attributes: { name: "eth0" },
  });
  return [prefixLine(context, message), io.errors];
}

Deno.test("prefixLine() writes what a router has advertised", () => {
  assertEquals(line(message), [
    "prefix 2001:db8::/64dev eth0 onlink autoconf valid 3600 preferred 1800 \n",
    "",
  ]);
  assertEquals(line({ ...message, flags: 0, attributes: {} }, AF_INET6), [
    "dev eth0 \n",
    "",
  ]);
});

Deno.test("prefixLine() writes nothing for other families", () => {
  assertEquals(line(message, AF_INET), ["", ""]);
  assertEquals(line({ ...message, family: AF_INET }), [
    "",
    "incorrect protocol family: 2\n",
  ]);
  assertEquals(line({ ...message, type: 5 }), ["", "wrong ND type 5\n"]);
});
