import { assertEquals } from "@std/assert";
import {
  merge,
  parseLcov,
  percent,
  summarize,
} from "../../tools/coverage/lines.ts";

const report = `SF:/x/cli/a.ts
FN:1,f
DA:1,5
DA:2,0
DA:2,3
LF:2
end_of_record
SF:/x/api/b.ts
DA:7,0
end_of_record
`;

Deno.test("parseLcov() counts how often lines were run", () => {
  assertEquals(
    parseLcov(report),
    new Map([
      ["/x/cli/a.ts", new Map([[1, 5], [2, 3]])],
      ["/x/api/b.ts", new Map([[7, 0]])],
    ]),
  );
});

Deno.test("merge() adds files that no test has loaded", () => {
  const all = parseLcov(`${report}SF:/x/cli/c.ts\nDA:1,1\nDA:2,1\n`);
  const lines = merge(parseLcov(report), all);
  assertEquals(summarize(lines, "/x/cli/"), { total: 4, hit: 2 });
  assertEquals(summarize(lines, "/x/api/"), { total: 1, hit: 0 });
  assertEquals(lines.get("/x/cli/a.ts"), new Map([[1, 5], [2, 3]]));
});

Deno.test("percent() does not round up to what was not reached", () => {
  assertEquals(percent(8999, 10000), "89.9");
  assertEquals(percent(1, 3), "33.3");
  assertEquals(percent(0, 0), "100.0");
});
