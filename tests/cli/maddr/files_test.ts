import { assertEquals, assertThrows } from "@std/assert";
import { CommandError } from "../../../cli/parse/errors.ts";
import { readMemberships } from "../../../cli/objects/maddr/files.ts";
import { AF_INET, AF_INET6, AF_PACKET } from "../../../messages/families.ts";
import { testIo } from "../../support/io.ts";

const FOLDER = "/proc/thread-self/net";
const files = {
  [`${FOLDER}/dev_mcast`]: `\
2    eth0            1     0     333300000001
2    eth0            3     1     01005e000001
`,
  [`${FOLDER}/igmp`]: `\
Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter
1\tlo        :     1      V3
\t\t\t\t010000E0     1 0:00000000\t\t0
2\teth0:     1      V3
\t\t\t\t030201EF     2 0:00000000\t\t0
`,
  [`${FOLDER}/igmp6`]: `\
1    lo              ff020000000000000000000000000001     1 0000000C 0
`,
};

Deno.test("readMemberships() reads what the kernel lists", () => {
  assertEquals(readMemberships(testIo({ files }), 0), [
    { index: 1, name: "lo", family: AF_INET, address: "224.0.0.1", users: 1 },
    { index: 1, name: "lo", family: AF_INET6, address: "ff02::1", users: 1 },
    {
      index: 2,
      name: "eth0",
      family: AF_PACKET,
      address: "33:33:00:00:00:01",
      users: 1,
      isStatic: false,
    },
    {
      index: 2,
      name: "eth0",
      family: AF_PACKET,
      address: "01:00:5e:00:00:01",
      users: 3,
      isStatic: true,
    },
    { index: 2, name: "eth0", family: AF_INET, address: "239.1.2.3", users: 2 },
  ]);
});

Deno.test("readMemberships() reads no file that is not needed", () => {
  const path = `${FOLDER}/igmp6`;
  const io = testIo({ files: { [path]: files[path]! } });
  assertEquals(readMemberships(io, AF_INET6).length, 1);
});

Deno.test("readMemberships() takes a missing file for a protocol without groups", () => {
  const io = testIo({ files: { [`${FOLDER}/dev`]: "" } });
  assertEquals(readMemberships(io, 0), []);
});

Deno.test("readMemberships() reports what may not be read", () => {
  const error = assertThrows(
    () => readMemberships(testIo(), AF_INET),
    CommandError,
  );
  assertEquals(
    error.message,
    'Cannot open "/proc/net/igmp": Permission denied\n',
  );
});
