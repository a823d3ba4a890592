import { assertEquals, assertThrows } from "@std/assert";
import {
  addressOf,
  contains,
  hardwareAddressOf,
  prefixOf,
  readAddress,
  readPrefix,
} from "../../cli/parse/prefixes.ts";
import { AF_INET, AF_INET6, AF_MPLS } from "../../messages/families.ts";

Deno.test("readAddress() fills short IPv4 addresses up on the right", () => {
  assertEquals(readAddress("10.8", 0)?.address, "10.8.0.0");
  assertEquals(readAddress("0xa.010.0.1", 0)?.address, "10.8.0.1");
  assertEquals(readAddress("192.0.2.1", AF_INET)?.family, AF_INET);
});

Deno.test("readAddress() refuses what is no address of the family", () => {
  for (const word of ["", "256.1.1.1", "1.2.3.4.5", "1.2.3.x", "eth0"]) {
    assertEquals(readAddress(word, 0), undefined, word);
  }
  assertEquals(readAddress("1.2.3.4", AF_INET6), undefined);
  assertEquals(readAddress("::1", AF_INET), undefined);
});

Deno.test("readAddress() reads IPv6 addresses as inet_pton does", () => {
  const good = [
    "::",
    "::1",
    "2001:db8::1",
    "1:2:3:4:5:6:7:8",
    "::ffff:1.2.3.4",
  ];
  for (const word of good) {
    assertEquals(readAddress(word, 0)?.bytes.length, 16, word);
  }
  const bad = [":::", "1::2::3", "12345::", "1:2:3:4:5:6:7", "::1.2.3", "::g"];
  for (
    const word of [...bad, "1:2:3:4:5:6:7:8:9", ":1::", "1:", "::1.2.3.4:5"]
  ) {
    assertEquals(readAddress(word, 0), undefined, word);
  }
});

Deno.test("readAddress() reads stacks of MPLS labels", () => {
  const labels = readAddress("100/200", AF_MPLS)!;
  assertEquals(labels.bytes, new Uint8Array([0, 6, 64, 0, 0, 12, 129, 0]));
  assertEquals(readAddress("1048576", AF_MPLS), undefined);
});

Deno.test("readPrefix() reads lengths, masks, default and any", () => {
  assertEquals(readPrefix("10/8", 0)?.length, 8);
  assertEquals(readPrefix("10.0.0.0/255.0.0.0", 0)?.length, 8);
  assertEquals(readPrefix("10.0.0.1", 0)?.length, 32);
  assertEquals(readPrefix("default", AF_INET)?.length, 0);
  assertEquals(readPrefix("default", AF_INET)?.given, true);
  assertEquals(readPrefix("any", AF_INET)?.bytes.length, 0);
  assertEquals(readPrefix("default/8", AF_INET), undefined);
  assertEquals(readPrefix("10/33", 0), undefined);
});

Deno.test("addressOf() and prefixOf() name what is expected", () => {
  assertThrows(
    () => addressOf("x", 0),
    Error,
    'Error: any valid address is expected rather than "x".\n',
  );
  assertThrows(
    () => prefixOf("::1", AF_INET),
    Error,
    'Error: inet prefix is expected rather than "::1".\n',
  );
});

Deno.test("hardwareAddressOf() reads bytes and IPv4 addresses", () => {
  assertEquals(hardwareAddressOf("2:0:0:0:0:1"), "02:00:00:00:00:01");
  assertEquals(hardwareAddressOf("10.0.0.1"), "0a:00:00:01");
  assertThrows(
    () => hardwareAddressOf("1:2:x"),
    Error,
    '"1:2:x" is invalid lladdr.',
  );
});

Deno.test("contains() compares the first bits", () => {
  const prefix = readPrefix("10.128.0.0/9", 0)!;
  assertEquals(contains(prefix, readAddress("10.200.1.1", 0)!.bytes), true);
  assertEquals(contains(prefix, readAddress("10.1.1.1", 0)!.bytes), false);
});
