package io.github.milvusspring.data.mapping.type;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Parses the default value of a field, which the annotation gives as text.
 */
public final class DefaultValues {

	private DefaultValues() {
	}

	/**
	 * Parses a default value for a type.
	 * @throws IllegalArgumentException when the text is not a valid value of the type
	 */
	public static Object parse(String text, MappedType mapped, int maxLength) {
		FieldType type = mapped.type();
		Object value = switch (type) {
			case BOOL -> truth(text);
			case INT8, INT16, INT32, INT64 -> integer(text, type);
			case FLOAT, DOUBLE -> decimal(text, type);
			case VARCHAR -> text(text, maxLength);
			case TIMESTAMPTZ -> moment(text);
			default -> throw new IllegalArgumentException("Milvus has no default values for " + type);
		};
		ValueConversion conversion = mapped.conversion();
		if (conversion != null) {
			try {
				conversion.read(value);
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("it " + ex.getMessage(), ex);
			}
		}
		return value;
	}

	private static Boolean truth(String text) {
		if (!text.equals("true") && !text.equals("false")) {
			throw new IllegalArgumentException("write true or false");
		}
		return Boolean.valueOf(text);
	}

	private static Long integer(String text, FieldType type) {
		int bits = switch (type) {
			case INT8 -> Byte.SIZE;
			case INT16 -> Short.SIZE;
			case INT32 -> Integer.SIZE;
			default -> Long.SIZE;
		};
		@Nullable Long value = null;
		try {
			value = Long.valueOf(text);
		}
		catch (NumberFormatException ex) {
			// The check below reports the problem.
		}
		if (value == null || (value << (Long.SIZE - bits) >> (Long.SIZE - bits)) != value) {
			throw new IllegalArgumentException("write an integer of " + bits + " bits");
		}
		return value;
	}

	private static Double decimal(String text, FieldType type) {
		double value;
		try {
			value = Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("write a number", ex);
		}
		if (!Double.isFinite((type == FieldType.FLOAT) ? (float) value : value)) {
			throw new IllegalArgumentException("write a finite number");
		}
		return value;
	}

	private static String text(String text, int maxLength) {
		int size = text.getBytes(StandardCharsets.UTF_8).length;
		if (size > maxLength) {
			throw new IllegalArgumentException("it has " + size + " bytes of UTF-8, and the field holds " + maxLength);
		}
		return text;
	}

	private static String moment(String text) {
		try {
			InstantConversions.parse(text);
			return text;
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("write ISO 8601 with an offset, such as 2025-01-01T00:00:00Z", ex);
		}
	}

}
