/* Netlink sockets and messages, with as little as possible around them. */

#ifndef NETLINK_H
#define NETLINK_H

#include <linux/netlink.h>
#include <stddef.h>
#include <stdint.h>

#define ROOM 65536

/* Where datagrams are received. */
extern char buffer[ROOM];

void die(const char *what) __attribute__((noreturn));
int64_t now(void);

/* When something began: by the clock, and in time of the processor. */
struct start {
	int64_t clock, processor;
};
struct start begin(void);
void report(const struct start *start, long count);

int open_socket(uint32_t groups);
struct nlmsghdr *start_message(char *at, int type, int flags, int size);
void append(struct nlmsghdr *message, int type, const void *data, int length);
void transmit(int fd, const void *bytes, int size);
int receive(int fd);

/* Walks the messages of the datagram in the buffer. */
#define EACH_MESSAGE(message, length) \
	for (const struct nlmsghdr *message = (const void *)buffer; \
	     NLMSG_OK(message, length); message = NLMSG_NEXT(message, length))

#endif
