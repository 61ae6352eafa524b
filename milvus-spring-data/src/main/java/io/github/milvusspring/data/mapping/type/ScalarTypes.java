package io.github.milvusspring.data.mapping.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The Milvus types as which each scalar Java type can be stored, the default one first.
 */
public final class ScalarTypes {

	/** The types that elements of an array and fields of a struct may have. */
	public static final Set<FieldType> ELEMENTS = EnumSet.of(FieldType.BOOL, FieldType.INT8, FieldType.INT16,
			FieldType.INT32, FieldType.INT64, FieldType.FLOAT, FieldType.DOUBLE, FieldType.VARCHAR);

	private static final List<FieldType> TEXTS = List.of(FieldType.VARCHAR, FieldType.TEXT);

	private static final List<FieldType> MOMENTS = List.of(FieldType.TIMESTAMPTZ, FieldType.VARCHAR, FieldType.INT64);

	private static final Map<Class<?>, List<FieldType>> RULES = rules();

	private ScalarTypes() {
	}

	private static Map<Class<?>, List<FieldType>> rules() {
		Map<Class<?>, List<FieldType>> rules = new HashMap<>();
		rules.put(Boolean.class, List.of(FieldType.BOOL));
		rules.put(Byte.class, List.of(FieldType.INT8, FieldType.INT16, FieldType.INT32, FieldType.INT64));
		rules.put(Short.class, List.of(FieldType.INT16, FieldType.INT32, FieldType.INT64));
		rules.put(Integer.class, List.of(FieldType.INT32, FieldType.INT64));
		rules.put(Long.class, List.of(FieldType.INT64));
		rules.put(Float.class, List.of(FieldType.FLOAT, FieldType.DOUBLE));
		rules.put(Double.class, List.of(FieldType.DOUBLE));
		rules.put(String.class,
				List.of(FieldType.VARCHAR, FieldType.TEXT, FieldType.JSON, FieldType.GEOMETRY, FieldType.TIMESTAMPTZ));
		List.of(Character.class, CharSequence.class, UUID.class, URI.class, URL.class, BigDecimal.class,
				BigInteger.class, LocalDate.class, LocalDateTime.class, LocalTime.class, OffsetTime.class,
				Duration.class, Period.class, Year.class, YearMonth.class, MonthDay.class, ZoneId.class,
				ZoneOffset.class, Locale.class, Currency.class)
			.forEach((type) -> rules.put(type, TEXTS));
		List.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class, Date.class)
			.forEach((type) -> rules.put(type, MOMENTS));
		return Map.copyOf(rules);
	}

	/**
	 * Returns the Milvus types for a scalar Java type, {@code null} for a class that is
	 * not a scalar.
	 */
	public static @Nullable List<FieldType> of(Class<?> type) {
		return type.isEnum() ? TEXTS : RULES.get(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

	/**
	 * Returns the type under which the class of a value is registered: for example the
	 * enum of an enum constant with a body, or {@code CharSequence} for a
	 * {@code StringBuilder}.
	 */
	public static Class<?> declared(Class<?> type) {
		Class<?> parent = type.getSuperclass();
		if (parent == null || RULES.containsKey(type)) {
			return type;
		}
		if (parent.isEnum() || parent == ZoneId.class) {
			return parent;
		}
		return (!type.isEnum() && CharSequence.class.isAssignableFrom(type)) ? CharSequence.class : type;
	}

	public static Set<Class<?>> all() {
		return RULES.keySet();
	}

}
