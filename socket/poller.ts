/**
 * Waits for all sockets of the process in one thread, or in the event loop where
 * the runtime can.
 *
 * Deno's pool has 32 threads for all that blocks, file reads included; a thread
 * for each waiting socket would starve those. So all sockets share one `epoll`
 * set, and one call that does not block the event loop waits for it. Sockets
 * are armed for one event at a time, which takes no more than a system call
 * even while the thread waits. An eventfd in the set wakes the thread when
 * nobody waits any more; apart from that it returns twice a second, because
 * nothing else lets a process end whose sockets were unrefed.
 *
 * @module
 */

import { SocketClosedError, SocketError } from "./error.ts";
import type { LoopWatch } from "./ffi.ts";
import { ffi } from "./ffi_deno.ts";
import { check, errno, lazy, libc } from "./libc.ts";

const EPOLL_CLOEXEC = 0o2000000;
const EPOLL_CTL_ADD = 1;
const EPOLL_CTL_DEL = 2;
const EPOLL_CTL_MOD = 3;
const EPOLLIN = 1;
const EPOLLONESHOT = 1 << 30;
const EPOLLET = 1 << 31;

/** How long the thread waits at most, in milliseconds. */
const PATIENCE = 500;

/** How many events it takes at a time. */
const EVENTS = 64;

/** How often in a row waiting may fail; more is no coincidence. */
const FAILURES = 100;

const calls = lazy(
  {
    epoll_create1: { parameters: ["i32"], result: "i32" },
    epoll_ctl: { parameters: ["i32", "i32", "i32", "buffer"], result: "i32" },
    epoll_wait: {
      parameters: ["i32", "buffer", "i32", "i32"],
      result: "i32",
      nonblocking: true,
    },
    eventfd: { parameters: ["u32", "i32"], result: "i32" },
    eventfd_write: { parameters: ["i32", "u64"], result: "i32" },
  } as const,
);

/** Asks which events there are, where the event loop waits for the set. */
const ask = lazy(
  {
    epoll_wait: { parameters: ["i32", "buffer", "i32", "i32"], result: "i32" },
  } as const,
);

interface Waiter {
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** A descriptor that is waited for. */
export class Watch {
  /** The descriptor. */
  readonly fd: number;
  readonly #id: number = nextId++;
  readonly #waiters: Set<Waiter> = new Set();
  #referenced = true;
  #registered = false;
  #armed = false;

  /**
   * Makes the watch; nothing is waited for before {@linkcode Watch.wait}.
   *
   * @param fd The descriptor.
   */
  constructor(fd: number) {
    this.fd = fd;
  }

