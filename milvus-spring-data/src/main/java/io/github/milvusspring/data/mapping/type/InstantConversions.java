package io.github.milvusspring.data.mapping.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.function.Function;

import io.github.milvusspring.data.model.FieldType;

/**
 * Converts points in time to the Milvus type {@code TIMESTAMPTZ} with microsecond
 * precision, to ISO 8601 texts, or to milliseconds since 1970.
 */
final class InstantConversions {

	private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

	private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private InstantConversions() {
	}

	static boolean are(Class<?> type) {
		return type == Instant.class || type == OffsetDateTime.class || type == ZonedDateTime.class
				|| type == Date.class;
	}

	static ValueConversion conversion(Class<?> type, FieldType stored) {
		return switch (stored) {
			case TIMESTAMPTZ -> new ValueConversion(type, String.class, (value) -> text(instant(value)),
					(text) -> of(type, parse((String) text)));
			case INT64 -> new ValueConversion(type, Long.class, (value) -> instant(value).toEpochMilli(),
					(millis) -> of(type, Instant.ofEpochMilli((Long) millis)));
			default -> new ValueConversion(type, String.class,
					(value) -> (value instanceof Date) ? instant(value).toString() : value.toString(),
					(text) -> exact(type).apply((String) text));
		};
	}

	// Only the stored text keeps the zone or offset; the other stored types are read as
	// UTC.
	private static Function<String, Object> exact(Class<?> type) {
		if (type == OffsetDateTime.class) {
			return OffsetDateTime::parse;
		}
		if (type == ZonedDateTime.class) {
			return ZonedDateTime::parse;
		}
		return (text) -> of(type, Instant.parse(text));
	}

	private static Instant instant(Object value) {
		if (value instanceof Instant instant) {
			return instant;
		}
		if (value instanceof OffsetDateTime time) {
			return time.toInstant();
		}
		if (value instanceof ZonedDateTime time) {
			return time.toInstant();
		}
		return Instant.ofEpochMilli(((Date) value).getTime());
	}

	private static Object of(Class<?> type, Instant instant) {
		if (type == OffsetDateTime.class) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		if (type == ZonedDateTime.class) {
			return instant.atZone(ZoneOffset.UTC);
		}
		return (type == Date.class) ? Date.from(instant) : instant;
	}

	private static String text(Instant instant) {
		if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
			throw new IllegalArgumentException(instant + " is not within the years 1 to 9999");
		}
		return MICROS.format(instant.truncatedTo(ChronoUnit.MICROS));
	}

	static Instant parse(String text) {
		return OffsetDateTime.parse(text).toInstant();
	}

}
