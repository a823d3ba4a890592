/* Sorts attributes and reads their payloads. */

#include "objects.h"

#include <string.h>

void parse(const struct rtattr **table, int max, const void *start, int size)
{
	const struct rtattr *attribute = start;

	memset(table, 0, (max + 1) * sizeof(*table));
	for (; RTA_OK(attribute, size); attribute = RTA_NEXT(attribute, size)) {
		int type = attribute->rta_type & NLA_TYPE_MASK;

		if (type <= max)
			table[type] = attribute;
	}
}

void parse_nested(const struct rtattr **table, int max,
		  const struct rtattr *outer)
{
	parse(table, max, RTA_DATA(outer), RTA_PAYLOAD(outer));
}

void read_bytes(const struct rtattr *attribute, struct bytes *bytes)
{
	if (!attribute || RTA_PAYLOAD(attribute) > ADDRESS_MAX)
		return;
	bytes->length = RTA_PAYLOAD(attribute);
	memcpy(bytes->data, RTA_DATA(attribute), bytes->length);
}

void read_text(const struct rtattr *attribute, char *text, size_t room)
{
	size_t length;

	if (!attribute)
		return;
	length = RTA_PAYLOAD(attribute);
	if (length >= room)
		length = room - 1;
	memcpy(text, RTA_DATA(attribute), length);
	text[length] = 0;
}

void read_struct(const struct rtattr *attribute, void *object, size_t size)
{
	if (!attribute)
		return;
	if (RTA_PAYLOAD(attribute) < size)
		size = RTA_PAYLOAD(attribute);
	memcpy(object, RTA_DATA(attribute), size);
}

static int has(const struct rtattr *attribute, size_t size)
{
	return attribute && RTA_PAYLOAD(attribute) == size;
}

uint8_t read_u8(const struct rtattr *attribute)
{
	return has(attribute, 1) ? *(const uint8_t *)RTA_DATA(attribute) : 0;
}

uint16_t read_u16(const struct rtattr *attribute)
{
	return has(attribute, 2) ? *(const uint16_t *)RTA_DATA(attribute) : 0;
}

uint32_t read_u32(const struct rtattr *attribute)
{
	return has(attribute, 4) ? *(const uint32_t *)RTA_DATA(attribute) : 0;
}

uint64_t read_number(const struct rtattr *attribute)
{
	const void *data = RTA_DATA(attribute);
	uint64_t number;

	switch (RTA_PAYLOAD(attribute)) {
	case 1:
		return *(const uint8_t *)data;
	case 2:
		return *(const uint16_t *)data;
	case 4:
		return *(const uint32_t *)data;
	case 8:
		memcpy(&number, data, 8);
		return number;
	default:
		return 0;
	}
}