  /**
   * Waits until there is something to read.
   *
   * @param signal Stops waiting: the promise rejects with its reason.
   */
  wait(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.#arm();
      const abort = () => waiter.reject(signal!.reason);
      const waiter: Waiter = {
        resolve: () => {
          signal?.removeEventListener("abort", abort);
          this.#remove(waiter);
          resolve();
        },
        reject: (error) => {
          signal?.removeEventListener("abort", abort);
          this.#remove(waiter);
          reject(error);
        },
      };
      signal?.addEventListener("abort", abort);
      this.#add(waiter);
    });
  }

  /** Returns whether waiting keeps the process alive. */
  set referenced(value: boolean) {
    if (value === this.#referenced) return;
    this.#referenced = value;
    const change = value ? this.#waiters.size : -this.#waiters.size;
    if (change === 0) return;
    referenced += change;
    if (referenced === 0) wake();
    else start();
  }

  /**
   * Stops watching, before the descriptor is closed; who waits gets an error.
   */
  stop(): void {
    if (this.#registered) {
      watches.delete(this.#id);
      calls().epoll_ctl(epoll, EPOLL_CTL_DEL, this.fd, change);
      this.#registered = false;
    }
    this.fail(new SocketClosedError("receive"));
    closeUnused();
  }

  /** Wakes all that wait: there is something to read. */
  succeed(): void {
    this.#armed = false;
    for (const waiter of this.#waiters) waiter.resolve();
  }

  /** Rejects all that wait, as waiting failed. */
  fail(error: unknown): void {
    for (const waiter of this.#waiters) waiter.reject(error);
  }

  #arm(): void {
    if (this.#armed) return;
    control(
      this.#registered ? EPOLL_CTL_MOD : EPOLL_CTL_ADD,
      this.fd,
      this.#id,
      EPOLLIN | EPOLLONESHOT,
    );
    this.#armed = true;
    if (this.#registered) return;
    this.#registered = true;
    watches.set(this.#id, this);
  }

  #add(waiter: Waiter): void {
    this.#waiters.add(waiter);
    waiting++;
    if (this.#referenced) referenced++;
    start();
  }

  #remove(waiter: Waiter): void {
    this.#waiters.delete(waiter);
    waiting--;
    if (this.#referenced) referenced--;
    if (waiting === 0 || this.#referenced && referenced === 0) wake();
  }
}

const watches = new Map<number, Watch>();
let nextId = 1;
let epoll = -1;
let event = -1;
/** Whether there has been a set before. */
let opened = false;
/** What waits for the set in the event loop, where the runtime can. */
let loop: LoopWatch | undefined;
/**
 * Words of `struct epoll_event`, which is packed on x86_64 only, and the one
 * that the first half of its data is. That holds an id; ids, unlike
 * descriptors, are never used again.
 */
let layout = { size: 4, id: 2 };
const changeWords = new Int32Array(4);
const change = new Uint8Array(changeWords.buffer);
const eventWords = new Int32Array(4 * EVENTS);
const events = new Uint8Array(eventWords.buffer);

/** How many wait, and how many of them keep the process alive. */
let waiting = 0;
let referenced = 0;

/** Whether the loop runs, and whether its call is under way, not woken yet. */
let running = false;
let pending = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function open(): void {
  const { epoll_create1, eventfd } = calls();
  const { arch, watch, atExit } = ffi();
  if (arch === "x86_64") layout = { size: 3, id: 1 };
  const set = check(
    epoll_create1(EPOLL_CLOEXEC),
    "epoll_create1",
    "create an epoll set",
  );
  event = eventfd(0, EPOLL_CLOEXEC);
  if (event < 0) {
    const error = new SocketError("eventfd", errno(), "create an eventfd");
    libc().close(set);
    throw error;
  }
  epoll = set;
  loop = watch?.(set);
  if (!opened) atExit?.(wake);
  opened = true;
  // An edge is seen once, so that the eventfd need not be read.
  control(EPOLL_CTL_ADD, event, 0, EPOLLIN | EPOLLET);
}

/**
 * Closes the set when it has no socket left: descriptors belong to the process,
 * and would stay there after a worker has ended. What the event loop waits for
 * stays, as does what another thread waits for until it does not any more.
 */
function closeUnused(): void {
  if (epoll < 0 || loop !== undefined || running || watches.size > 0) return;
  clearTimeout(timer);
  timer = undefined;
  libc().close(epoll);
  libc().close(event);
  epoll = event = -1;
}

function control(
  operation: number,
  fd: number,
  id: number,
  events: number,
): void {
  if (epoll < 0) open();
  changeWords[0] = events;
  changeWords[layout.id] = id;
  check(
    calls().epoll_ctl(epoll, operation, fd, change),
    "epoll_ctl",
    "wait for the socket",
  );
}

/** Keeps the process alive by what the event loop waits for, or not any more. */
function keep(): void {
  if (loop !== undefined) loop.referenced = referenced > 0;
}

function wake(): void {
  keep();
  if (!pending) return;
  pending = false;
  calls().eventfd_write(event, 1n);
}

function start(): void {
  keep();
  if (running || waiting === 0) return;
  if (referenced === 0) {
    // A timer that is unrefed ends with the process; a call cannot.
    if (timer !== undefined) return;
    timer = setTimeout(run, 0);
    ffi().unrefTimer(timer);
    return;
  }
  run();
}

/** Waits for events; returns how many there are, at least -1. */
async function nextEvents(): Promise<number> {
  if (loop === undefined) {
    return await calls().epoll_wait(epoll, events, EVENTS, PATIENCE);
  }
  await loop.readable();
  return ask().epoll_wait(epoll, events, EVENTS, 0);
}

async function run(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  running = true;
  let failures = 0;
  try {
    do {
      pending = true;
      const count = await nextEvents();
      pending = false;
      failures = count < 0 ? failures + 1 : 0;
      if (failures > FAILURES) throw new SocketError("epoll_wait", errno());
      for (let i = 0; i < count; i++) {
        watches.get(eventWords[layout.size * i + layout.id]!)?.succeed();
      }
    } while (referenced > 0);
  } catch (error) {
    for (const watch of watches.values()) watch.fail(error);
  } finally {
    running = false;
    start();
    closeUnused();
  }
}

/**
 * Keeps a timer from keeping the process alive.
 *
 * @param timer What `setTimeout` returned.
 */
export function unrefTimer(timer: ReturnType<typeof setTimeout>): void {
  ffi().unrefTimer(timer);
}
