/* The least that a program can do to have the kernel's objects: the measure for
 * everything else. It reads commands, carries them out and tells how long that
 * took, in nanoseconds:
 *
 *   dump KIND keep|stream|count
 *   decode KIND
 *   get NAME TIMES
 *   change add|delete COUNT AT_ONCE DEVICE
 *   drain COUNT DEVICE
 */

#include "change.h"
#include "netlink.h"
#include "objects.h"

#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct kind {
	const char *name;
	int request, header_size, family;
	size_t size;
	void (*decode)(const struct nlmsghdr *message, void *object);
	void (*release)(void *object);
};

static const struct kind kinds[] = {
	{ "routes", RTM_GETROUTE, sizeof(struct rtmsg), AF_INET,
	  sizeof(struct route), decode_route, free_route },
	{ "links", RTM_GETLINK, sizeof(struct ifinfomsg), AF_UNSPEC,
	  sizeof(struct link), decode_link, NULL },
	{ "neighbors", RTM_GETNEIGH, sizeof(struct ndmsg), AF_INET,
	  sizeof(struct neighbor), decode_neighbor, NULL },
	{ "addresses", RTM_GETADDR, sizeof(struct ifaddrmsg), AF_INET,
	  sizeof(struct address), decode_address, NULL },
};

static const struct kind *find_kind(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	}
	fprintf(stderr, "no kind %s\n", name);
	exit(1);
}

static void ask(int fd, const struct kind *kind)
{
	char request[64] __attribute__((aligned(8)));
	struct nlmsghdr *message = start_message(
		request, kind->request, NLM_F_DUMP, kind->header_size);

	*(uint8_t *)NLMSG_DATA(message) = kind->family;
	transmit(fd, request, message->nlmsg_len);
}

/* Objects that have been decoded: all of them, or only the last one. */
struct store {
	const struct kind *kind;
	int keep;
	void **objects;
	size_t count, room;
};

static void release_one(const struct kind *kind, void *object)
{
	if (kind->release)
		kind->release(object);
	free(object);
}

static void *place(struct store *store)
{
	size_t index = store->keep ? store->count : 0;
	void *object = calloc(1, store->kind->size);

	if (index == store->room) {
		store->room = store->room ? 2 * store->room : 1024;
		store->objects = realloc(store->objects,
					 store->room * sizeof(object));
	}
	if (!store->keep && store->count)
		release_one(store->kind, store->objects[0]);
	store->objects[index] = object;
	store->count++;
	return object;
}

static void release(struct store *store)
{
	size_t left = store->keep ? store->count : store->count > 0;

	for (size_t i = 0; i < left; i++)
		release_one(store->kind, store->objects[i]);
	free(store->objects);
}

static void report(int64_t start, size_t count)
{
	printf("{\"ns\":%lld,\"count\":%zu}\n", (long long)(now() - start),
	       count);
}

/* Tells whether more datagrams follow. */
static int goes_on(const struct nlmsghdr *message)
{
	return message->nlmsg_type != NLMSG_DONE &&
	       message->nlmsg_type != NLMSG_ERROR;
}

static void dump(int fd, const char *name, const char *how)
{
	struct store store = { .kind = find_kind(name),
			       .keep = strcmp(how, "keep") == 0 };
	int only_count = strcmp(how, "count") == 0;
	int64_t start = now();
	int more = 1;

	ask(fd, store.kind);
	while (more) {
		int length = receive(fd);

		EACH_MESSAGE(message, length) {
			more = goes_on(message);
			if (!more)
				break;
			if (only_count)
				store.count++;
			else
				store.kind->decode(message, place(&store));
		}
	}
	report(start, store.count);
	if (!only_count)
		release(&store);
}

/* Receives everything first, so that only decoding is measured. */
static void decode(int fd, const char *name)
{
	struct store store = { .kind = find_kind(name), .keep = 1 };
	size_t size = 0, room = 0;
	char *bytes = NULL;
	int64_t start;
	int more = 1;

	ask(fd, store.kind);
	while (more) {
		int length = receive(fd);

		EACH_MESSAGE(message, length) {
			size_t aligned = NLMSG_ALIGN(message->nlmsg_len);

			more = goes_on(message);
			if (!more)
				break;
			if (size + aligned > room) {
				room = 2 * (size + aligned);
				bytes = realloc(bytes, room);
			}
			memcpy(bytes + size, message, message->nlmsg_len);
			size += aligned;
		}
	}
	start = now();
	for (size_t at = 0; at < size;) {
		const struct nlmsghdr *message = (void *)(bytes + at);

		store.kind->decode(message, place(&store));
		at += NLMSG_ALIGN(message->nlmsg_len);
	}
	report(start, store.count);
	release(&store);
	free(bytes);
}

static int ascending(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return left < right ? -1 : left > right;
}

static void print_times(int64_t *times, int count)
{
	int64_t sum = 0;

	for (int i = 0; i < count; i++)
		sum += times[i];
	qsort(times, count, sizeof(*times), ascending);
	printf("{\"ns\":%lld,\"count\":%d,\"median\":%lld,\"p99\":%lld}\n",
	       (long long)sum, count, (long long)times[count / 2],
	       (long long)times[count * 99 / 100]);
}

static void get(int fd, const char *name, int count)
{
	int64_t *times = malloc(count * sizeof(*times));
	struct link link;

	for (int i = 0; i < count; i++) {
		char request[128] __attribute__((aligned(8)));
		int64_t start = now();
		struct nlmsghdr *message =
			start_message(request, RTM_GETLINK, 0,
				      sizeof(struct ifinfomsg));

		append(message, IFLA_IFNAME, name, strlen(name) + 1);
		transmit(fd, request, message->nlmsg_len);
		receive(fd);
		memset(&link, 0, sizeof(link));
		decode_link((void *)buffer, &link);
		times[i] = now() - start;
		if (strcmp(link.name, name))
			die(name);
	}
	print_times(times, count);
	free(times);
}

int main(void)
{
	char line[256];
	int fd = open_socket(0);

	while (fgets(line, sizeof(line), stdin)) {
		char *word[6] = { 0 };
		int words = 0;

		for (char *at = strtok(line, " \n"); at && words < 6;
		     at = strtok(NULL, " \n"))
			word[words++] = at;
		if (words == 3 && strcmp(word[0], "dump") == 0)
			dump(fd, word[1], word[2]);
		else if (words == 2 && strcmp(word[0], "decode") == 0)
			decode(fd, word[1]);
		else if (words == 3 && strcmp(word[0], "get") == 0)
			get(fd, word[1], atoi(word[2]));
		else if (words == 5 && strcmp(word[0], "change") == 0)
			change(fd, strcmp(word[1], "delete") == 0,
			       atoi(word[2]), atoi(word[3]),
			       if_nametoindex(word[4]));
		else if (words == 3 && strcmp(word[0], "drain") == 0)
			drain(fd, atoi(word[1]), if_nametoindex(word[2]));
		else
			printf("{\"error\":\"no such command\"}\n");
		fflush(stdout);
	}
	return 0;
}
