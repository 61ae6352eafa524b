package io.github.milvusspring.data.query;

import java.math.BigDecimal;
import java.math.BigInteger;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes values into filters, so that none can be read as anything but a value.
 */
final class FilterLiterals {

	/** The digits alone are out of the range of some servers' parsers. */
	static final String SMALLEST_LONG = "(-9223372036854775807 - 1)";

	private FilterLiterals() {
	}

	static String literal(String property, @Nullable FieldSchema field, Object value) {
		return (field != null) ? literal(property, field.type(), value) : literal(property, value);
	}

	static String element(String property, @Nullable FieldSchema field, Object value) {
		FieldType type = (field != null) ? field.elementType() : null;
		String literal = (type != null) ? literal(property, type, value) : literal(property, value);
		// Milvus Lite reads no sign there.
		return literal.startsWith("-") ? "(" + literal + ")" : literal;
	}

	private static String literal(String property, FieldType type, Object value) {
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
			case VARCHAR -> {
				if (!(value instanceof CharSequence || value instanceof Enum || value instanceof Character)) {
					throw mismatch(property, "a text", value);
				}
				yield literal(property, value);
			}
			case JSON -> literal(property, value);
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

	static boolean isZero(String literal) {
		return literal.equals("0.0") || literal.equals("-0.0");
	}

	static InvalidDataAccessApiUsageException mismatch(String property, String expected, Object value) {
		return new InvalidDataAccessApiUsageException(
				"Property '" + property + "' is compared with " + expected + ", but the value is of type "
						+ value.getClass().getSimpleName() + ((value instanceof Number) ? " (" + value + ")" : ""));
	}

	static void requireText(String property, @Nullable FieldSchema field) {
		if (field != null && field.type() != FieldType.VARCHAR) {
			throw new InvalidDataAccessApiUsageException(
					"Property '" + property + "' is of type " + field.type() + ", not a text");
		}
	}

	/**
	 * A text as a literal; half of a surrogate pair could not be sent.
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
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}

	static String escapeLike(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/**
	 * The smallest text that is larger than every text with the prefix, {@code null} when
	 * there is none.
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
