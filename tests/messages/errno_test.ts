import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import {
  errnoOf,
  errorName,
  errorNumber,
  errorText,
} from "../../messages/errno.ts";

Deno.test("errorText() returns the texts of glibc", () => {
  assertEquals(errorText(1), "Operation not permitted");
  assertEquals(errorText(95), "Operation not supported");
  assertEquals(errorText(105), "No buffer space available");
  assertEquals(errorText(133), "Memory page has hardware error");
});

Deno.test("errorText() has no text for 0 and for numbers that are free", () => {
  assertEquals(errorText(0), "Success");
  assertEquals(errorText(41), "Unknown error 41");
  assertEquals(errorText(58), "Unknown error 58");
  assertEquals(errorText(134), "Unknown error 134");
  assertEquals(errorText(524), "Unknown error 524");
  assertEquals(errorText(-1), "Unknown error -1");
});

Deno.test("errorName() has every error number of Linux", () => {
  for (let number = 1; number <= 133; number++) {
    if (number === 41 || number === 58) continue;
    assertMatch(errorName(number), /^E[A-Z0-9]+$/);
    assertEquals(errorNumber(errorName(number)), number);
  }
  assertEquals(errorName(95), "EOPNOTSUPP");
  assertEquals(errorName(524), "ENOTSUPP");
});

Deno.test("errorName() shows numbers that have no name", () => {
  assertEquals(errorName(41), "errno 41");
  assertEquals(errorName(9999), "errno 9999");
});

Deno.test("errorNumber() accepts names that mean the same", () => {
  assertEquals(errorNumber("EWOULDBLOCK"), 11);
  assertEquals(errorNumber("EDEADLOCK"), 35);
  assertEquals(errorNumber("ENOTSUP"), 95);
  assertEquals(errorNumber("ENOTHING"), undefined);
});

Deno.test("errnoOf() returns the number of an error, and refuses what is none", () => {
  assertEquals(errnoOf("ENODEV"), 19);
  assertThrows(
    () => errnoOf("ENOTHING"),
    RangeError,
    "Cannot find the number of ENOTHING: it is no error",
  );
});
