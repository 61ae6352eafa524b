package io.github.milvusspring.data.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes values as literals of a Milvus expression, so that the server cannot read a
 * value as anything else.
 */
final class FilterLiterals {

	/**
	 * The smallest 64 bit integer as a difference: some servers cannot parse its digits.
	 */
	static final String SMALLEST_LONG = "(-9223372036854775807 - 1)";

	private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant AFTER_LAST_TIME = Instant.parse("+10000-01-01T00:00:00Z");

	private static final Pattern WKT = Pattern.compile(
			" *(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\\b[A-Za-z0-9+\\-., ()]*",
			Pattern.CASE_INSENSITIVE);

	private FilterLiterals() {
	}

	static String literal(String property, @Nullable FieldType type, Object value) {
		if (type == null) {
			return literal(property, value);
		}
		return switch (type) {
			case BOOL -> {
				if (!(value instanceof Boolean)) {
					throw mismatch(property, "a boolean", value);
				}
				yield value.toString();
			}
			case INT8, INT16, INT32, INT64 -> integer(property, value);
			case FLOAT -> decimal(property, (double) (float) number(property, value));
			case DOUBLE -> decimal(property, number(property, value));
			case VARCHAR, TEXT -> {
				if (!(value instanceof CharSequence || value instanceof Enum || value instanceof Character)) {
					throw mismatch(property, "a text", value);
				}
				yield literal(property, value);
			}
			case TIMESTAMPTZ -> time(property, value);
			default -> throw new InvalidDataAccessApiUsageException(
					"Property '" + property + "' of type " + type + " cannot be compared with a value");
		};
	}

	private static String literal(String property, Object value) {
		if (value instanceof CharSequence || value instanceof Character) {
			return quoted(property, value.toString());
		}
		if (value instanceof Enum<?> constant) {
			return quoted(property, constant.name());
		}
		if (value instanceof Boolean) {
			return value.toString();
		}
		if (value instanceof Float || value instanceof Double || value instanceof BigDecimal) {
			return decimal(property, number(property, value));
		}
		if (value instanceof Instant || value instanceof OffsetDateTime || value instanceof ZonedDateTime) {
			return time(property, value);
		}
		if (value instanceof Date date) {
			return time(property, Instant.ofEpochMilli(date.getTime()));
		}
		ValueConversion text = (value instanceof Number) ? null
				: ValueConversion.natural(value.getClass(), FieldType.VARCHAR);
		return (text != null) ? quoted(property, String.valueOf(text.write(value))) : integer(property, value);
	}

	/** Writes a number as an operand of arithmetic. */
	static String number(String property, boolean decimal, Object value) {
		boolean fraction = value instanceof Float || value instanceof Double || value instanceof BigDecimal;
		return (decimal || fraction) ? decimal(property, number(property, value)) : integer(property, value);
	}

	/** Writes a point in time, truncated to microseconds, the precision of a field. */
	static String time(String property, Object value) {
		Instant instant;
		if (value instanceof Instant given) {
			instant = given;
		}
		else if (value instanceof OffsetDateTime given) {
			instant = given.toInstant();
		}
		else if (value instanceof ZonedDateTime given) {
			instant = given.toInstant();
		}
		else if (value instanceof String text) {
			instant = parse(property, text);
		}
		else {
			throw mismatch(property, "a point in time", value);
		}
		if (instant.isBefore(FIRST_TIME) || !instant.isBefore(AFTER_LAST_TIME)) {
			throw mismatch(property, "a point in time of the years 1 to 9999", value);
		}
		return "ISO '" + instant.truncatedTo(ChronoUnit.MICROS) + "'";
	}

