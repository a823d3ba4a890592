/* Adds and deletes routes, and receives notifications of them. */

#include "change.h"

#include "netlink.h"
#include "objects.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define TABLE 1000

static struct nlmsghdr *route_request(char *at, int delete, int number,
				      uint32_t device, int flags)
{
	uint32_t destination = htonl(0x0a800000 + number), table = TABLE;
	struct nlmsghdr *message = start_message(
		at, delete ? RTM_DELROUTE : RTM_NEWROUTE,
		flags | (delete ? 0 : NLM_F_CREATE | NLM_F_EXCL),
		sizeof(struct rtmsg));
	struct rtmsg *header = NLMSG_DATA(message);

	header->rtm_family = AF_INET;
	header->rtm_dst_len = 32;
	header->rtm_protocol = RTPROT_STATIC;
	header->rtm_scope = RT_SCOPE_LINK;
	header->rtm_type = RTN_UNICAST;
	append(message, RTA_DST, &destination, 4);
	append(message, RTA_TABLE, &table, 4);
	append(message, RTA_OIF, &device, 4);
	return message;
}

/* Waits for that many acknowledgements. */
static void acknowledge(int fd, int count)
{
	while (count > 0) {
		int length = receive(fd);

		EACH_MESSAGE(message, length) {
			const struct nlmsgerr *error = NLMSG_DATA(message);

			if (error->error) {
				errno = -error->error;
				die("route");
			}
			count--;
		}
	}
}

/* Every request gets an acknowledgement. */
void change(int fd, int delete, int count, int at_once, uint32_t device)
{
	char requests[ROOM] __attribute__((aligned(8)));
	struct start start = begin();

	for (int i = 0; i < count;) {
		int size = 0, sent = 0;

		for (; sent < at_once && i < count; sent++, i++)
			size += NLMSG_ALIGN(route_request(requests + size,
							  delete, i, device,
							  NLM_F_ACK)
						    ->nlmsg_len);
		transmit(fd, requests, size);
		acknowledge(fd, sent);
	}
	report(&start, count);
}

/* Reports twice: when it is ready, and when so many notifications have come. */
void watch(int count)
{
	int monitor = open_socket(1 << (RTNLGRP_IPV4_ROUTE - 1));
	int room = 1 << 30;
	struct start start = begin();
	struct route route;

	setsockopt(monitor, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof(room));
	report(&start, 0);
	fflush(stdout);
	for (int seen = 0; seen < count;) {
		int length = receive(monitor);

		EACH_MESSAGE(message, length) {
			memset(&route, 0, sizeof(route));
			decode_route(message, &route);
			free_route(&route);
			seen++;
		}
	}
	report(&start, count);
	close(monitor);
}
