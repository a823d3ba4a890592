/* Netlink sockets and messages. */

#include "netlink.h"

#include <linux/rtnetlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>

char buffer[ROOM] __attribute__((aligned(8)));
static uint32_t sequence;

void die(const char *what)
{
	perror(what);
	exit(1);
}

int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int64_t nanoseconds(const struct timeval *time)
{
	return time->tv_sec * 1000000000LL + time->tv_usec * 1000LL;
}

struct start begin(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (struct start){ now(), nanoseconds(&usage.ru_utime) +
					      nanoseconds(&usage.ru_stime) };
}

void report(const struct start *start, long count)
{
	struct start end = begin();

	printf("{\"ns\":%lld,\"cpu\":%lld,\"count\":%ld}\n",
	       (long long)(end.clock - start->clock),
	       (long long)(end.processor - start->processor), count);
}

int open_socket(uint32_t groups)
{
	struct sockaddr_nl address = { .nl_family = AF_NETLINK,
				       .nl_groups = groups };
	int one = 1;
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);

	if (fd < 0 || bind(fd, (void *)&address, sizeof(address)) < 0)
		die("socket");
	setsockopt(fd, SOL_NETLINK, NETLINK_CAP_ACK, &one, sizeof(one));
	setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &one, sizeof(one));
	setsockopt(fd, SOL_NETLINK, NETLINK_GET_STRICT_CHK, &one, sizeof(one));
	return fd;
}

struct nlmsghdr *start_message(char *at, int type, int flags, int size)
{
	struct nlmsghdr *message = (void *)at;

	memset(message, 0, NLMSG_LENGTH(size));
	message->nlmsg_len = NLMSG_LENGTH(size);
	message->nlmsg_type = type;
	message->nlmsg_flags = NLM_F_REQUEST | flags;
	message->nlmsg_seq = ++sequence;
	return message;
}

void append(struct nlmsghdr *message, int type, const void *data,
		   int length)
{
	struct rtattr *attribute =
		(void *)((char *)message + NLMSG_ALIGN(message->nlmsg_len));

	attribute->rta_type = type;
	attribute->rta_len = RTA_LENGTH(length);
	memcpy(RTA_DATA(attribute), data, length);
	message->nlmsg_len = NLMSG_ALIGN(message->nlmsg_len) +
			     RTA_ALIGN(attribute->rta_len);
}

void transmit(int fd, const void *bytes, int size)
{
	if (send(fd, bytes, size, 0) < 0)
		die("send");
}

int receive(int fd)
{
	struct sockaddr_nl sender;
	struct iovec vector = { buffer, ROOM };
	struct msghdr head = { .msg_name = &sender,
			       .msg_namelen = sizeof(sender),
			       .msg_iov = &vector,
			       .msg_iovlen = 1 };
	int length = recvmsg(fd, &head, 0);

	if (length < 0)
		die("recvmsg");
	return length;
}