	private static Instant parse(String property, String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw mismatch(property, "a point in time, as ISO 8601 with an offset", text);
		}
	}

	/** Writes a duration without a sign or a fraction, which all servers can read. */
	static String interval(String property, Duration time) {
		if (time.isNegative() || time.getNano() != 0) {
			throw new InvalidDataAccessApiUsageException("Property '" + property
					+ "' is moved by whole seconds: turn plus and minus round for a negative duration, not " + time);
		}
		String days = "P" + time.toDays() + "D";
		Duration rest = time.minusDays(time.toDays());
		return rest.isZero() ? days : days + rest.toString().substring(1);
	}

	/**
	 * Writes the second operand of integer arithmetic, and refuses a fraction.
	 */
	static String whole(String property, Object value) {
		if (value instanceof Float || value instanceof Double || value instanceof BigDecimal) {
			throw new InvalidDataAccessApiUsageException("Property '" + property
					+ "' holds integers, and a filter computes with them and integers alone, not " + value
					+ ": some servers would find other rows. Keep it as a double, or move the fraction out of the filter");
		}
		return integer(property, value);
	}

	private static String integer(String property, Object value) {
		long number;
		if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
			number = ((Number) value).longValue();
		}
		else if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
			number = big.longValue();
		}
		else {
			throw mismatch(property, "an integer of 64 bits", value);
		}
		return (number == Long.MIN_VALUE) ? SMALLEST_LONG : Long.toString(number);
	}

	private static double number(String property, Object value) {
		if (value instanceof Number number) {
			return number.doubleValue();
		}
		throw mismatch(property, "a number", value);
	}

	private static String decimal(String property, double value) {
		if (!Double.isFinite(value)) {
			throw mismatch(property, "a finite number", value);
		}
		return Double.toString(value);
	}

	static boolean isFraction(String literal) {
		return !literal.equals(SMALLEST_LONG) && !literal.matches("-?\\d+");
	}

	static boolean isZero(String literal) {
		return literal.equals("0.0") || literal.equals("-0.0");
	}

	static InvalidDataAccessApiUsageException mismatch(String property, String expected, Object value) {
		if (value instanceof Iterable<?> || value instanceof Map<?, ?> || value.getClass().isArray()) {
			return new InvalidDataAccessApiUsageException("Property '" + property + "' is compared with a "
					+ ((value instanceof Map<?, ?>) ? "map" : "list")
					+ ", which no filter does: compare one value, use in(...) for one of several, or contains(...), "
					+ "containsAll(...) and containsAny(...) for the elements of an array");
		}
		return new InvalidDataAccessApiUsageException(
				"Property '" + property + "' is compared with " + expected + ", but the value is of type "
						+ value.getClass().getSimpleName() + ((value instanceof Number) ? " (" + value + ")" : ""));
	}

	/**
	 * Writes a geometry as WKT without escapes, which servers do not read in it; any text
	 * that is not WKT is refused.
	 */
	static String wkt(String property, String text) {
		int open = 0;
		for (int i = 0; i < text.length() && open >= 0; i++) {
			open += (text.charAt(i) == '(') ? 1 : (text.charAt(i) == ')') ? -1 : 0;
		}
		if (open != 0 || !WKT.matcher(text).matches()) {
			throw new InvalidDataAccessApiUsageException("Property '" + property
					+ "' is compared with a text that is no WKT, such as POINT (1 2) or POLYGON ((0 0, 1 0, 1 1, 0 0))");
		}
		return '"' + text + '"';
	}

	/**
	 * Writes a text as a literal. Refuses half of a surrogate pair, because it cannot be
	 * sent.
	 */
	static String quoted(String property, String text) {
		for (int i = 0; i < text.length(); i++) {
			int c = text.codePointAt(i);
			if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
				throw new InvalidDataAccessApiUsageException("Property '" + property
						+ "' is compared with a text that holds half of a surrogate pair at index " + i
						+ ", which is not valid Unicode");
			}
			i += Character.charCount(c) - 1;
		}
		return quoted(text);
	}

	static String quoted(String text) {
		StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> quoted.append((c == '"') ? "\\" : "").append(c);
			}
		}
		return quoted.append('"').toString();
	}

	static String escapeLike(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/**
	 * Returns the smallest text that sorts after every text with the prefix, {@code null}
	 * when there is none.
	 */
	static @Nullable String afterPrefix(String prefix) {
		int end = prefix.length();
		while (end > 0) {
			int last = prefix.codePointBefore(end);
			end -= Character.charCount(last);
			if (last < Character.MAX_CODE_POINT) {
				int next = (last == Character.MIN_SURROGATE - 1) ? Character.MAX_SURROGATE + 1 : last + 1;
				return prefix.substring(0, end) + Character.toString(next);
			}
		}
		return null;
	}

}
