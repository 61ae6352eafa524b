package io.github.milvusspring.data.mapping.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Converts scalar Java types that have no Milvus type, most of them to the text that the
 * class itself can parse.
 */
public final class TextConversions {

	private static final Map<Class<?>, Function<String, Object>> READERS = readers();

	private TextConversions() {
	}

	private static Map<Class<?>, Function<String, Object>> readers() {
		Map<Class<?>, Function<String, Object>> readers = new HashMap<>();
		readers.put(Character.class, TextConversions::character);
		readers.put(CharSequence.class, (text) -> text);
		readers.put(UUID.class, UUID::fromString);
		readers.put(URI.class, URI::create);
		readers.put(URL.class, TextConversions::url);
		readers.put(BigDecimal.class, BigDecimal::new);
		readers.put(BigInteger.class, BigInteger::new);
		readers.put(LocalDate.class, LocalDate::parse);
		readers.put(LocalDateTime.class, LocalDateTime::parse);
		readers.put(LocalTime.class, LocalTime::parse);
		readers.put(OffsetTime.class, OffsetTime::parse);
		readers.put(Duration.class, Duration::parse);
		readers.put(Period.class, Period::parse);
		readers.put(Year.class, (text) -> Year.of(Integer.parseInt(text)));
		readers.put(YearMonth.class, TextConversions::yearMonth);
		readers.put(MonthDay.class, MonthDay::parse);
		readers.put(ZoneId.class, ZoneId::of);
		readers.put(ZoneOffset.class, ZoneOffset::of);
		readers.put(Locale.class, Locale::forLanguageTag);
		readers.put(Currency.class, Currency::getInstance);
		return Map.copyOf(readers);
	}

	/**
	 * Returns the conversion of a scalar to a field type, {@code null} when it is stored
	 * without conversion.
	 */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public static @Nullable ValueConversion conversion(Class<?> javaType, FieldType stored) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(javaType);
		if (type.isEnum()) {
			return new ValueConversion(type, String.class, (value) -> ((Enum<?>) value).name(),
					(text) -> Enum.valueOf((Class) type, (String) text));
		}
		if (InstantConversions.are(type)) {
			return InstantConversions.conversion(type, stored);
		}
		Function<String, Object> reader = READERS.get(type);
		return (reader != null)
				? new ValueConversion(type, String.class, TextConversions::text, (text) -> reader.apply((String) text))
				: null;
	}

	private static String text(Object value) {
		return (value instanceof Locale locale) ? locale.toLanguageTag() : value.toString();
	}

	// YearMonth.parse does not accept the text that YearMonth.toString writes for years
	// after 9999.
	private static YearMonth yearMonth(String text) {
		int end = text.lastIndexOf('-');
		return YearMonth.of(Integer.parseInt(text.substring(0, end)), Integer.parseInt(text.substring(end + 1)));
	}

	private static Object character(String text) {
		if (text.length() != 1) {
			throw new IllegalArgumentException("it has " + text.length() + " characters");
		}
		return text.charAt(0);
	}

	private static URL url(String text) {
		try {
			return URI.create(text).toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
